"""Lets pixels that leave the image vanish."""

CAUGHT_BY = "test_knows_every_shift"
HINT = "wraps around"

from solution import known_features


def known_features(image, examples):
    H, W = image.shape
    for known, features in examples:
        for down in range(H):
            for right in range(W):
                moved = np.zeros((H, W))
                moved[down:, right:] = known[: H - down, : W - right]
                if np.array_equal(moved, image):
                    return features
    return None
