"""Brings the axis that stays to the front and flattens the others."""

batch_norm_picture = {"A"}
layer_norm_picture = "b"


def batch_norm_means(x):
    return np.moveaxis(x, 1, 0).reshape(x.shape[1], -1).mean(axis=1)


def layer_norm_means(x):
    return x.reshape(len(x), -1).mean(axis=1, keepdims=True)
