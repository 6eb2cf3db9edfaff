"""Adds the penalty itself to every gradient."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "entry by entry"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for i in range(1, self.num_layers + 1):
            penalty += 0.5 * self.reg * np.sum(self.params[f"W{i}"] ** 2)
            grads[f"W{i}"] = grads[f"W{i}"] + penalty
        return penalty
