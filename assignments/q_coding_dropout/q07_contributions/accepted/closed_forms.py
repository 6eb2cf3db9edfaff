"""Uses that with dropout all contributions are equal."""


def compare(x, y):
    shares = x**2 / np.sum(x**2)
    equal = np.full(len(x), y / (len(x) + 1))
    return shares * y / x, equal / x, shares * y, equal


def tug_of_war(x, y, p_drop):
    return (1 - p_drop) * y / x, len(x) * y, ((len(x) - 1) * y) ** 2


why_shared = "ECA"
