"""Squashes the scores with a tanh, so that none can be far from the others."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "a function of the raw ones"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    return nn.Sequential(
        Dropout(p_drop),
        nn.Linear(inputs, 100),
        nn.ReLU(),
        nn.Linear(100, 10),
        nn.Tanh(),
    )
