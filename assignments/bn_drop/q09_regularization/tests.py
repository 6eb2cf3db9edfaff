"""What `accuracy_by_dropout` must do, on small data and with a trusted network."""

from copy import deepcopy
from functools import partial

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
from checks.hints import hinted
from references import experiments


@public(points=0.5)
def test_builds_one_network_a_rate(
    accuracy_by_dropout: Function, env: Notebook
) -> None:
    """accuracy_by_dropout should build one network a rate, with the stated settings."""
    rng, rates = random_cases("public", seed=1), [0.6, 0, 0.3]
    data = clouds(rng, training=50, validation=20)
    network, lives = remembering(env, LinearNet)
    with env.standing_on(FullyConnectedNet=network):
        result = accuracy_by_dropout(*deepcopy((data, rates)), num_epochs=1)
    settings = {"hidden_dims": [300], "weight_scale": 0.1, "seed": 0}
    assert_settings(lives, [{**settings, "dropout": float(rate)} for rate in rates])
    with hinted("two lists, each with one number a rate."):
        lists = assert_outputs(result, count=2, name="accuracy_by_dropout")
    for values in lists:
        found = assert_array(values, (3,), name="a list of accuracies")
        assert ((found >= 0) & (found <= 1)).all(), "An accuracy lies between 0 and 1."


@hidden(points=1.5)
def test_gives_both_last_accuracies(
    accuracy_by_dropout: Function, env: Notebook
) -> None:
    """accuracy_by_dropout should train as stated and return the last accuracies."""
    rng, rates = random_cases("rates"), [0, 0.5, 0.9]
    data = clouds(rng, validation=200)
    network, lives = remembering(env, experiments.DroppingNet)
    with env.standing_on(FullyConnectedNet=network):
        result = accuracy_by_dropout(*deepcopy((data, rates)), num_epochs=2)
    run = partial(experiments.by_rate, data, rates, 2)
    stated, read = run(), experiments.last_of_both
    experiments.assert_trained_as_stated(lives, run, stated)
    lists = assert_outputs(result, count=2, name="accuracy_by_dropout")
    found = [assert_array(each, (3,), name="a list of accuracies") for each in lists]
    hint = experiments.reading_hint(stated, read, experiments.TWO_LISTS)
    assert_close(found, read(stated), name="the pair of lists", hint=hint)


@public(points=0.5)
def test_conclusions_are_letters(conclusions: object) -> None:
    """Conclusions should be letters from A to E."""
    assert_choices(conclusions, "ABCDE", name="conclusions")


@hidden(points=0.5)
def test_conclusions(conclusions: object) -> None:
    """Conclusions should name what the plot supports, and nothing else."""
    hints = {
        "A": "lower training accuracy need not mean worse: look at the other curve.",
        "B": "where does training accuracy above 70 % come from?",
        "C": "look at the right end of the plot: how much of the network is left?",
        "D": "at which rate is each of the two curves highest?",
        "E": "how were the accuracies in the plot measured?",
    }
    assert_right_choices(conclusions, "BD", "ABCDE", name="conclusions", hints=hints)
