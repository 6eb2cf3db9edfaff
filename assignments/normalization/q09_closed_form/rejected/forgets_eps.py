"""Divides by the standard deviation alone."""

CAUGHT_BY = "test_dx_agrees_with_autograd"
HINT = "next to sigma2"
TRUE = ("eps is part of Z as well",)


def bn_gradients(dY, X, gamma, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    root = np.sqrt(var)
    Z = (X - mean) / root
    dgamma, dbeta = (dY * Z).sum(axis=0), dY.sum(axis=0)
    dX = gamma / root * (dY - dY.mean(axis=0) - Z * (dY * Z).mean(axis=0))
    return dX, dgamma, dbeta
