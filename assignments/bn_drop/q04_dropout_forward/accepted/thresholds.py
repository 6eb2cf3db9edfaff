"""Overwrites uniform numbers of the old global generator, and keeps a dictionary."""


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    if "seed" in dropout_param:
        np.random.seed(dropout_param["seed"])
    if mode == "test":
        return x.copy(), {"mode": mode}
    mask = np.random.rand(*x.shape)
    mask[mask < p] = 0
    mask[mask >= p] = 1
    out = x * mask
    out /= 1 - p
    return out.astype(x.dtype, copy=False), {"mode": mode, "mask": mask, "p": p}
