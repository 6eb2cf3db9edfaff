"""Files the gradient of gamma under beta, and the other way round."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_differentiates_with_batch_norm"
HINT = "changed places"


class FullyConnectedNet(FullyConnectedNet):
    def backward(self, dscores):
        grads = super().backward(dscores)
        swapped = {"gamma": "beta", "beta": "gamma"}
        for name, gradient in list(grads.items()):
            for old, new in swapped.items():
                if name.startswith(old):
                    grads[name.replace(old, new)] = gradient
        return grads
