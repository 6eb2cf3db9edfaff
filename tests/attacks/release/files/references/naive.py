"""What the naive tests compare with; nobody but the grader may see it."""

import numpy as np
import torch

NUMBER = 0.7390851332151607


class Weigher:
    """Weighs entries; students get it to call, and no more."""

    def __init__(self, seed):
        self._factor = np.random.default_rng([seed, 417]).uniform(0.5, 2.0)
        self._secret = "PLANTED"

    def weigh(self, x):
        return x * self._factor

    __call__ = weigh


def right_function(x, weigh):
    return weigh(x) + np.tanh(x)


def right_module(module, x):
    return torch.tanh(x @ module.weight.T + module.bias)
