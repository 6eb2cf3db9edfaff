"""Stores the standard deviation, and reads it as the variance."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "the path through the variance"


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    centred = x - x.mean(axis=0)
    std = np.sqrt(x.var(axis=0) + eps)
    return gamma * centred / std + beta, (centred, std, gamma)


def batchnorm_backward(dout, cache):
    centred, var, gamma = cache
    N = len(dout)
    x_hat = centred / var
    dx_hat = dout * gamma
    dvar = (dx_hat * centred).sum(axis=0) * -0.5 * var**-1.5
    dc = dx_hat / var + dvar * 2 * centred / N
    return dc - dc.mean(axis=0), (dout * x_hat).sum(axis=0), dout.sum(axis=0)
