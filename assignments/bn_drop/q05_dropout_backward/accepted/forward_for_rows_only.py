"""Its forward pass takes rows and columns only; the gradient fits to its mask."""


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    rng = np.random.default_rng(dropout_param.get("seed"))
    if dropout_param["mode"] == "test":
        return x, (dropout_param, None)
    rows, columns = x.shape
    mask = rng.random((rows, columns)) >= p
    return x * mask / (1 - p), (dropout_param, mask)


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if mask is None:
        return dout
    return dout * mask / (1 - dropout_param["p"])
