"""Calls the first layer W0."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_names_every_parameter"
HINT = "layers count from 1"


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        params = {}
        for i in range(self.num_layers):
            params[f"W{i}"] = rng.normal(0, weight_scale, (dims[i], dims[i + 1]))
            params[f"b{i}"] = np.zeros(dims[i + 1])
        return params
