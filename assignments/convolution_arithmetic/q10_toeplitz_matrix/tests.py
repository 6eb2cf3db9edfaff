"""Which matrix is the convolution, and how many numbers are free in it."""

import numpy as np

from checks import Array, Function, assert_close, hidden, public, random_cases
from checks.arithmetic import assert_counts, distinct
from checks.hints import recognise


@public(points=1)
def test_writes_a_worked_example(toeplitz_matrix: Function) -> None:
    """toeplitz_matrix should give the matrix of the worked example."""
    W = toeplitz_matrix(np.array([1.0, 3.0, 2.0]), 4)
    assert_close(W, [[2, 3, 1, 0], [0, 2, 3, 1]], name="toeplitz_matrix")


@public(points=0.5)
def test_counts_a_single_output(free_params: Function) -> None:
    """free_params should be (3, 3) when there is one output of three numbers."""
    assert_counts(free_params(3, 3), (3, 3), name="free_params(3, 3)")


@hidden(points=3.5)
def test_agrees_with_convolution(toeplitz_matrix: Function) -> None:
    """toeplitz_matrix should do to every x what numpy's convolution does."""
    rng = random_cases("toeplitz_matrix")
    for D, K in [(7, 3), (9, 4), (6, 2), (5, 1), (4, 4)]:
        h = np.array([1.0, 2.0, 4.0]) if D == 7 else rng.normal(size=K)
        truth = np.stack([np.convolve(unit, h, "valid") for unit in np.eye(D)], axis=1)
        wrapped = np.stack([np.roll(truth[0], k) for k in range(D)])
        whole = np.stack([np.convolve(unit, h) for unit in np.eye(D)], axis=1)
        start = (K - 1) // 2

        def hint(
            seen: Array,
            W: Array = truth,
            wrapped: Array = wrapped,
            whole: Array = whole,
            same: Array = whole[start : start + D],
        ) -> str | None:
            partly = "only complete windows count: look at the first row and the last."
            return recognise(
                seen,
                [
                    ("the kernel is flipped here.", W[::-1, ::-1]),
                    ("one row for each output, one column for each input.", W.T),
                    (
                        "the kernel is flipped here, and each output has a row.",
                        W[::-1, ::-1].T,
                    ),
                    (partly, whole),
                    (partly, same),
                    (partly, same[::-1, ::-1]),
                    ("only complete windows count: none wraps around.", wrapped),
                    (
                        "only complete windows count: none wraps around.",
                        np.stack(
                            [np.roll(W[-1, ::-1], k) for k in range(len(wrapped))]
                        ),
                    ),
                ],
            )

        W = assert_close(
            toeplitz_matrix(h, D),
            truth,
            name=f"toeplitz_matrix, K={K}, D={D}",
            hint=hint,
        )
        x = rng.normal(size=D)
        assert_close(
            W @ x, np.convolve(x, h, "valid"), name="toeplitz_matrix(h, D) @ x"
        )


@hidden(points=2)
def test_counts_what_is_free(free_params: Function) -> None:
    """free_params should count the numbers that can be chosen freely."""
    rng = random_cases("free")
    drawn = [sorted(distinct(rng, 2, 3, 14)) for _ in range(3)]
    for K, D in [(3, 7)] + [(small, large + 2) for small, large in drawn]:
        dense, rows = D * (D - K + 1), D - K + 1
        matrices = [
            np.stack([np.convolve(unit, tap, "valid") for unit in np.eye(D)]).ravel()
            for tap in np.eye(K)
        ]
        pattern = "a number that is used many times is free only once."
        assert_counts(
            free_params(D, K),
            (len(matrices[0]), np.linalg.matrix_rank(np.stack(matrices))),
            name=f"free_params({D}, {K})",
            mistakes=[
                (pattern, (dense, rows * K)),
                (pattern, (dense, D * K)),
                (pattern, (dense, rows)),
                (pattern, (dense, dense)),
                ("the layer gives D - K + 1 numbers.", (D * D, K)),
                ("the layer gives D - K + 1 numbers.", (D * (D - K), K)),
                ("the layer gives D - K + 1 numbers.", (D * K, K)),
                ("a general dense layer may fill the whole matrix.", (rows * K, K)),
                ("say the dense layer first.", (K, dense)),
            ],
        )
