"""Draws weights of standard deviation 1 whatever the scale."""

from solution import FullyConnectedNet

CAUGHT_BY = "test_starts_with_the_loss_of_a_guess"
HINT = "drawn with weight_scale"
TRUE = ("weight_scale is a standard deviation",)


class FullyConnectedNet(FullyConnectedNet):
    def init_params(self, dims, weight_scale, rng):
        return super().init_params(dims, 1.0, rng)
