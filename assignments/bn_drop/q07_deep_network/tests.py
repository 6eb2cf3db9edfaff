"""What `deep_net_losses` must do, on small data and with a network that remembers."""

from copy import deepcopy
from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.experiments import LinearNet, assert_settings, clouds, remembering
from references import experiments


@public(points=1)
def test_builds_the_stated_network(deep_net_losses: Function, env: Notebook) -> None:
    """deep_net_losses should build the stated network, and return one loss a step."""
    rng = random_cases("public", seed=1)
    for normalization, count, batches in (
        (None, 2, "2 batches"),
        ("batchnorm", 1, "1 batch"),
    ):
        data = clouds(rng, training=50 * count)
        network, lives = remembering(env, LinearNet)
        with env.standing_on(FullyConnectedNet=network):
            losses = deep_net_losses(deepcopy(data), normalization, 5)
        settings = {"hidden_dims": [100] * 5, "normalization": normalization}
        assert_settings(lives, [{**settings, "weight_scale": 0.02, "seed": 5}])
        counting = f"{50 * count} rows make {batches}, and there are 8 epochs."
        assert_array(losses, (8 * count,), name="the history", hint=counting)


@hidden(points=1)
def test_trains_as_stated(deep_net_losses: Function, env: Notebook) -> None:
    """deep_net_losses should train the plain network with the stated settings."""
    rng = random_cases("plain")
    data, seed = clouds(rng), int(rng.integers(1, 1000))
    with env.standing_on(FullyConnectedNet=LinearNet):
        losses = deep_net_losses(deepcopy(data), None, seed)
    run = partial(experiments.deep_net, data, seed)
    hint = experiments.slip_hint(run, experiments.losses)
    truth = experiments.losses(run())
    assert_close(losses, truth, name="the loss history", hint=hint)


@hidden(points=1)
def test_compares_fairly(deep_net_losses: Function, env: Notebook) -> None:
    """deep_net_losses should change nothing but the normalization between two runs."""
    rng = random_cases("fair")
    data, seed = clouds(rng, training=60), int(rng.integers(1, 1000))
    network, lives = remembering(env, LinearNet)
    with env.standing_on(FullyConnectedNet=network):
        plain, normalized = (
            assert_array(
                deep_net_losses(deepcopy(data), normalization, seed),
                (8,),
                name="the history",
            )
            for normalization in (None, "batchnorm")
        )
    assert len(lives) == 2, f"{len(lives)} networks were built in two calls."
    for name, start in lives[0].start.items():
        assert np.array_equal(lives[1].start[name], start), (
            f"The two networks start with different {name}. Hint: one seed for both."
        )
    assert lives[0].batches == lives[1].batches, (
        "The two networks see different batches. Hint: one seed for both solvers."
    )
    assert_close(
        normalized,
        plain,
        name="the second history, of a network that ignores its normalization,",
        hint="the two runs may differ in nothing but the normalization.",
    )


@public(points=0.5)
def test_why_faster_is_a_letter(why_faster: object) -> None:
    """why_faster should be one of the letters A to D."""
    assert_choices(why_faster, "ABCD", name="why_faster", exactly=1)


@hidden(points=0.5)
def test_why_faster(why_faster: object) -> None:
    """why_faster should name the statement that explains the two curves."""
    hints = {
        "A": "count: gamma and beta add two numbers a unit, the weights are 100 a unit.",
        "C": "train the plain network for longer, or with larger weights: it learns.",
        "D": "the learning rate is a setting of Solver; both runs have the same.",
    }
    assert_right_choices(why_faster, "B", "ABCD", name="why_faster", hints=hints)
