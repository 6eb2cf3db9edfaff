"""What a bottleneck saves at equal width, and what it costs."""

from typing import Any

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
from checks.arithmetic import distinct, stand_ins
from checks.closeness import Array
from checks.hints import recognise
from checks.worlds import in_either_world
from references.arithmetic import (
    bottleneck_params,
    earlier_answers,
    standard_block_params,
)


@public(points=0.5)
def test_ratio_of_one_channel(env: Notebook, equal_width_ratio: Function) -> None:
    """equal_width_ratio should be 1.2 for blocks of 24 and 20 parameters."""
    blocks = {
        "standard_block_params": lambda *_, **__: 24,
        "bottleneck_params": lambda *_, **__: 20,
    }

    def check() -> None:
        ratio = equal_width_ratio(1, 1)
        assert_close(ratio, 1.2, name="equal_width_ratio(1, 1)")

    in_either_world(env, {**stand_ins(env, "conv_params"), **blocks}, check)


@public(points=0.5)
def test_choices_are_letters(
    bottleneck_advantages: object, bottleneck_prices: object
) -> None:
    """bottleneck_advantages and bottleneck_prices should be strings of letters."""
    assert_choices(bottleneck_advantages, "ABCDE", name="bottleneck_advantages")
    assert_choices(bottleneck_prices, "ABCDEF", name="bottleneck_prices")


@hidden(points=1)
def test_compares_equal_widths(env: Notebook, equal_width_ratio: Function) -> None:
    """equal_width_ratio should compare blocks with the same channels outside."""
    blocks: dict[str, Any] = {
        "standard_block_params": standard_block_params,
        "bottleneck_params": bottleneck_params,
    }
    rng = random_cases("widths")
    drawn = [sorted(distinct(rng, 2, 2, 90)) for _ in range(3)]
    for s, c in ((32, 128), *drawn):
        standard, squeezed = standard_block_params(c), bottleneck_params(c, s)
        narrow = standard_block_params(s)

        def hint(
            seen: Array, a: int = standard, b: int = squeezed, n: int = narrow
        ) -> str | None:
            width = "both blocks read and give C channels."
            more = "how many times more has the standard block: divide by the other."
            exact = "keep the ratio as it is, without rounding."
            mistakes = [(width, n / b), (width, b / n), (more, b / a)]
            mistakes += [(exact, round(a / b, digits)) for digits in range(5)]
            return recognise(seen, mistakes)

        def check(
            c: int = c, s: int = s, right: float = standard / squeezed, hint: Any = hint
        ) -> None:
            ratio = equal_width_ratio(c, s)
            name = f"equal_width_ratio({c}, {s})"
            assert_close(ratio, right, name=name, hint=hint)

        in_either_world(env, {**earlier_answers("conv_params"), **blocks}, check)


@hidden(points=0.5)
def test_advantages_are_the_true_ones(bottleneck_advantages: object) -> None:
    """bottleneck_advantages should name everything that gets better, and nothing else."""
    assert_right_choices(
        bottleneck_advantages,
        "ACD",
        "ABCDE",
        name="bottleneck_advantages",
        hints={
            "A": "look at the ratio for 128 channels.",
            "B": "how far does a 1x1 kernel look around?",
            "C": "how many MACs belong to each weight at each position?",
            "D": "count the activations, and the parameters that they cost.",
            "E": "what becomes of the channels that the squeeze drops?",
        },
    )


@hidden(points=0.5)
def test_prices_are_the_true_ones(bottleneck_prices: object) -> None:
    """bottleneck_prices should name everything that gets worse, and nothing else."""
    assert_right_choices(
        bottleneck_prices,
        "ACE",
        "ABCDEF",
        name="bottleneck_prices",
        hints={
            "A": "compute both receptive fields with question 6.",
            "B": "at equal width: look at the ratio.",
            "C": "how many numbers at a position pass through the middle?",
            "D": "at equal width, how many channels does each block give?",
            "E": "count a 1x1 convolution from C to C channels.",
            "F": "what stands behind each convolution in the figure?",
        },
    )
