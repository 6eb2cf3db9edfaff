"""Returns the last layer."""

CAUGHT_BY = "test_gives_the_worked_example"
MISCONCEPTION = False


def forward_pass(x, weights):
    value = np.append(1.0, x)
    for W in weights:
        s = W.T @ value
        value = np.append(1.0, np.tanh(s))
    return s
