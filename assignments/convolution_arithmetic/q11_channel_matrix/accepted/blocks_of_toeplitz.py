"""Puts Toeplitz blocks together; that matrix flips, so flip back."""


def conv1d_matrix(w, length):
    flipped = w[:, :, ::-1]
    return np.block([[toeplitz_matrix(h, length) for h in row] for row in flipped])
