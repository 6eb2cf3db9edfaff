"""Fits a straight line from the normalized values back to the input."""


def identity_params(h, eps):
    lines = []
    for column in h.T:
        x_hat = (column - np.mean(column)) / np.sqrt(np.var(column) + eps)
        lines.append(np.polyfit(x_hat, column, deg=1))
    return np.transpose(lines)


identity_facts = "FEA"
