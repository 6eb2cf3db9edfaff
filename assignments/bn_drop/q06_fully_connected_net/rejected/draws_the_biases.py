"""Draws the biases like the weights."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_draws_the_initial_parameters"
HINT = "nothing of it is drawn"


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        params = super().init_params(dims, weight_scale, rng)
        for i in range(1, self.num_layers + 1):
            params[f"b{i}"] = rng.normal(0, weight_scale, dims[i])
        return params
