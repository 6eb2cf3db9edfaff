"""Gives the output layer a gamma and a beta."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_names_every_parameter"
HINT = "the output layer is affine only"


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        params = {}
        for i in range(1, self.num_layers + 1):
            params[f"W{i}"] = rng.normal(0, weight_scale, (dims[i - 1], dims[i]))
            params[f"b{i}"] = np.zeros(dims[i])
            if self.normalization:
                params[f"gamma{i}"] = np.ones(dims[i])
                params[f"beta{i}"] = np.zeros(dims[i])
        return params
