"""Never shifts along both axes."""

CAUGHT_BY = "test_knows_every_shift"
HINT = "along rows, columns or both"

from solution import known_features


def known_features(image, examples):
    for known, features in examples:
        for axis in (0, 1):
            for step in range(image.shape[axis]):
                if np.array_equal(np.roll(known, step, axis), image):
                    return features
    return None
