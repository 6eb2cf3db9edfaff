"""Builds the matrix of question 11 after all."""


def gradient_by_matrix(A, dy):
    return dy @ A


def gradient_by_convolution(dy, w):
    length = dy.shape[1] + w.shape[2] - 1
    A = conv1d_matrix(w, length)
    return gradient_by_matrix(A, dy.ravel()).reshape(w.shape[1], length)
