"""Which shapes `conv_shape` and `pool_shape` must give."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.arithmetic import assert_counts, distinct
from references.functional import conv2d, max_pool2d


@public(points=1)
def test_sizes_a_worked_convolution(conv_shape: Function) -> None:
    """conv_shape should give the height and width where every window fits."""
    assert_counts(conv_shape((3, 5, 7), 4, 3, 1, 0), (4, 3, 5), name="conv_shape")


@public(points=1)
def test_sizes_a_worked_pool(pool_shape: Function) -> None:
    """pool_shape should halve height and width for a 2x2 window with stride 2."""
    assert_counts(pool_shape((3, 4, 6), 2, 2), (3, 2, 3), name="pool_shape")


@hidden(points=3)
def test_sizes_convolutions_as_torch_does(conv_shape: Function) -> None:
    """conv_shape should agree with torch for every kernel, stride and padding."""
    rng = random_cases("conv shapes")
    layers = [(3, 2, 1), (3, 3, 2), (5, 2, 0), (2, 3, 1), (4, 1, 2), (1, 2, 0)]
    drawn = [(*layer, *distinct(rng, 2, 8, 19)) for layer in layers]
    fixed = [(3, 2, 3, 8, 13), (3, 2, 3, 13, 8), (1, 3, 0, 10, 7)]
    c = 3
    for kernel, stride, pad, h, w in [*fixed, *drawn]:
        x, weight = np.zeros((1, c, h, w)), np.zeros((5, c, kernel, kernel))
        truth = conv2d(x, weight, np.zeros(5), stride, pad)
        exact = [(n + 2 * pad - kernel) / stride + 1 for n in (h, w)]
        short = [(n + 2 * pad - kernel) // stride for n in (h, w)]
        one_sided = [(n + pad - kernel) // stride + 1 for n in (h, w)]
        rows, columns = truth.shape[2:]
        assert_counts(
            conv_shape((c, h, w), 5, kernel, stride, pad),
            truth.shape[1:],
            name=f"shape from {h}x{w}, kernel {kernel}, stride {stride}, pad {pad}",
            mistakes=[
                ("padding is put at both ends of an axis.", (5, *one_sided)),
                ("the first window counts too.", (5, *short)),
                ("each filter makes one channel.", (c, rows, columns)),
                ("height comes before width.", (5, columns, rows)),
                ("the width follows from the width of the input.", (5, rows, rows)),
                (
                    "use the padding that is given, whatever the stride.",
                    (5, *[-(-n // stride) for n in (h, w)]),
                ),
                (
                    "divide by the stride first; then the first window counts too.",
                    (5, *[(n + 2 * pad - kernel + 1) // stride for n in (h, w)]),
                ),
                ("a window that does not fit is left out.", (5, *exact)),
                (
                    "a window that does not fit is left out.",
                    (5, *[-int(-n // 1) for n in exact]),
                ),
                (
                    "count the windows, then the axis is as long as they are many.",
                    (5, h + 2 * pad - kernel + 1, w + 2 * pad - kernel + 1),
                ),
            ],
        )


@hidden(points=2)
def test_sizes_pools_as_torch_does(pool_shape: Function) -> None:
    """pool_shape should agree with torch for every window and stride."""
    rng = random_cases("pool shapes")
    layers = [(3, 2), (2, 3), (3, 1), (2, 2)]
    drawn = [(*layer, *distinct(rng, 2, 8, 19)) for layer in layers]
    c = 3
    for window, stride, h, w in [(5, 2, 8, 11), (5, 2, 11, 8), *drawn]:
        truth = max_pool2d(np.zeros((1, c, h, w)), window, window, stride)
        exact = [(n - window) / stride + 1 for n in (h, w)]
        rows, columns = truth.shape[2:]
        assert_counts(
            pool_shape((c, h, w), window, stride),
            truth.shape[1:],
            name=f"shape from {h}x{w}, window {window}, stride {stride}",
            mistakes=[
                (
                    "the stride says how far the window moves, not its size.",
                    (c, h // window, w // window),
                ),
                (
                    "the window takes room at the end of the axis.",
                    (c, h // stride, w // stride),
                ),
                ("the maximum is taken in each channel by itself.", (1, rows, columns)),
                ("a window that does not fit is left out.", (c, *exact)),
                (
                    "a window that does not fit is left out.",
                    (c, *[-int(-n // 1) for n in exact]),
                ),
                ("height comes before width.", (c, columns, rows)),
                ("the width follows from the width of the input.", (c, rows, rows)),
                (
                    "the first window counts too.",
                    (c, *[(n - window) // stride for n in (h, w)]),
                ),
            ],
        )
