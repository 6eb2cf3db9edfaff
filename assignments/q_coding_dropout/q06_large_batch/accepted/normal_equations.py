"""Computes the matrix and the vector of the gradient once."""


def average_descent(X, Y, learning_rate, steps):
    matrix, vector = X.T @ X / len(X), X.T @ Y / len(X)
    w = np.zeros_like(vector)
    for _ in range(steps):
        w -= 2 * learning_rate * (matrix @ w - vector)
    return w


large_batch = ["A", "C", "E"]
