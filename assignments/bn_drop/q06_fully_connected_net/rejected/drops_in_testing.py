"""Leaves dropout on when it scores."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_scores_without_dropout"
HINT = "in test mode it is off"


class FullyConnectedNet(FullyConnectedNet):
    def set_mode(self, mode):
        super().set_mode(mode)
        self.dropout_param["mode"] = "train"
