"""Adds layers by question 1; letters in any order."""


def equal_width_ratio(channels, squeezed):
    def block(*layers):
        return sum(sum(conv_params(i, o, (k, k))) + 2 * o for i, o, k in layers)

    C, S = channels, squeezed
    return block((C, C, 3), (C, C, 3)) / block((C, S, 1), (S, S, 3), (S, C, 1))


bottleneck_advantages = "dca"
bottleneck_prices = ["E", "C", "A"]
