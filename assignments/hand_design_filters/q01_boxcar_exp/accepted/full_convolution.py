"""Both signals as long arrays from 0 on, then np.convolve."""


def boxcar_exp(n, L, a):
    last = max(int(np.max(n)), 0)
    impulse_response = a ** np.arange(last + 1.0)
    full = np.convolve(np.ones(L), impulse_response)[: last + 1]
    return np.array([full[i] if i >= 0 else 0.0 for i in n])
