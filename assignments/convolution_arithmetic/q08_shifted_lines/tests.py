"""What shift invariance says about features, and what breaks it."""

from copy import deepcopy

import numpy as np

from checks import (
    Array,
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.hints import equal, recognise


@public(points=0.5)
def test_knows_a_worked_example(known_features: Function) -> None:
    """known_features should find the worked example, shifted down by one row."""
    image, known = (
        np.array([[0.0, 0.0], [7.0, 0.0]]),
        np.array([[7.0, 0.0], [0.0, 0.0]]),
    )
    features = known_features(image, [(known, np.array([5.0, 2.0]))])
    if features is None:
        raise AssertionError("known_features gives None for the worked example.")
    assert_close(features, [5.0, 2.0], name="known_features")


@public(points=0.5)
def test_changes_are_letters(breaks_the_rule: object) -> None:
    """breaks_the_rule should be a string of letters from A to G."""
    assert_choices(breaks_the_rule, "ABCDEFG", name="breaks_the_rule")


@hidden(points=2)
def test_lines_elsewhere_have_known_features(env: Notebook) -> None:
    """g3 and g4 should be the features of the line that can be shifted there."""
    g1, g2 = np.array([0.82, 0.10, 0.37]), np.array([0.05, 0.64, 0.91])
    moved = "GAP takes the mean over all positions: does it matter where?"
    for name, truth, other in (("g3", g1, g2), ("g4", g2, g1)):
        if isinstance(env.names.get(name), str):
            raise AssertionError(f"{name} should hold three numbers. Hint: {moved}")

        def hint(seen: Array, other: Array = other) -> str | None:
            return recognise(
                seen,
                [
                    ("which of x1 and x2 can be shifted onto the image?", other),
                    (moved, np.zeros(3)),
                    (moved, (g1 + g2) / 2),
                ],
            )

        assert_close(env.names.get(name), truth, name=name, hint=hint)


@hidden(points=1)
def test_knows_every_shift(known_features: Function) -> None:
    """known_features should find images that are shifted along rows and columns."""
    rng = random_cases("shifts")
    for height, width in ((4, 5), (6, 2), (3, 3)):
        examples = [
            (rng.normal(size=(height, width)), rng.normal(size=3)) for _ in range(3)
        ]
        last = (height - 1, width - 1)
        for place, (known, truth) in enumerate(examples):
            down, right = int(rng.integers(1, height)), int(rng.integers(1, width))
            for steps in ((0, 0), (down, 0), (0, right), (down, right), last):
                image = np.roll(known, steps, (0, 1))
                features = known_features(image, deepcopy(examples))
                where = f"example {place} of {len(examples)}, shifted by {steps}"
                if features is None:
                    told = (
                        "a shift goes along rows, columns or both, and wraps around."
                        if any(steps)
                        else "look at every example, and at a shift by 0 too."
                    )
                    raise AssertionError(
                        f"known_features gives None for {where}. Hint: {told}"
                    )
                assert_close(features, truth, name=f"features of {where},")


@hidden(points=1)
def test_admits_what_it_cannot_know(known_features: Function) -> None:
    """known_features should be None for an image that no shift can make."""
    rng = random_cases("strangers")
    for height, width in ((4, 5), (4, 4)):
        known = rng.permutation(height * width).reshape(height, width).astype(float)
        swapped = known.copy()
        swapped[0, 0], swapped[2, 1] = known[2, 1], known[0, 0]
        sheared = known.copy()
        sheared[1] = np.roll(known[1], 1)
        first, last, turned = known.copy(), known.copy(), known[::-1, ::-1]
        first[0, 0] = last[-1, -1] = known.max() + 1
        strangers = (
            known[::-1],
            known[:, ::-1],
            turned,
            swapped,
            sheared,
            known + 1,
            first,
            last,
            2 * known,
        )
        examples = [(known, np.array([1.0, 2.0, 3.0]))]
        itself = known_features(known, deepcopy(examples))
        if itself is None:
            raise AssertionError(
                "known_features gives None for the known image itself."
            )
        assert_close(itself, [1, 2, 3], name="features of the known image itself")
        answers = [known_features(each, deepcopy(examples)) for each in strangers]
        for image, features in zip(strangers, answers, strict=True):
            if features is None:
                continue
            told = (
                "the same pixels in other places are another image."
                if equal(np.sort(image.ravel()), np.sort(known.ravel()))
                else "an image with other pixels is another image."
            )
            if not any(answer is None for answer in answers):
                told = "some images fit no example: does your function ever say so?"
            raise AssertionError(
                "known_features should give None for an image that is no shift of a "
                f"known one, but gives something else. Hint: {told}"
            )


@hidden(points=1)
def test_changes_are_the_breaking_ones(breaks_the_rule: object) -> None:
    """breaks_the_rule should name every change that breaks the invariance."""
    assert_right_choices(
        breaks_the_rule,
        "ABDF",
        "ABCDEFG",
        name="breaks_the_rule",
        hints={
            "A": "what does a filter see beside a line at the border, among zeros?",
            "B": "how many rows has each map then, and which ones count twice in GAP?",
            "C": "does a function that acts on every entry alone care where it is?",
            "D": "where in the flattened map does a feature stand after a shift?",
            "E": "how many rows has each map then, and is any of them special?",
            "F": "shift the image by one pixel: which pixels do the windows start at?",
            "G": "does the largest entry of a map care where it is?",
        },
    )
