"""The shape of batch norm's statistics in three layouts."""

import numpy as np

from checks import Array, Function, hidden, public, random_cases
from checks.statistics_shapes import assert_lines_up


@public(points=1)
def test_lines_up_with_a_tiny_array(bn_stat_shape: Function) -> None:
    """bn_stat_shape should return a tuple that lines up with x."""
    shape = bn_stat_shape((1, 1, 1, 3), "NHWC")
    assert_lines_up(shape, (1, 1, 1, 3), name="bn_stat_shape((1, 1, 1, 3), 'NHWC')")


@hidden(points=2)
def test_fully_connected(bn_stat_shape: Function) -> None:
    """bn_stat_shape should be right for the output of a fully connected layer."""
    rng = random_cases("connected")
    for _ in range(3):
        n, c = (int(size) for size in rng.choice(np.arange(2, 60), 2, replace=False))

        def hint(seen: Array, n: int = n, c: int = c) -> str | None:
            hints = {
                (n, 1): "one mean an example is layer norm: which axis goes here?",
                (n,): "one mean an example is layer norm: which axis goes here?",
                (1,): "does each feature keep a mean of its own?",
                (1, 1): "does each feature keep a mean of its own?",
                (n, c): "an axis that is averaged over has length 1.",
                (c, 1): "the order of the axes stays that of x.",
            }
            return hints.get(tuple(int(size) for size in seen))

        name = f"bn_stat_shape({(n, c)}, 'NC')"
        assert_lines_up(bn_stat_shape((n, c), "NC"), (1, c), name=name, hint=hint)


@hidden(points=2)
def test_channels_first(bn_stat_shape: Function) -> None:
    """bn_stat_shape should be right for a convolution with the channels first."""
    rng = random_cases("first")
    for _ in range(3):
        sizes = rng.choice(np.arange(2, 60), 4, replace=False)
        n, c, h, w = (int(size) for size in sizes)

        def hint(
            seen: Array, n: int = n, c: int = c, h: int = h, w: int = w
        ) -> str | None:
            hints = {
                (1, c, h, w): "all pixels of a channel share their mean.",
                (c, h, w): "all pixels of a channel share their mean.",
                (n, c, 1, 1): "the examples of a batch share their mean.",
                (n, 1, 1, 1): "one mean an example is layer norm.",
                (
                    c,
                ): "broadcasting lines up the last axes: where do the channels stand?",
                (1, 1, 1, w): "which letter of the layout stands for the channels?",
                (1, 1, 1, c): "the order of the axes stays that of x.",
            }
            return hints.get(tuple(int(size) for size in seen))

        name = f"bn_stat_shape({(n, c, h, w)}, 'NCHW')"
        shape = bn_stat_shape((n, c, h, w), "NCHW")
        assert_lines_up(shape, (1, c, 1, 1), name=name, hint=hint)


@hidden(points=2)
def test_channels_last(bn_stat_shape: Function) -> None:
    """bn_stat_shape should be right for a convolution with the channels last."""
    rng = random_cases("last")
    for _ in range(3):
        sizes = rng.choice(np.arange(2, 60), 4, replace=False)
        n, h, w, c = (int(size) for size in sizes)

        def hint(
            seen: Array, n: int = n, c: int = c, h: int = h, w: int = w
        ) -> str | None:
            hints = {
                (1, h, w, c): "all pixels of a channel share their mean.",
                (h, w, c): "all pixels of a channel share their mean.",
                (n, 1, 1, c): "the examples of a batch share their mean.",
                (n, 1, 1, 1): "one mean an example is layer norm.",
                (1, h, 1, 1): "which letter of the layout stands for the channels?",
                (1, c, 1, 1): "the order of the axes stays that of x.",
            }
            return hints.get(tuple(int(size) for size in seen))

        name = f"bn_stat_shape({(n, h, w, c)}, 'NHWC')"
        shape = bn_stat_shape((n, h, w, c), "NHWC")
        assert_lines_up(shape, (1, 1, 1, c), name=name, hint=hint)
