"""A sum over the places of the late ones."""


def delayed_response(n, L, a, N):
    y = []
    for now in n:
        y.append(sum(a ** float(now - i) for i in range(N, N + L) if now >= i))
    return y


delay_property = "b"
systems_with_it = "A, D, F"
