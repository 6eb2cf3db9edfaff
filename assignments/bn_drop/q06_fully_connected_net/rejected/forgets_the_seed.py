"""Hands dropout a dictionary without the seed."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_repeats_masks_by_seed"
HINT = "the dropout_param that holds the seed"


class FullyConnectedNet(FullyConnectedNet):
    def forward(self, X):
        given = self.dropout_param
        self.dropout_param = {"mode": given["mode"], "p": given["p"]}
        scores = super().forward(X)
        self.dropout_param = given
        return scores
