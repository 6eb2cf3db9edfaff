"""Compares pixel by pixel."""

g3, g4 = g1, g2


def known_features(image, examples):
    H, W = image.shape
    for known, features in examples:
        for i in range(H):
            for j in range(W):
                same = all(
                    image[a, b] == known[(a + i) % H, (b + j) % W]
                    for a in range(H)
                    for b in range(W)
                )
                if same:
                    return features
    return None


breaks_the_rule = "A, B, D, F"
