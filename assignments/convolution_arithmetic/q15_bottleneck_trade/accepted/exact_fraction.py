"""An exact fraction; letters as a tuple and with commas."""


def equal_width_ratio(channels, squeezed):
    from fractions import Fraction

    standard = standard_block_params(channels)
    return Fraction(standard, bottleneck_params(channels, squeezed))


bottleneck_advantages = ("A", "C", "D")
bottleneck_prices = "A, C, E"
