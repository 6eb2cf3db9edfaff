"""The three cases again, with N put in."""


def delayed_response(n, L, a, N):
    growing = (1 - a ** (n - N + 1.0)) / (1 - a)
    fading = a ** (n - N - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < N, 0.0, np.where(n < N + L, growing, fading))


delay_property = ["b"]
systems_with_it = {"A", "D", "F"}
