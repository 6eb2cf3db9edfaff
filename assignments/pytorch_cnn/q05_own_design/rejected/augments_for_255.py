"""Gives pixels from 0 to 255, where the network gets 0 to 1 in evaluation."""

CAUGHT_BY = "test_own_augment_keeps_the_form"
HINT = "pixels go from 0.0 to 1.0"

from solution import OwnNetwork, own_augment


def own_augment(X):
    return (255 * disturb(X, 20, 0.1, 0.1)).round()
