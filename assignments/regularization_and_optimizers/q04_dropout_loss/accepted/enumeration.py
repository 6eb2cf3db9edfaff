"""All masks, one after another: slow, but it is the definition."""


def dropout_loss(X, y, w, p_keep):
    from itertools import product

    total = 0.0
    for bits in product([0, 1], repeat=X.size):
        kept = sum(bits)
        chance = p_keep**kept * (1 - p_keep) ** (X.size - kept)
        mask = np.array(bits).reshape(X.shape)
        total += chance * np.sum((y - (mask * X) @ w) ** 2)
    return total
