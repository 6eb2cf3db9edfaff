"""Writes the mode under the key of its own name, as a widely copied version did."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_scores_use_the_running_statistics"
HINT = "uses its running statistics"


class FullyConnectedNet(FullyConnectedNet):
    def set_mode(self, mode):
        super().set_mode("train")
        self.dropout_param["mode"] = mode
        for bn_param in self.bn_params:
            bn_param[mode] = mode
