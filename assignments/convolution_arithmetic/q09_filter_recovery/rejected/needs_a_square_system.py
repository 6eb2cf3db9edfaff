"""Solves a square system: crashes when there are more equations than unknowns."""

CAUGHT_BY = "test_recovers_every_filter"
HINT = "agree with each other"


def recover_filter(x, y, kernel_size):
    windows = np.array([x[i : i + kernel_size] for i in range(len(y))])
    return np.linalg.solve(windows, y)
