"""Save a training so that it goes on exactly where it stopped.

A checkpoint is one safetensors file, which no one can hide code in: parameters, state
of the optimizer and of the random numbers as tensors, all else as JSON in its header.
It is written beside the old one and moved into its place, so that a session that ends
in the middle leaves the old one whole.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor, nn

RECORD = "record"


class CheckpointError(Exception):
    """A file is no checkpoint of this training: says what helps."""


def write_checkpoint(
    path: Path,
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    order: torch.Generator,
    record: dict[str, Any],
) -> None:
    """Write all that the rest of a training depends on.

    Args:
        path: the file; an older one is replaced in one move.
        model: its parameters and running statistics.
        optimizer: its state.
        order: the generator of the order of the images.
        record: anything else, as plain values.

    """
    tensors = {f"model.{name}": value for name, value in model.state_dict().items()}
    groups: list[dict[str, Any]] = optimizer.state_dict()["param_groups"]
    plain: dict[str, Any] = {"groups": groups, "numbers": {}, RECORD: record}
    for index, state in optimizer.state_dict()["state"].items():
        for key, value in state.items():
            if isinstance(value, Tensor):
                tensors[f"optimizer.{index}.{key}"] = value
            else:
                plain["numbers"][f"{index}.{key}"] = value
    tensors["random.order"] = order.get_state()
    tensors["random.cpu"] = torch.get_rng_state()
    if torch.cuda.is_available():
        tensors["random.cuda"] = torch.cuda.get_rng_state()
    whole = {name: value.detach().cpu().contiguous() for name, value in tensors.items()}
    write_whole(path, save(whole, metadata={RECORD: json.dumps(plain)}))


def read_checkpoint(
    path: Path,
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    order: torch.Generator,
    is_ours: Callable[[dict[str, Any]], bool],
) -> dict[str, Any] | None:
    """Take up a training where `write_checkpoint` left it.

    Args:
        path: the file.
        model: gets the parameters.
        optimizer: gets its state.
        order: gets its state.
        is_ours: looks at the record and says whether to go on from it.

    Returns:
        The record, or None where `is_ours` says no, or the model has other parameters:
        then nothing was changed.

    Raises:
        CheckpointError: when the file is not a checkpoint.

    """
    try:
        with safe_open(path, framework="pt") as file:
            plain = json.loads(file.metadata()[RECORD])
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise CheckpointError(
            f"{path} is not a whole checkpoint ({type(error).__name__}). "
            "Delete it, and run the cell again to train from the start."
        ) from error
    state = {
        name.removeprefix("model."): value
        for name, value in tensors.items()
        if name.startswith("model.")
    }
    shapes = {name: value.shape for name, value in model.state_dict().items()}
    if {name: value.shape for name, value in state.items()} != shapes:
        return None
    if not is_ours(plain[RECORD]):
        return None
    model.load_state_dict(state)
    optimizer.load_state_dict(_optimizer_state(plain, tensors))
    order.set_state(tensors["random.order"])
    torch.set_rng_state(tensors["random.cpu"])
    if torch.cuda.is_available() and "random.cuda" in tensors:
        torch.cuda.set_rng_state(tensors["random.cuda"])
    return dict(plain[RECORD])


def _optimizer_state(
    plain: dict[str, Any], tensors: dict[str, Tensor]
) -> dict[str, Any]:
    state: dict[int, dict[str, Any]] = {}
    for name, value in tensors.items():
        if name.startswith("optimizer."):
            _, index, key = name.split(".", 2)
            state.setdefault(int(index), {})[key] = value
    for name, number in plain["numbers"].items():
        index, key = name.split(".", 1)
        state.setdefault(int(index), {})[key] = number
    return {"state": state, "param_groups": plain["groups"]}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, in one step."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
