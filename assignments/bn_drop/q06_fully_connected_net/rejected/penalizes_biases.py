"""Penalizes the biases together with the weights."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "only the weights are penalized"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for i in range(1, self.num_layers + 1):
            for name in (f"W{i}", f"b{i}"):
                grads[name] = grads[name] + self.reg * self.params[name]
                penalty += 0.5 * self.reg * np.sum(self.params[name] ** 2)
        return penalty
