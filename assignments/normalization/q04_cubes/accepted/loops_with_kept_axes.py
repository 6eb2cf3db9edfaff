"""One group at a time, and axes kept with length 1."""

batch_norm_picture = "A"
layer_norm_picture = "B"


def batch_norm_means(x):
    out = np.zeros((1, x.shape[1], 1, 1))
    for channel in range(x.shape[1]):
        out[0, channel] = x[:, channel].mean()
    return out


def layer_norm_means(x):
    return [sum(example.ravel()) / example.size for example in x]
