"""Computes both lengths and sorts them; statements in lower case."""


def contour_axes(rho, k):
    lengths = [k * (1 + sign * rho) ** 0.5 for sign in (-1, 1)]
    return [max(lengths), min(lengths)]


correlation_facts = "b, c, f"
