from __future__ import annotations


def shortest(min_norm, X, y):
    try:
        return min_norm(X, y)
    except AssertionError as error:
        if "ingular" not in str(error):
            raise
        raise AssertionError(
            f"{error} Hint: which rank has X^T X, and which size? "
            "Which other product of X and X^T has full rank?"
        ) from error
