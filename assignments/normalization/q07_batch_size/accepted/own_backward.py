"""Uses the function of the last question, and an average that is split off."""

dx_alone = float(demean_backward(np.array([7.0]), 5.0)[0])


def limiting_gradient(dy_1, m, gamma):
    deviation = np.subtract(dy_1, m)
    return np.multiply(gamma, deviation)


right_patterns = ["D", "C", "B"]
