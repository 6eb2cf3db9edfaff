"""Z without eps, in dgamma only."""

from solution import bn_gradients

CAUGHT_BY = "test_dgamma_agrees_with_autograd"
HINT = "eps is part of Z"


def bn_gradients(dY, X, gamma, eps):
    N, mean, var = len(X), X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var + eps)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * (X - mean)).sum(axis=0) / np.sqrt(var), dY.sum(axis=0)
    dX = gamma / root * (dY - dY.mean(axis=0) - Z * (dY * Z).mean(axis=0))
    return dX, dgamma, dbeta
