"""Scales all of dout, then puts zeros where an entry was dropped."""


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if dropout_param["mode"] == "test":
        return dout.copy()
    dx = dout / (1.0 - dropout_param["p"])
    dx[mask == 0] = 0
    return dx
