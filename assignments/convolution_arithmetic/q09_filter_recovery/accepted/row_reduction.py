"""Eliminates one unknown after another, with the largest pivot among all equations."""


def recover_filter(x, y, kernel_size):
    rows = [[*x[i : i + kernel_size], y[i]] for i in range(len(y))]
    for k in range(kernel_size):
        best = max(range(k, len(rows)), key=lambda r: abs(rows[r][k]))
        rows[k], rows[best] = rows[best], rows[k]
        rows[k] = [entry / rows[k][k] for entry in rows[k]]
        for r in range(len(rows)):
            if r != k:
                factor = rows[r][k]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k])]
    return [row[-1] for row in rows[:kernel_size]]
