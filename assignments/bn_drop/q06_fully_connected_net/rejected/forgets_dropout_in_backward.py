"""Sends gradients to dropped units."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_drops_in_hidden_layers_only"
HINT = "dropout has a backward pass too"


class FullyConnectedNet(FullyConnectedNet):
    def forward(self, X):
        p, out = self.params, X
        self.caches = {}
        for i in range(1, self.num_layers):
            out, affine = affine_forward(out, p[f"W{i}"], p[f"b{i}"])
            norm = drop = None
            if self.normalization:
                gamma, beta = p[f"gamma{i}"], p[f"beta{i}"]
                out, norm = batchnorm_forward(out, gamma, beta, self.bn_params[i - 1])
            out, relu = relu_forward(out)
            if self.use_dropout:
                out, drop = dropout_forward(out, self.dropout_param)
            self.caches[i] = affine, norm, relu, drop
        i = self.num_layers
        scores, self.caches[i] = affine_forward(out, p[f"W{i}"], p[f"b{i}"])
        return scores

    def backward(self, dscores):
        grads = {}
        i = self.num_layers
        dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dscores, self.caches[i])
        for i in range(self.num_layers - 1, 0, -1):
            affine, norm, relu, drop = self.caches[i]
            dout = relu_backward(dout, relu)
            if self.normalization:
                dout, dgamma, dbeta = batchnorm_backward(dout, norm)
                grads[f"gamma{i}"], grads[f"beta{i}"] = dgamma, dbeta
            dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dout, affine)
        return grads
