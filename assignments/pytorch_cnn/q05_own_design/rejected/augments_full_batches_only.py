"""Draws noise for 64 images, and the last batch is smaller."""

CAUGHT_BY = "test_own_augment_keeps_the_form"
MISCONCEPTION = False

from solution import OwnNetwork, own_augment


def own_augment(X):
    return X + 0.1 * torch.randn(64, *X.shape[1:])
