"""The density through the input: the point that y came from, and the slope."""


def bn_output_params(mu, var, gamma, beta, eps):
    ends = [gamma * s * var**0.5 / (var + eps) ** 0.5 + beta for s in (-1, 1)]
    return np.mean(ends), np.std(ends)


def output_density(y, mu, var, gamma, beta, eps):
    slope = gamma / np.sqrt(var + eps)
    x = mu + (y - beta) / slope
    before = np.exp(-((x - mu) ** 2) / (2 * var)) / np.sqrt(2 * np.pi * var)
    return before / np.abs(slope)
