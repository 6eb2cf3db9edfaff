"""Written for the example: three layers."""

CAUGHT_BY = "test_gives_every_layer"
MISCONCEPTION = False


def forward_pass(x, weights):
    W1, W2, W3 = weights[:3]
    x0 = np.append(1.0, x)
    x1 = np.append(1.0, np.tanh(W1.T @ x0))
    x2 = np.append(1.0, np.tanh(W2.T @ x1))
    return [x0, x1, x2, W3.T @ x2]
