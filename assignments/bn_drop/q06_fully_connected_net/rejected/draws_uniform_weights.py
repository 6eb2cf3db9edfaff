"""Draws uniform weights with the right standard deviation."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_draws_the_initial_parameters"
HINT = "uniform numbers are not normal"


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        params = super().init_params(dims, weight_scale, rng)
        edge = np.sqrt(3) * weight_scale
        for i in range(1, self.num_layers + 1):
            params[f"W{i}"] = rng.uniform(-edge, edge, params[f"W{i}"].shape)
        return params
