"""Given code that the notebooks stand on: layers, rules, a solver and data.

Importing this package costs little more than importing NumPy: matplotlib, tqdm,
pooch and scikit-learn's files are touched only when something needs them.
"""

from deeplearning.data import DataError, Dataset, load
from deeplearning.layers import (
    affine_backward,
    affine_forward,
    relu_backward,
    relu_forward,
    softmax_loss,
)
from deeplearning.networks import NetworkScaffold
from deeplearning.optim import adam, rmsprop, sgd, sgd_momentum
from deeplearning.solver import Solver

__all__ = [
    "DataError",
    "Dataset",
    "NetworkScaffold",
    "Solver",
    "adam",
    "affine_backward",
    "affine_forward",
    "load",
    "relu_backward",
    "relu_forward",
    "rmsprop",
    "sgd",
    "sgd_momentum",
    "softmax_loss",
]
