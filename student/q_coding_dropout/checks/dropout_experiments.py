from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import numpy as np
import torch
from torch import Tensor, nn

from checks.answers import explained
from checks.closeness import assert_array, assert_close


LOSSES = [4.0, 2.0, 1.0]
"""What the stand-in for training returns."""


def target(rng):
    return float(rng.uniform(3.0, 12.0))


def assert_same_rows(
    result, X, Y, *, hint
):
    seen, targets = (np.asarray(as_array(value)) for value in result)
    found = hint(seen, targets)
    assert_array(seen, X.shape, name="the array of rows", hint=found)
    assert_array(targets, Y.shape, name="the array of targets", hint=found)
    pairs = _sorted(np.column_stack([seen, targets]))
    truth = _sorted(np.column_stack([X, Y]))
    assert_close(pairs, truth, name="the sorted list of (row, target)", hint=found)


def as_array(value):
    shape = np.shape(value) if isinstance(value, np.ndarray | list | tuple) else ()
    return assert_array(value, shape, name="the rows or the targets")


def _sorted(pairs):
    return pairs[np.lexsort(np.round(pairs, 6).T)]


def built(module, p_drop, *, training = True):
    made = module(p_drop)
    if not isinstance(made, nn.Module):
        raise AssertionError(
            f"{module.name}({p_drop:.3g}) should be an nn.Module, "
            f"but is a {type(made).__name__}."
        )
    return made.train(training)


def output(
    env, module, x, *, copied = True
):
    try:
        with explained("Dropout"):
            out = env.run(call_by_hand, module, x.clone() if copied else x)
    except AssertionError as error:
        if x.ndim == 2 or "AssertionError" in str(error):
            raise
        raise AssertionError(
            f"{error} Hint: here x has the shape {tuple(x.shape)}, and it may have any "
            "number of axes."
        ) from None
    return assert_output(out, tuple(x.shape))


def assert_output(out, shape):
    if not isinstance(out, Tensor):
        raise AssertionError(
            f"Dropout should return a tensor, but returned a {type(out).__name__}."
        )
    assert_array(out, shape, name="out")
    return out


def call_by_hand(module, x):

    def refuse(*_, **__):
        raise AssertionError("build it from torch.rand, not from PyTorch's dropout.")

    with (
        patch.object(nn.functional, "dropout", refuse),
        patch.object(torch, "dropout", refuse),
        patch.object(nn.Dropout, "forward", refuse),
    ):
        return module(x)


@contextmanager
def seeded(rng):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(int(rng.integers(2**31)))
        yield


class Line(nn.Module):

    def __init__(self, inputs, *, dtype = torch.float32):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(1, inputs, dtype=dtype))

    def forward(self, x):
        return (x * self.weight).sum(dim=1, keepdim=True)


@dataclass
class Asked:

    rates: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    trainings: list[dict[str, Any]] = field(default_factory=list)


def final_weight(inputs):
    return np.arange(1.0, inputs + 1) / 8


def stand_ins(env):
    asked = Asked()

    def note(what, value):
        kinds = {"rates": float, "sizes": int, "trainings": dict}
        getattr(asked, what).append(kinds[what](value))

    return env.run(noting_stand_ins, note), asked


def noting_stand_ins(note):

    class Dropout(nn.Module):
        def __init__(self, p_drop, *_, **__):
            super().__init__()
            note("rates", float(p_drop))

        def forward(self, x):
            return x

    def linear_net(inputs, *_, **__):
        note("sizes", int(inputs))
        return Line(int(inputs))

    def train(
        net, x, y, optimizer, steps, *_, **__
    ):
        del net
        groups = getattr(optimizer, "param_groups", [])
        kinds = [kind.__name__ for kind in type(optimizer).__mro__]
        rate = groups[0]["lr"] if groups else None
        said = {"x": x, "y": y, "kinds": kinds, "rate": rate, "steps": steps}
        note("trainings", said)
        with torch.no_grad():
            for weight in (weight for group in groups for weight in group["params"]):
                learned = torch.from_numpy(final_weight(weight.numel()))
                weight.copy_(learned.reshape(weight.shape))
        return list(LOSSES)

    return {"Dropout": Dropout, "linear_net": linear_net, "train": train}


def assert_training(
    asked,
    x,
    y,
    *,
    kind,
    learning_rate,
    steps,
):
    count = len(asked.trainings)
    assert count == 1, (
        f"train was called {count} times, but should be called once. "
        "Hint: it takes all the steps by itself."
    )
    call = asked.trainings[0]
    rows = "each of the copies gets a mask of its own: how many rows are there?"
    assert_close(call["x"], x.numpy(), name="the x that train gets", hint=rows)
    assert_close(call["y"], y.numpy(), name="the y that train gets", hint=rows)
    kinds = call["kinds"]
    assert kind.__name__ in kinds, (
        f"The optimizer is of the kind {kinds[0]}, but should be "
        f"{kind.__name__}. Hint: which optimizer does the question or the caller name?"
    )
    rate = call["rate"]
    assert np.isclose(rate, learning_rate), (
        f"The learning rate is {rate}, but should be {learning_rate}. "
        "Hint: it is an argument; does it reach the optimizer?"
    )
    assert call["steps"] == steps, (
        f"train was asked for {call['steps']} steps, but should be asked for {steps}."
    )
