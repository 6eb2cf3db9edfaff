"""Writes a class that is made without the shape of the images."""

CAUGHT_BY = "test_own_weights_fit_the_network"
MISCONCEPTION = False

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def __init__(self):
        super().__init__()
