"""Compares the images after bringing both to one length."""

CAUGHT_BY = "test_admits_what_it_cannot_know"
HINT = "an image with other pixels"

from solution import known_features


def known_features(image, examples):
    unit = image / np.linalg.norm(image)
    for known, features in examples:
        known = known / np.linalg.norm(known)
        for down in range(image.shape[0]):
            for right in range(image.shape[1]):
                if np.allclose(np.roll(known, (down, right), (0, 1)), unit):
                    return features
    return None
