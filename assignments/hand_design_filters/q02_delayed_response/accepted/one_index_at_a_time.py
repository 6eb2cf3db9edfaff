"""Calls boxcar_exp for each index by itself."""


def delayed_response(n, L, a, N):
    return np.concatenate([boxcar_exp(np.array([i - N]), L, a) for i in n])


delay_property = ("B",)
systems_with_it = "fda"
