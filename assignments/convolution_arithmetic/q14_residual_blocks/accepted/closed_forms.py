"""Both counts multiplied out."""


def standard_block_params(channels):
    return 6 * channels * (3 * channels + 1)


def bottleneck_params(channels, squeezed):
    return squeezed * (2 * channels + 9 * squeezed + 6) + 3 * channels
