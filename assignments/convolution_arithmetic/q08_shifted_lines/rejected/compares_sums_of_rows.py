"""Compares the sums of rows and columns, after sorting."""

CAUGHT_BY = "test_admits_what_it_cannot_know"
HINT = "the same pixels in other places"

from solution import known_features


def known_features(image, examples):
    def marks(picture):
        return [np.sort(picture.sum(axis=axis)) for axis in (0, 1)]

    for known, features in examples:
        if all(np.allclose(a, b) for a, b in zip(marks(known), marks(image))):
            return features
    return None
