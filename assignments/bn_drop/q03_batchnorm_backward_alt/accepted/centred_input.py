"""In terms of x - mean and the variance, with sums."""


def batchnorm_backward_alt(dout, cache):
    x, _, mean, var, gamma, eps = cache
    N, c, v = len(x), x - mean, var + eps
    bracket = N * dout - np.sum(dout, axis=0) - c / v * np.sum(dout * c, axis=0)
    dgamma = np.sum(dout * c / np.sqrt(v), axis=0)
    return gamma * v**-0.5 / N * bracket, dgamma, np.sum(dout, axis=0)
