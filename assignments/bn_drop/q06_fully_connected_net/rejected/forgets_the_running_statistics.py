"""Makes a new bn_param in every call."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_scores_use_the_running_statistics"
HINT = "make bn_params once"


class FullyConnectedNet(FullyConnectedNet):
    def forward(self, X):
        for i, bn_param in enumerate(self.bn_params):
            self.bn_params[i] = {"mode": bn_param["mode"]}
        return super().forward(X)
