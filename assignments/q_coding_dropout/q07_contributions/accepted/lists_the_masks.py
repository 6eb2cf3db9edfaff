"""Lists all masks, one after the other."""


def compare(x, y):
    without = np.linalg.pinv(x[None, :]) @ [y]
    rows = np.array([x * m for m in product([0, 2], repeat=len(x))])
    dropped = np.linalg.lstsq(rows, np.full(len(rows), y), rcond=None)[0]
    return [without, dropped, without * x, dropped * x]


def tug_of_war(x, y, p_drop):
    wishes = []
    for value in x:
        wishes.append(y / (value / (1 - p_drop)))
    output = sum(w * value / (1 - p_drop) for w, value in zip(wishes, x))
    return np.array(wishes), output, (y - output) ** 2


why_shared = {"A", "C", "E"}
