"""Penalizes biases, gamma and beta like weights."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "only the weights are penalized"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        for name, value in self.params.items():
            grads[name] = grads[name] + self.reg * value
        return 0.5 * self.reg * sum(np.sum(value**2) for value in self.params.values())
