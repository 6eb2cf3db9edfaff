"""Drops hidden units instead of pixels."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "pixels or hidden units"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    hidden, scores = nn.Linear(inputs, 100), nn.Linear(100, 10)
    return nn.Sequential(hidden, nn.ReLU(), Dropout(p_drop), scores)
