"""A list of lengths; the limit row by row."""


def gradient_norms(w, X, y, scales):
    lengths = []
    for c in scales:
        lengths.append(sum(g * g for g in tanh_gradient(w * c, X, y)) ** 0.5)
    return lengths


def limit_output(w, X):
    return [0 if row @ w == 0 else 1 if row @ w > 0 else -1 for row in X]


large_weights = "bde"
