"""Looks the row up by the kind of layer."""


def table_row(kind, size, shape):
    n = size or 0
    plane = list(shape[1:])
    rows = {
        "CONV3": ((9 * shape[0] + 1) * n, [n] + plane),
        "POOL2": (0, [shape[0]] + [s // 2 for s in plane]),
        "FLATTEN": (0, [int(np.prod(shape))]),
        "FC": ((shape[0] + 1) * n, [n]),
    }
    return rows[kind]
