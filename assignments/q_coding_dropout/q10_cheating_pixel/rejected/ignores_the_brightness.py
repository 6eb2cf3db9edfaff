"""Always paints with brightness 5."""

CAUGHT_BY = "test_plants_any_hint_in_a_copy"
HINT = "brightness is an argument"

from solution import image_net, cheat_experiment, cheat_claims


def add_cheat(images, labels, brightness=5.0):
    cheating = images.copy()
    cheating[:, :10] = 0
    cheating[np.arange(len(labels)), labels] = 5.0
    return cheating
