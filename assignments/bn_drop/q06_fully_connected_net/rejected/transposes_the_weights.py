"""Stores each weight matrix as (out, in), as torch does."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_names_every_parameter"
HINT = "X @ W has to be possible"


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        params = super().init_params(dims, weight_scale, rng)
        return {name: value.T for name, value in params.items()}
