"""Lists the masks and weights each with its probability."""


def w_of_p(x, y, p_drop):
    keep = 1 - p_drop
    second, first = 0, 0
    for mask in product([0, 1], repeat=len(x)):
        chance = np.prod([keep if m else p_drop for m in mask])
        row = np.array(mask) * x / keep
        second = second + chance * np.outer(row, row)
        first = first + chance * row * y
    return np.linalg.pinv(second) @ first


why_jump = "b"
