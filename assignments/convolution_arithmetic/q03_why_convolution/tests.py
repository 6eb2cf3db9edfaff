"""What `dense_params` must count, and which reasons are good ones."""

from checks import (
    Function,
    assert_choices,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.arithmetic import assert_counts, distinct


@public(points=0.5)
def test_counts_a_worked_example(dense_params: Function) -> None:
    """dense_params should count 16 weights in the worked example."""
    assert_counts(dense_params(1, 1, 2, 2), 16, name="dense_params")


@public(points=0.5)
def test_reasons_are_letters(good_reasons: object) -> None:
    """good_reasons should be a string of letters from A to H."""
    assert_choices(good_reasons, "ABCDEFGH", name="good_reasons")


@hidden(points=2)
def test_counts_every_pair(dense_params: Function) -> None:
    """dense_params should count one weight for every pair of numbers."""
    rng = random_cases("dense")
    drawn = [distinct(rng, 4, 2, 9) for _ in range(3)]
    for c_in, c_out, h, w in [(3, 4, 224, 224), *drawn]:
        mix, area = c_in * c_out, h * w
        assert_counts(
            dense_params(c_in, c_out, h, w),
            sum(c_out * h * w for _ in range(c_in * h * w)),
            name=f"weights from {c_in} to {c_out} channels on {h}x{w}",
            mistakes=[
                ("the maps have channels: count their numbers too.", area**2),
                (
                    "each number of the output map reads every number of the input map.",
                    mix * area,
                ),
                ("pairs multiply, they do not add.", (c_in + c_out) * area),
                ("the image need not be square.", mix * h**4),
                ("the image need not be square.", mix * w**4),
                ("the biases are not counted.", mix * area**2 + c_out * area),
                ("the output map has a height and a width too.", mix * 9),
            ],
        )


@hidden(points=1)
def test_reasons_are_the_good_ones(good_reasons: object) -> None:
    """good_reasons should name every good reason and no other."""
    left = "one good reason is left out: think of {}."
    assert_right_choices(
        good_reasons,
        "ACEG",
        "ABCDEFGH",
        name="good_reasons",
        hints={
            "A": left.format("what happens when the same object is elsewhere"),
            "B": "shift the image by one pixel: does the output map stay, or move?",
            "C": left.format("which pixels of an image depend on each other"),
            "D": "turn an edge detector's input by 90 degrees: does it still answer?",
            "E": left.format("the two counts"),
            "F": "without biases, what does every layer answer to a black image?",
            "G": left.format("what the second layer sees of the image"),
            "H": "every convolution is a dense layer with equal and zero weights.",
        },
    )
