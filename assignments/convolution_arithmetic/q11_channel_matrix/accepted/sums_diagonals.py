"""One shifted identity for every tap."""


def conv1d_matrix(w, length):
    K = w.shape[2]
    rows = length - K + 1
    return sum(np.kron(w[:, :, k], np.eye(rows, length, k=k)) for k in range(K))
