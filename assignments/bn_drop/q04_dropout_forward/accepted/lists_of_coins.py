"""Coins of the standard library, and lists in the place of arrays."""

import random


def dropout_forward(x, dropout_param):
    coins = random.Random(dropout_param.get("seed"))
    keep = 1.0 - dropout_param["p"]
    if dropout_param["mode"] != "train":
        return x.tolist(), None
    mask = [1.0 / keep if coins.random() < keep else 0.0 for _ in range(x.size)]
    mask = np.array(mask).reshape(x.shape)
    return np.multiply(mask, x).tolist(), mask
