"""Differentiates its own forward pass, where eps is outside the root."""

CAUGHT_BY = "test_gives_dx_of_every_batch"
HINT = "your batchnorm_forward, which is not right yet: look there first"


def batchnorm_forward(x, gamma, beta, bn_param):
    xmu = x - x.mean(axis=0)
    std = np.sqrt((xmu**2).mean(axis=0))
    ivar = 1 / (std + bn_param.get("eps", 1e-5))
    return gamma * xmu * ivar + beta, (xmu, ivar, std, gamma)


def batchnorm_backward(dout, cache):
    xmu, ivar, std, gamma = cache
    N = len(xmu)
    dxhat = dout * gamma
    dstd = -np.sum(dxhat * xmu, axis=0) * ivar**2
    dxmu = dxhat * ivar + xmu * dstd / std / N
    dx = dxmu - dxmu.mean(axis=0)
    return dx, np.sum(dout * xmu * ivar, axis=0), dout.sum(axis=0)
