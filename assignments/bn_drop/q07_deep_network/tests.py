"""What `deep_net_losses` must do, on small data and with a network that remembers."""

from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.experiments import LinearNet, assert_settings, clouds, remembering
from references import experiments
from references.networks import TrustedNet


@public(points=1)
def test_builds_the_stated_network(deep_net_losses: Function, env: Notebook) -> None:
    """deep_net_losses should build the stated network, and return one loss a step."""
    data = clouds(random_cases("public", seed=1))
    for normalization in (None, "batchnorm"):
        network, lives = remembering(LinearNet)
        with env.standing_on(FullyConnectedNet=network):
            losses = deep_net_losses(data, normalization, 5)
        settings = {"hidden_dims": [100] * 5, "normalization": normalization}
        assert_settings(lives, [{**settings, "weight_scale": 0.02, "seed": 5}])
        assert losses is not None, "deep_net_losses returned None."
        assert len(losses) == 32, (
            f"With 200 rows there are 32 steps, but {len(losses)} losses were returned."
        )


@hidden(points=1)
def test_trains_as_stated(deep_net_losses: Function, env: Notebook) -> None:
    """deep_net_losses should train the plain network with the stated settings."""
    rng = random_cases("plain")
    data, seed = clouds(rng), int(rng.integers(1, 1000))
    with env.standing_on(FullyConnectedNet=TrustedNet):
        losses = deep_net_losses(data, None, seed)
    stated = partial(experiments.deep_net_losses, data, None, seed)
    hint = experiments.training_hint(stated, 1e-3)
    assert_close(losses, stated(), name="the loss history", rtol=1e-6, hint=hint)


@hidden(points=1)
def test_compares_fairly(deep_net_losses: Function, env: Notebook) -> None:
    """deep_net_losses should train faster with batch norm, all else being equal."""
    rng = random_cases("fair")
    data, seed = clouds(rng), int(rng.integers(1, 1000))
    network, lives = remembering(TrustedNet)
    with env.standing_on(FullyConnectedNet=network):
        ends = [
            float(np.mean(deep_net_losses(data, normalization, seed)[-4:]))
            for normalization in (None, "batchnorm")
        ]
    assert len(lives) == 2, f"{len(lives)} networks were built in two calls."
    plain, normalized = lives
    for name, start in plain.start.items():
        assert np.array_equal(normalized.start[name], start), (
            f"The two networks start with different {name}. Hint: one seed for both."
        )
    assert plain.batches == normalized.batches, (
        "The two networks see different batches. Hint: one seed for both solvers."
    )
    assert ends[1] < ends[0] - 0.6, (
        f"The last losses are {ends[0]:.2f} without and {ends[1]:.2f} with batch norm. "
        "Hint: the two runs may differ in nothing but the normalization."
    )


@public(points=0.5)
def test_why_faster_is_a_letter(why_faster: object) -> None:
    """why_faster should be one of the letters A to D."""
    assert_choices(why_faster, "ABCD", name="why_faster", exactly=1)


@hidden(points=1.5)
def test_why_faster(why_faster: object) -> None:
    """why_faster should name the statement that explains the two curves."""
    hints = {
        "A": "count: gamma and beta add two numbers a unit, the weights are 100 a unit.",
        "C": "train the plain network for longer, or with larger weights: it learns.",
        "D": "the learning rate is a setting of Solver; both runs have the same.",
    }
    assert_right_choices(why_faster, "B", "ABCD", name="why_faster", hints=hints)
