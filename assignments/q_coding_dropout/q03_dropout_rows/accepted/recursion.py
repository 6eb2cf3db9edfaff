"""Doubles the list of rows for every input; pseudo-inverse."""


def dropout_rows(x, y):
    rows = np.zeros((1, 0))
    for value in x:
        dropped = np.column_stack([rows, np.zeros(len(rows))])
        kept = np.column_stack([rows, np.full(len(rows), value / 0.5)])
        rows = np.concatenate([kept, dropped])
    return rows, y + np.zeros(len(rows))


def fit_rows(X, Y, x, y):
    w = np.linalg.pinv(X) @ Y
    errors = Y - X @ w
    return w, errors @ errors / len(errors), np.mean((y - x @ w) ** 2)
