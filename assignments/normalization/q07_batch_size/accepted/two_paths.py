"""The direct path and the path through the mean, added."""

dx_alone = 0


def limiting_gradient(dy_1, m, gamma):
    direct, through_mean = gamma * dy_1, -gamma * m
    return direct + through_mean


right_patterns = "b c d"
