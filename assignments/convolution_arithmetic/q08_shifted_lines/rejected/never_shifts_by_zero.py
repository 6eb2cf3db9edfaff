"""Begins all shifts at one pixel."""

CAUGHT_BY = "test_knows_every_shift"
HINT = "a shift by 0 too"

from solution import known_features


def known_features(image, examples):
    for known, features in examples:
        for down in range(1, image.shape[0]):
            for right in range(1, image.shape[1]):
                if np.array_equal(np.roll(known, (down, right), (0, 1)), image):
                    return features
    return None
