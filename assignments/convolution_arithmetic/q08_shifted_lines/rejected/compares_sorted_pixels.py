"""Compares which pixels there are, not where."""

CAUGHT_BY = "test_admits_what_it_cannot_know"
HINT = "the same pixels in other places"

from solution import known_features


def known_features(image, examples):
    for known, features in examples:
        if np.array_equal(np.sort(known.ravel()), np.sort(image.ravel())):
            return features
    return None
