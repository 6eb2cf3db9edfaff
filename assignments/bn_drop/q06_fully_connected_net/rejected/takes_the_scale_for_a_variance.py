"""Takes weight_scale for the variance of the weights."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_draws_the_initial_parameters"
HINT = "weight_scale is a standard deviation"


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        return super().init_params(dims, np.sqrt(weight_scale), rng)
