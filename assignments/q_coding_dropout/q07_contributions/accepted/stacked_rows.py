"""The four results as the rows of one array; a penalty for the second solution."""


def compare(x, y):
    row = x.reshape(1, -1)
    without = np.linalg.lstsq(row, np.array([y]), rcond=None)[0]
    # With dropout, each input has a row of its own below the row of all.
    rows = np.concatenate([row, np.diag(x)])
    goals = np.append(y, np.zeros(len(x)))
    dropped = np.linalg.lstsq(rows, goals, rcond=None)[0]
    return np.stack([without, dropped, without * x, dropped * x])


def tug_of_war(x, y, p_drop):
    kept = np.multiply(x, 1 / (1 - p_drop))
    wishes = np.linalg.solve(np.diag(kept), np.full_like(kept, y))
    output = np.einsum("j,j->", kept, wishes)
    return wishes.tolist(), output.item(), np.square(y - output)


why_shared = ("C", "A", "E")
