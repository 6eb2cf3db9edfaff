"""Layer by layer, by the function of question 1."""


def layers_params(layers):
    return sum(sum(conv_params(i, o, (k, k))) + 2 * o for i, o, k in layers)


def standard_block_params(channels):
    return layers_params([(channels, channels, 3)] * 2)


def bottleneck_params(channels, squeezed):
    return layers_params(
        [(channels, squeezed, 1), (squeezed, squeezed, 3), (squeezed, channels, 1)]
    )
