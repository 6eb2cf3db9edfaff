"""Builds 64 hidden units."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "how many units has the hidden one"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    return nn.Sequential(
        Dropout(p_drop), nn.Linear(inputs, 64), nn.ReLU(), nn.Linear(64, 10)
    )
