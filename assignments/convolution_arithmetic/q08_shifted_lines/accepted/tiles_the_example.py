"""Looks for the image in four copies of the example."""

g3 = g1.copy()
g4 = list(g2)


def known_features(image, examples):
    for known, features in examples:
        tiled = np.tile(known, (2, 2))
        windows = np.lib.stride_tricks.sliding_window_view(tiled, image.shape)
        if (windows == image).all(axis=(2, 3)).any():
            return features
    return None


breaks_the_rule = ["A", "B", "D", "F"]
