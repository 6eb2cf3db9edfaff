"""Groups of equal size: a mean of means, and an einsum over all that is averaged."""

batch_norm_picture = ("A",)
layer_norm_picture = "B "


def batch_norm_means(x):
    return x.mean(axis=3).mean(axis=2).mean(axis=0)[None]


def layer_norm_means(x):
    totals = np.einsum("nchw->n", x)
    return totals.reshape(-1, 1, 1, 1) / np.prod(x.shape[1:])
