"""One term for each one of the boxcar that has arrived."""


def boxcar_exp(n, L, a):
    y = np.zeros(len(n))
    for position, now in enumerate(n):
        for i in range(L):
            if now >= i:
                y[position] += a ** float(now - i)
    return y
