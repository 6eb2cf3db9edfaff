"""NumPy's global generator, and a mask of zeros and ones."""


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    if "seed" in dropout_param:
        np.random.seed(dropout_param["seed"])
    mask = np.random.rand(*x.shape) < 1 - p
    out = x * mask / (1 - p) if mode == "train" else x
    return out, (mode, 1 - p, mask)
