"""Passes the gradient by the batch normalization."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_differentiates_with_batch_norm"
HINT = "every parameter has a gradient"


class FullyConnectedNet(FullyConnectedNet):
    def backward(self, dscores):
        grads = {}
        i = self.num_layers
        dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dscores, self.caches[i])
        for i in range(self.num_layers - 1, 0, -1):
            affine, _, relu, drop = self.caches[i]
            if self.use_dropout:
                dout = dropout_backward(dout, drop)
            dout = relu_backward(dout, relu)
            dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dout, affine)
        return grads
