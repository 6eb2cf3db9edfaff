"""N - 1 in the last term."""

from solution import bn_gradients

CAUGHT_BY = "test_dx_agrees_with_autograd"
HINT = "not by N - 1"


def bn_gradients(dY, X, gamma, eps):
    N, mean, var = len(X), X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var + eps)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    dX = gamma / root * (dY - dY.mean(axis=0) - Z * (dY * Z).sum(axis=0) / (N - 1))
    return dX, dgamma, dbeta
