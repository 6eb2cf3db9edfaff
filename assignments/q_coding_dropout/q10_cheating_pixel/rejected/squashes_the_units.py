"""Puts a sigmoid where the ReLU belongs."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "which nonlinearity"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    return nn.Sequential(
        Dropout(p_drop), nn.Linear(inputs, 100), nn.Sigmoid(), nn.Linear(100, 10)
    )
