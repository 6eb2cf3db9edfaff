"""Makes bytes of the changed images."""

CAUGHT_BY = "test_own_augment_keeps_the_form"
HINT = "pixels go from 0.0 to 1.0"

from solution import OwnNetwork, own_augment


def own_augment(X):
    moved = disturb(X, 20, 0.1, 0.1)
    return (255 * moved).clamp(0, 255).to(torch.uint8)
