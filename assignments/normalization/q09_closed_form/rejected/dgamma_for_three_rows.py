"""Takes three rows for granted."""

from solution import bn_gradients

CAUGHT_BY = "test_dgamma_agrees_with_autograd"
MISCONCEPTION = False


def bn_gradients(dY, X, gamma, eps):
    N, mean, var = len(X), X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var + eps)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * Z).mean(axis=0) * 3, dY.sum(axis=0)
    dX = gamma / root * (dY - dY.mean(axis=0) - Z * (dY * Z).mean(axis=0))
    return dX, dgamma, dbeta
