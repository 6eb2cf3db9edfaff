"""Uses the statistics of the batch in evaluation too."""

CAUGHT_BY = "test_own_network_looks_at_one_image"
HINT = "where do mean and variance come from"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def train(self, mode=True):
        return super().train(True)
