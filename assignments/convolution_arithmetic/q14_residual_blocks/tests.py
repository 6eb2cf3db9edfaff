"""How many parameters the two residual blocks have."""

from checks import Function, Notebook, hidden, public, random_cases
from checks.arithmetic import assert_counts, distinct, stand_ins
from checks.worlds import in_either_world
from references.arithmetic import bottleneck_params as true_bottleneck
from references.arithmetic import earlier_answers
from references.arithmetic import standard_block_params as true_standard


@public(points=0.5)
def test_standard_block_of_one_channel(
    env: Notebook, standard_block_params: Function
) -> None:
    """standard_block_params should be 24 for one channel."""

    def check() -> None:
        assert_counts(standard_block_params(1), 24, name="standard_block_params(1)")

    in_either_world(env, stand_ins(env, "conv_params"), check)


@public(points=0.5)
def test_bottleneck_of_one_channel(env: Notebook, bottleneck_params: Function) -> None:
    """bottleneck_params should be 20 for one channel everywhere."""

    def check() -> None:
        assert_counts(bottleneck_params(1, 1), 20, name="bottleneck_params(1, 1)")

    in_either_world(env, stand_ins(env, "conv_params"), check)


@hidden(points=2)
def test_counts_standard_blocks(env: Notebook, standard_block_params: Function) -> None:
    """standard_block_params should count what torch trains in two layers."""

    def check() -> None:
        rng = random_cases("standard blocks")
        each = "each convolution has biases, each batch norm a scale and a shift."
        for c in (32, *distinct(rng, 3, 2, 90)):
            weights, norms = 18 * c * c, 4 * c
            assert_counts(
                standard_block_params(c),
                true_standard(c),
                name=f"standard_block_params({c})",
                mistakes=[
                    ("biases and batch normalization are trained as well.", weights),
                    ("batch normalization has trained parameters.", weights + 2 * c),
                    (each, weights + norms),
                    (
                        "running statistics are not trained.",
                        weights + 2 * c + 2 * norms,
                    ),
                    ("the block has two convolutions.", 9 * c * c + 3 * c),
                    ("the shortcut only adds.", weights + 2 * c + norms + c * c),
                    ("the shortcut only adds.", weights + 2 * c + norms + c * c + c),
                    ("a filter looks at every input channel.", 18 * c + 2 * c + norms),
                ],
            )

    in_either_world(env, earlier_answers("conv_params"), check)


@hidden(points=2)
def test_counts_bottlenecks(env: Notebook, bottleneck_params: Function) -> None:
    """bottleneck_params should count what torch trains in three layers."""

    def check() -> None:
        rng = random_cases("bottlenecks")
        each = "each convolution has biases, each batch norm a scale and a shift."
        drawn = [sorted(distinct(rng, 2, 2, 90)) for _ in range(3)]
        for s, c in ((32, 128), *drawn):
            weights, biases, norms = 2 * c * s + 9 * s * s, 2 * s + c, 2 * (2 * s + c)
            assert_counts(
                bottleneck_params(c, s),
                true_bottleneck(c, s),
                name=f"bottleneck_params({c}, {s})",
                mistakes=[
                    ("biases and batch normalization are trained as well.", weights),
                    ("batch normalization has trained parameters.", weights + biases),
                    (each, weights + norms),
                    (
                        "running statistics are not trained.",
                        weights + biases + 2 * norms,
                    ),
                    ("the shortcut only adds.", weights + biases + norms + c * c),
                    ("the shortcut only adds.", weights + biases + norms + c * c + c),
                    (
                        "the last layer has C outputs: so many biases, scales and shifts.",
                        weights + 3 * s + 6 * s,
                    ),
                    (
                        "C is the width outside, S the width inside.",
                        2 * c * s + 9 * c * c + 6 * c + 3 * s,
                    ),
                    (
                        "the first and the last kernel are 1x1.",
                        9 * (2 * c * s + s * s) + biases + norms,
                    ),
                    (
                        "the 3x3 layer sees the squeezed channels only.",
                        2 * c * s + 9 * c * c + biases + norms,
                    ),
                ],
            )

    in_either_world(env, earlier_answers("conv_params"), check)
