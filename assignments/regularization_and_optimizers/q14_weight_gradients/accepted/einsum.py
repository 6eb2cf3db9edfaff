"""einsum, layer by layer, without xs[-1]."""


def weight_gradients(xs, deltas):
    gradients = []
    for delta in reversed(deltas):
        x = xs[len(deltas) - len(gradients) - 1]
        gradients.insert(0, np.einsum("i,j->ij", x, delta))
    return gradients
