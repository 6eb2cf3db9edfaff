"""One column at a time, as two lists."""


def to_ridge(X, w_tilde, p_keep):
    w, gamma = [], []
    for j in range(X.shape[1]):
        w.append(p_keep * w_tilde[j])
        gamma.append((sum(x * x for x in X[:, j]) * (1 / p_keep - 1)) ** 0.5)
    return w, gamma
