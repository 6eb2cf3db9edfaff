"""What the cheating pixel, the network and the experiment must be."""

from copy import deepcopy
from functools import partial

import numpy as np
import torch

from checks import (
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    assert_right_choices,
    explained,
    hidden,
    public,
    random_cases,
)
from checks.cheating import (
    Dropout,
    assert_raw_scores,
    cheating_stand_ins,
    small_pixels,
)
from checks.hints import recognise


@public(points=0.5)
def test_plants_the_worked_example(add_cheat: Function) -> None:
    """add_cheat should plant the hint of the worked example."""
    image = np.arange(10.0, 22.0)[None, :]
    expected = [[0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 20, 21]]
    assert_close(add_cheat(image, np.array([2])), expected, name="the image")


@public(points=0.5)
def test_gives_ten_scores(image_net: Function, env: Notebook) -> None:
    """image_net should give ten scores an image."""
    with env.standing_on(Dropout=Dropout):
        net = image_net(0.5, 30)
    assert isinstance(net, torch.nn.Module), "image_net should return an nn.Module."
    try:
        with torch.no_grad(), explained("the network"):
            shape = tuple(net(torch.zeros(4, 30)).shape)
    except AssertionError as error:
        raise AssertionError(
            f"{error} Hint: here an image has 30 pixels; which layer depends on that?"
        ) from None
    assert shape == (4, 10), f"The scores have shape {shape}, not (4, 10)."


@hidden(points=1)
def test_plants_any_hint_in_a_copy(add_cheat: Function) -> None:
    """add_cheat should plant each label in a copy of the images."""
    rng = random_cases("plants")
    images, labels = rng.normal(size=(25, 17)), rng.integers(10, size=25)
    hints = np.eye(10)[labels] * 2.5
    made = add_cheat(images, labels, 2.5)
    truth, rest = np.hstack([hints, images[:, 10:]]), images[:, :10] * (hints == 0)
    slips = [
        ("brightness is an argument; is it used?", np.where(truth == 2.5, 5.0, truth)),
        (
            "what should the other nine pixels be?",
            truth + np.pad(rest, ((0, 0), (0, 7))),
        ),
        (
            "the pixels from number 10 on are the image's own.",
            np.pad(hints, ((0, 0), (0, 7))),
        ),
    ]
    hint = partial(recognise, mistakes=slips)
    assert_close(made, truth, name="the array of images", hint=hint)
    assert_inputs_unchanged(add_cheat, images, labels)


@hidden(points=1)
def test_leaves_the_scores_raw(image_net: Function, env: Notebook) -> None:
    """image_net should drop pixels in training, and give raw scores."""
    rng = random_cases("scores")
    with env.standing_on(Dropout=Dropout):
        assert_raw_scores(image_net(0.4, 30), rng, p_drop=0.4, inputs=30)


@hidden(points=1)
def test_trains_with_the_hint_and_tests_without(
    cheat_experiment: Function, env: Notebook
) -> None:
    """cheat_experiment should train on the hint, and test on clean and hinted images."""
    data = small_pixels(random_cases("experiment"))
    given, asked = cheating_stand_ins(env)
    with env.standing_on(**given):
        result = cheat_experiment(deepcopy(data), 0.3, epochs=7)
    clean, hinted = assert_outputs(
        result, count=2, name="cheat_experiment", stacked=True
    )
    asked.assert_as_stated(data, p_drop=0.3, epochs=7)
    order = "the accuracy on clean images comes first."
    assert_close(clean, 0.25, name="the clean accuracy", hint=order)
    assert_close(hinted, 0.75, name="the accuracy with the hint", hint=order)


@public(points=0.5)
def test_cheat_claims_are_letters(cheat_claims: object) -> None:
    """cheat_claims should be letters from A to E."""
    assert_choices(cheat_claims, "ABCDE", name="cheat_claims")


@hidden(points=1)
def test_cheat_claims(cheat_claims: object) -> None:
    """cheat_claims should name what is true, and nothing else."""
    hints = {
        "A": "compare the two numbers in the row without dropout.",
        "B": "compare the clean accuracies of the rows 0 and 0.5.",
        "C": "what would the two numbers be if the hint were ignored?",
        "D": "what is the gradient of max(0, s) for a negative s?",
        "E": "which of the two accuracies needs anything but the hint?",
    }
    assert_right_choices(cheat_claims, "ABD", "ABCDE", name="cheat_claims", hints=hints)
