"""Row by row, weight by weight."""


def tanh_gradient(w, X, y):
    gradient = np.zeros(len(w))
    for row, target in zip(X, y):
        out = np.tanh(sum(a * b for a, b in zip(row, w)))
        for j in range(len(w)):
            gradient[j] += 2 * (out - target) * (1 - out**2) * row[j] / len(y)
    return gradient
