"""Looks at the first example alone."""

CAUGHT_BY = "test_knows_every_shift"
HINT = "look at every example"

from solution import known_features


def known_features(image, examples):
    known, features = examples[0]
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            if np.array_equal(np.roll(known, (i, j), (0, 1)), image):
                return features
    return None
