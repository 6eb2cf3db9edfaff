"""Does not blank the first ten pixels."""

CAUGHT_BY = "test_plants_any_hint_in_a_copy"
HINT = "the other nine pixels"

from solution import image_net, cheat_experiment, cheat_claims


def add_cheat(images, labels, brightness=5.0):
    cheating = images.copy()
    cheating[np.arange(len(labels)), labels] = brightness
    return cheating
