"""Takes 64 pixels whatever it is told."""

CAUGHT_BY = "test_gives_ten_scores"
HINT = "which layer depends on that"

from solution import add_cheat, cheat_experiment, cheat_claims


def image_net(p_drop, inputs=64):
    hidden, scores = nn.Linear(64, 100), nn.Linear(100, 10)
    return nn.Sequential(Dropout(p_drop), hidden, nn.ReLU(), scores)
