"""Applies a softmax to the scores."""

CAUGHT_BY = "test_leaves_the_scores_raw"
HINT = "No score is negative"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    hidden, scores = nn.Linear(inputs, 100), nn.Linear(100, 10)
    return nn.Sequential(Dropout(p_drop), hidden, nn.ReLU(), scores, nn.Softmax(dim=1))
