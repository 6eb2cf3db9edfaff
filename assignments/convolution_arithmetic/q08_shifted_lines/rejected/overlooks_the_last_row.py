"""Compares all rows but the last."""

CAUGHT_BY = "test_admits_what_it_cannot_know"
MISCONCEPTION = False
TRUE = ("an image with other pixels is another image",)

from solution import known_features


def known_features(image, examples):
    H, W = image.shape
    for known, features in examples:
        for down in range(H):
            for right in range(W):
                moved = np.roll(known, (down, right), (0, 1))
                if np.array_equal(moved[:-1], image[:-1]):
                    return features
    return None
