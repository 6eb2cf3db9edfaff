"""One entry at a time."""


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    dx = np.array(dout)
    if dropout_param["mode"] == "train":
        for place in np.ndindex(*dout.shape):
            dx[place] = dout[place] * mask[place]
    return dx
