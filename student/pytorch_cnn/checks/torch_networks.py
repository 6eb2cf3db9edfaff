from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from checks.answers import explained
from checks.closeness import Array
from checks.simpler import crash_explained


def outputs(model: nn.Module, X: Tensor) -> Array:
    size = X.shape[-1]
    hint = f"how many numbers leave block 3 for an image of {size} by {size} pixels?"
    with (
        crash_explained(lambda: hint),
        explained("NeuralNetwork.forward"),
        torch.no_grad(),
    ):
        out = model(X.clone())
    assert isinstance(out, Tensor), (
        f"forward returned {type(out).__name__}, but should return a tensor of logits."
    )
    return np.asarray(out.detach().numpy(), dtype=np.float64)


def parameters_hint(found: int, batchnorm: bool) -> str:
    known = {
        (311_908, False): "is batch norm there only if do_batchnorm?",
        (311_684, True): "batch norm learns a scale and a shift for each channel.",
    }
    hint = known.get((found, batchnorm))
    return f" Hint: {hint}" if hint else ""
