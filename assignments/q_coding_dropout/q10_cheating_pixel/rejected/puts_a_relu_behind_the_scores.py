"""Applies a ReLU to the scores."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "a negative score with a ReLU has no gradient"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    hidden, scores = nn.Linear(inputs, 100), nn.Linear(100, 10)
    return nn.Sequential(Dropout(p_drop), hidden, nn.ReLU(), scores, nn.ReLU())
