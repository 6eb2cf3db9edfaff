"""The published formula: the factor X_ij - mu_j is lost."""

from solution import bn_gradients

CAUGHT_BY = "test_dx_agrees_with_autograd"
HINT = "a factor that depends on i"


def bn_gradients(dY, X, gamma, eps):
    N, mean, var = len(X), X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var + eps)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    dX = (
        gamma
        / root
        * (dY - dY.mean(axis=0) - (dY * (X - mean)).mean(axis=0) / (var + eps))
    )
    return dX, dgamma, dbeta
