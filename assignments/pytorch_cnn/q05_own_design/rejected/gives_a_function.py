"""Hands in a function instead of a module."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "derive the class from it"

from solution import OwnNetwork


def OwnNetwork(in_channels, image_size, num_classes):
    return lambda X: X.flatten(1)
