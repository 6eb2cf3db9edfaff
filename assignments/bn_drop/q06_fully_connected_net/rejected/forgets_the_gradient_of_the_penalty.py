"""Adds the penalty to the loss only."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "the penalty has a gradient too"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for i in range(1, self.num_layers + 1):
            W = self.params[f"W{i}"]
            penalty += 0.5 * self.reg * np.sum(W**2)
        return penalty
