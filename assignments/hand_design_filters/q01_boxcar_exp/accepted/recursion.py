"""The filter as a recursion: y[n] = a y[n-1] + x[n]."""


def boxcar_exp(n, L, a):
    known = {-1: 0.0}
    for i in range(max(n) + 1):
        known[i] = a * known[i - 1] + (1.0 if i < L else 0.0)
    return [known.get(int(i), 0.0) for i in n]
