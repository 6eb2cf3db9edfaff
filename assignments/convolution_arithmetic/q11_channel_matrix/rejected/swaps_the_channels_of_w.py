"""Reads w as (C_in, C_out, K)."""

CAUGHT_BY = "test_agrees_with_torch"
HINT = "leads from input channel"


def conv1d_matrix(w, length):
    c_in, c_out, K = w.shape
    return np.block(
        [
            [toeplitz_matrix(w[i, o, ::-1], length) for i in range(c_in)]
            for o in range(c_out)
        ]
    )
