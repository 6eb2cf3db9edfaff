"""Leaves the weights of the output layer out of the penalty."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "the output layer has weights too"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for i in range(1, self.num_layers):
            W = self.params[f"W{i}"]
            penalty += 0.5 * self.reg * np.sum(W**2)
            grads[f"W{i}"] = grads[f"W{i}"] + self.reg * W
        return penalty
