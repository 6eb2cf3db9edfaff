"""Keeps the one half in the gradient."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "the power 2 cancel"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for i in range(1, self.num_layers + 1):
            W = self.params[f"W{i}"]
            penalty += 0.5 * self.reg * np.sum(W**2)
            grads[f"W{i}"] = grads[f"W{i}"] + 0.5 * self.reg * W
        return penalty
