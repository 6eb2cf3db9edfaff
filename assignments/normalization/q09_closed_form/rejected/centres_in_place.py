"""Subtracts the mean from the caller's own X."""

CAUGHT_BY = "test_leaves_its_inputs_alone"
HINT = "in place"


def bn_gradients(dY, X, gamma, eps):
    root = np.sqrt(X.var(axis=0) + eps)
    X -= X.mean(axis=0)
    Z = X / root
    dX = gamma / root * (dY - dY.mean(axis=0) - Z * (dY * Z).mean(axis=0))
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)
