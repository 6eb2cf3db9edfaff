"""One branch a mode, the result in a list."""


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    mode = dropout_param["mode"]
    dx = None
    if mode == "train":
        dx = np.multiply(dout, mask)
    elif mode == "test":
        dx = 1.0 * dout
    return dx.tolist()
