"""Overwrites the images themselves."""

CAUGHT_BY = "test_plants_any_hint_in_a_copy"
HINT = "in place"

from solution import image_net, cheat_experiment, cheat_claims


def add_cheat(images, labels, brightness=5.0):
    cheating = images
    cheating[:, :10] = 0
    cheating[np.arange(len(labels)), labels] = brightness
    return cheating
