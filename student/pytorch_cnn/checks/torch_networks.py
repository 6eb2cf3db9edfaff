from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from checks.answers import explained
from checks.simpler import crash_explained
from checks.unregistered import unregistered

WIDEST_CONSTANT = 16
"""Numbers that a forward pass may have of its own, such as the mean of a colour."""


def outputs(model, X):
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


def parameters_hint(env, model, batchnorm):
    found = sum(weights.numel() for weights in model.parameters())
    if _has_unregistered(env, model):
        return (
            " Hint: layers in a plain list are not registered, so no optimizer sees "
            "them: nn.ModuleList and nn.Sequential register them."
        )
    known = {
        (311_908, False): "is batch norm there only if do_batchnorm?",
        (311_684, True): "batch norm learns a scale and a shift for each channel.",
    }
    hint = known.get((found, batchnorm))
    return f" Hint: {hint}" if hint else ""


def _has_unregistered(env, model):
    try:
        images = torch.zeros(2, 3, 32, 32)
        return bool(env.run(unregistered, model, images) > WIDEST_CONSTANT)
    except Exception:
        return False
