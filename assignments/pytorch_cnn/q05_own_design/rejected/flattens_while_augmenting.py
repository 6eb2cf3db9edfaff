"""Gives a row of numbers for each image."""

CAUGHT_BY = "test_own_augment_keeps_the_form"
HINT = "but should have shape"

from solution import OwnNetwork, own_augment


def own_augment(X):
    return disturb(X, 20, 0.1, 0.1).flatten(1)
