"""Sums over layers with the product of the earlier strides."""


def stacked_field(n_layers, kernel):
    return 1 + n_layers * kernel - n_layers


def receptive_field(layers):
    return 1 + sum(
        (k - 1) * math.prod(s for _, s in layers[:i]) for i, (k, _) in enumerate(layers)
    )
