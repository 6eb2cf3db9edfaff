"""Fits the average loss of one entry, a parabola in y; both numbers in one array."""


def noise_coefficients(mu, sigma):
    y = np.array([-1.0, 0.0, 2.0])
    loss = ((y - (mu - sigma)) ** 2 + (y - (mu + sigma)) ** 2) / 2
    _, slope, level = np.polyfit(y, loss, 2)
    a = -slope / 2
    return np.array([a, level - a**2])
