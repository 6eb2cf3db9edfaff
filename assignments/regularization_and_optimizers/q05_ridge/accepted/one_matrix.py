"""Both answers as the rows of one matrix."""


def to_ridge(X, w_tilde, p_keep):
    lengths = np.sqrt(np.einsum("ij,ij->j", X, X))
    odds = (1 - p_keep) / p_keep
    return np.stack([p_keep * w_tilde, odds**0.5 * lengths])
