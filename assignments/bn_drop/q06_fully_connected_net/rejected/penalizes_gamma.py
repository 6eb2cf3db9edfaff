"""Penalizes gamma together with the weights."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_penalizes_weights_only"
HINT = "only the weights are penalized"


class FullyConnectedNet(FullyConnectedNet):
    def regularize(self, grads):
        penalty = 0.0
        for name, value in self.params.items():
            if name.startswith(("W", "gamma")):
                grads[name] = grads[name] + self.reg * value
                penalty += 0.5 * self.reg * np.sum(value**2)
        return penalty
