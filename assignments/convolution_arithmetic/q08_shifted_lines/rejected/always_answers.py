"""Gives the nearest example, however far."""

CAUGHT_BY = "test_admits_what_it_cannot_know"
HINT = "does your function ever say so?"

from solution import known_features


def known_features(image, examples):
    def distance(known):
        return min(
            np.abs(np.roll(known, (i, j), (0, 1)) - image).sum()
            for i in range(image.shape[0])
            for j in range(image.shape[1])
        )

    return min(examples, key=lambda example: distance(example[0]))[1]
