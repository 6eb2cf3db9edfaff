"""Compares the smallest of all shifts, as text."""


def smallest_shift(image):
    H, W = image.shape
    return min(
        np.roll(np.roll(image, i, 0), j, 1).tolist() for i in range(H) for j in range(W)
    )


def known_features(image, examples):
    table = {str(smallest_shift(known)): features for known, features in examples}
    return table.get(str(smallest_shift(image)))


g3 = known_features(x3, [(x1, g1), (x2, g2)])
g4 = known_features(x4, [(x1, g1), (x2, g2)])
breaks_the_rule = {"f", "d", "b", "a"}
