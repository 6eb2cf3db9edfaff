"""Drops pixels and hidden units."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "how many Dropout layers"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    return nn.Sequential(
        Dropout(p_drop),
        nn.Linear(inputs, 100),
        nn.ReLU(),
        Dropout(p_drop),
        nn.Linear(100, 10),
    )
