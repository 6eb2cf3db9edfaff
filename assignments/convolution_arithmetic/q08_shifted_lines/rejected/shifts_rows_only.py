"""Tries shifts along one axis."""

CAUGHT_BY = "test_knows_every_shift"
HINT = "along rows, columns or both"

from solution import known_features


def known_features(image, examples):
    for known, features in examples:
        for down in range(image.shape[0]):
            if np.array_equal(np.roll(known, down, 0), image):
                return features
    return None
