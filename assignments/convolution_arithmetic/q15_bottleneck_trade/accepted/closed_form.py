"""Multiplies both counts out; letters as sets."""


def equal_width_ratio(channels, squeezed):
    C, S = channels, squeezed
    return (18 * C * C + 6 * C) / (2 * C * S + 9 * S * S + 6 * S + 3 * C)


bottleneck_advantages = {"A", "C", "D"}
bottleneck_prices = {"A", "C", "E"}
