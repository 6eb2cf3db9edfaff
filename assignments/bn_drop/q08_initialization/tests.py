"""What `accuracy_by_scale` must do, on small data and with a network that remembers."""

from copy import deepcopy
from functools import partial

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
def test_builds_one_network_a_scale(accuracy_by_scale: Function, env: Notebook) -> None:
    """accuracy_by_scale should build one network a scale, with the stated settings."""
    rng, scales = random_cases("public", seed=1), [0.5, 0.01, 0.1]
    data = clouds(rng, training=50, validation=20)
    for normalization in (None, "batchnorm"):
        network, lives = remembering(env, LinearNet)
        with env.standing_on(FullyConnectedNet=network):
            accuracies = accuracy_by_scale(
                *deepcopy((data, normalization, scales)), num_epochs=1
            )
        settings = {"hidden_dims": [50] * 5, "normalization": normalization, "seed": 0}
        assert_settings(lives, [{**settings, "weight_scale": s} for s in scales])
        found = assert_array(
            accuracies, (3,), name="the list of accuracies", hint="one number a scale."
        )
        assert ((found >= 0) & (found <= 1)).all(), "An accuracy lies between 0 and 1."


@hidden(points=2)
def test_gives_the_last_validation_accuracy(
    accuracy_by_scale: Function, env: Notebook
) -> None:
    """accuracy_by_scale should train as stated and return the last accuracies."""
    rng, scales = random_cases("scales"), [0.03, 0.003]
    data, stated = experiments.clouds_that_tell(rng, scales, 2)
    run = partial(experiments.by_scale, data, scales, 2)
    truth = experiments.last_validation(stated)
    hint = experiments.reading_hint(
        stated, experiments.last_validation, experiments.ONE_NUMBER
    )
    for normalization in ("batchnorm", None):
        network, lives = remembering(env, LinearNet)
        with env.standing_on(FullyConnectedNet=network):
            accuracies = accuracy_by_scale(
                *deepcopy((data, normalization, scales)), num_epochs=2
            )
        experiments.assert_trained_as_stated(lives, run, stated)
        assert_close(accuracies, truth, name="the list of accuracies", hint=hint)


@public(points=0.5)
def test_why_flat_is_a_letter(why_flat: object) -> None:
    """why_flat should be one of the letters A to D."""
    assert_choices(why_flat, "ABCD", name="why_flat", exactly=1)


@hidden(points=0.5)
def test_why_flat(why_flat: object) -> None:
    """why_flat should name the reason why the scale hardly matters."""
    hints = {
        "A": "read your own batchnorm_forward: does it touch a weight?",
        "B": "gamma starts at 1 for every scale; what is the scale of x_hat then?",
        "D": "permute the columns of a weight matrix: does the output change?",
    }
    assert_right_choices(why_flat, "C", "ABCD", name="why_flat", hints=hints)
