"""Uses the size of gamma: right in the example."""

from solution import bn_gradients

CAUGHT_BY = "test_dx_agrees_with_autograd"
HINT = "gamma may be negative"


def bn_gradients(dY, X, gamma, eps):
    N, mean, var = len(X), X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var + eps)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    dX = np.abs(gamma / root) * (dY - dY.mean(axis=0) - Z * (dY * Z).mean(axis=0))
    return dX, dgamma, dbeta
