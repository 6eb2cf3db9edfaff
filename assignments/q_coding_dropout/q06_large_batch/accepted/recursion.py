"""One step, and then the rest; the gradient row by row."""


def average_descent(X, Y, learning_rate, steps, w=None):
    w = [0.0] * len(X[0]) if w is None else w
    if steps == 0:
        return w
    slope = [0.0] * len(w)
    for row, goal in zip(X, Y):
        error = sum(a * b for a, b in zip(row, w)) - goal
        slope = [s + 2 * error * a / len(X) for s, a in zip(slope, row)]
    w = [b - learning_rate * s for b, s in zip(w, slope)]
    return average_descent(X, Y, learning_rate, steps - 1, w)


large_batch = "a,c,e"
