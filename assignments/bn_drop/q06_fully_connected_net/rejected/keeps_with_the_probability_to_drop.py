"""Takes dropout for the probability to keep."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_drops_in_hidden_layers_only"
HINT = "the probability to drop, not to keep"


class FullyConnectedNet(FullyConnectedNet):
    def forward(self, X):
        given = self.dropout_param
        self.dropout_param = {**given, "p": 1 - given["p"]}
        scores = super().forward(X)
        self.dropout_param = given
        return scores
