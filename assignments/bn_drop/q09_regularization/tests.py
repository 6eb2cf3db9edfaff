"""What `accuracy_by_dropout` must do, on small data and with a trusted network."""

from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_choices,
    assert_close,
    assert_outputs,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.experiments import LinearNet, assert_settings, clouds, remembering
from references import experiments
from references.networks import TrustedNet


@public(points=0.5)
def test_builds_one_network_a_rate(
    accuracy_by_dropout: Function, env: Notebook
) -> None:
    """accuracy_by_dropout should build one network a rate, with the stated settings."""
    data, rates = clouds(random_cases("public", seed=1)), [0.6, 0, 0.3]
    network, lives = remembering(LinearNet)
    with env.standing_on(FullyConnectedNet=network):
        result = accuracy_by_dropout(data, rates, num_epochs=2)
    settings = {"hidden_dims": [300], "weight_scale": 0.1, "seed": 0}
    assert_settings(lives, [{**settings, "dropout": float(rate)} for rate in rates])
    for values in assert_outputs(result, count=2, name="accuracy_by_dropout"):
        found = assert_array(values, (3,), name="the accuracies")
        assert ((found >= 0) & (found <= 1)).all(), "An accuracy lies between 0 and 1."


@hidden(points=1.5)
def test_gives_both_last_accuracies(
    accuracy_by_dropout: Function, env: Notebook
) -> None:
    """accuracy_by_dropout should train as stated and return the last accuracies."""
    data, rates = clouds(random_cases("rates"), training=150), [0, 0.5, 0.9]
    with env.standing_on(FullyConnectedNet=TrustedNet):
        result = accuracy_by_dropout(data, rates, num_epochs=8)
    found = assert_outputs(result, count=2, name="accuracy_by_dropout")
    stated = partial(experiments.accuracy_by_dropout, data, rates, num_epochs=8)
    truth = stated()
    seen = [assert_array(values, (3,), name="the accuracies") for values in found]
    assert not np.array_equal(seen, truth[::-1]), (
        "The two lists are swapped. Hint: training comes first."
    )
    hint = None
    if not np.array_equal(seen, truth):
        hint = experiments.training_hint(stated, 1e-3)(np.asarray(seen))
    for values, expected, name in zip(
        seen, truth, ("training", "validation"), strict=True
    ):
        assert_close(values, expected, name=f"the {name} accuracies", hint=hint)


@public(points=0.5)
def test_conclusions_are_letters(conclusions: object) -> None:
    """Conclusions should be letters from A to E."""
    assert_choices(conclusions, "ABCDE", name="conclusions")


@hidden(points=1.5)
def test_conclusions(conclusions: object) -> None:
    """Conclusions should name what the plot supports, and nothing else."""
    hints = {
        "A": "lower training accuracy need not mean worse: look at the other curve.",
        "B": "where does training accuracy above 70 % come from?",
        "C": "look at the right end of the plot: how much of the network is left?",
        "D": "which of the two curves tells you about new images?",
        "E": "how were the accuracies in the plot measured?",
    }
    assert_right_choices(conclusions, "BD", "ABCDE", name="conclusions", hints=hints)
