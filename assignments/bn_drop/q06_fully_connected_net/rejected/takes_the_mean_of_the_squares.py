"""Averages the squares of the weights."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "the squares are added up"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for i in range(1, self.num_layers + 1):
            W = self.params[f"W{i}"]
            penalty += 0.5 * self.reg * np.mean(W**2)
            grads[f"W{i}"] = grads[f"W{i}"] + self.reg * W / W.size
        return penalty
