"""Divides the last term by sigma2 alone."""

from solution import bn_gradients

CAUGHT_BY = "test_dx_agrees_with_autograd"
HINT = "eps stands under every root"


def bn_gradients(dY, X, gamma, eps):
    N, mean, var = len(X), X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var + eps)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    dX = (
        gamma
        / root
        * (dY - dY.mean(axis=0) - (X - mean) * (dY * (X - mean)).mean(axis=0) / var)
    )
    return dX, dgamma, dbeta
