"""The files that you hand in beside the notebook: weights, and a record of them.

`base.safetensors` holds numbers only, so whoever opens it runs nobody's code.
`base.json` says how they came about. The grader believes the weights, not the record.

This module imports torch, so `deeplearning` itself does not import it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from deeplearning.checkpoints import write_whole
from deeplearning.training import Run

COMPILED = "_orig_mod."  # where torch.compile keeps a network
WRAPPERS = (nn.DataParallel, nn.parallel.DistributedDataParallel, AveragedModel)
LARGEST = 16 * 2**20  # bytes: a million numbers in float64, twice
PICKLES = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


class WeightsError(Exception):
    """A file of weights cannot be used: says what is wrong and what helps."""


def reserve(*names: str) -> None:
    """Make empty files in the places of weights that are not there yet.

    The last cell of the notebook packs these files, and it needs every one of them.
    """
    for name in names:
        for path in (_weights_file(name), _record_file(name)):
            if not path.exists():
                path.touch()


def save_weights(name: str, model: nn.Module, run: Run, **arguments: Any) -> None:
    """Write a network's weights and their record, ready to hand in.

    Args:
        name: "base" writes `base.safetensors` and `base.json`.
        model: its `state_dict` is saved, parameters and running statistics, in half
            precision where every number fits into it. Of a compiled, parallel or
            averaged network it is the one inside, so that your class can load it.
        run: what `fit` returned.
        arguments: what the network's class was called with.

    """
    state = {
        key.replace(COMPILED, ""): _stored(value)
        for key, value in _inner(model).state_dict().items()
    }
    record = {
        **run.recorded(),
        "arguments": arguments,
        "parameters": count_numbers(state),
        "validation_accuracy": run.val_accuracies[-1] if run.val_accuracies else None,
    }
    write_whole(_weights_file(name), save(state))
    text = json.dumps(record, indent=1, sort_keys=True)
    write_whole(_record_file(name), f"{text}\n".encode())


def _inner(model: nn.Module) -> nn.Module:
    """Return the network in what torch wraps around one."""
    while isinstance(model, WRAPPERS):
        model = model.module
    return model


def plain_names(
    weights: Mapping[str, Tensor], wanted: Collection[str]
) -> dict[str, Tensor]:
    """Name weights as a network does, where they carry a wrapper's prefix.

    Args:
        weights: by name, such as `_orig_mod.layers.0.weight` of a compiled network or
            `module.layers.0.weight` of a parallel one.
        wanted: the names in the network's own `state_dict`.

    Returns:
        The weights by the names that are wanted, if a prefix is all that differs.

    """
    if set(weights) == set(wanted):
        return dict(weights)
    plain = {key.replace(COMPILED, ""): key for key in wanted}
    found = {key.replace(COMPILED, ""): value for key, value in weights.items()}
    first = min(plain, default="")
    prefixes = {key[: -len(first)] for key in found if key.endswith(f".{first}")}
    for prefix in ("", *sorted(prefixes)):
        if {prefix + key for key in plain} == set(found):
            return {key: found[prefix + name] for name, key in plain.items()}
    return dict(weights)


def _stored(value: Tensor) -> Tensor:
    """Copy a tensor to the CPU, in half precision if that loses no number."""
    whole = value.detach().cpu().clone().contiguous()
    half = whole.half() if whole.is_floating_point() else whole
    return half if torch.equal(half.isfinite(), whole.isfinite()) else whole


def read_weights(name: str) -> dict[str, Tensor]:
    """Read the weights that are handed in under a name.

    Returns:
        By name in the network's `state_dict`, the tensor.

    Raises:
        WeightsError: when there is no file, or it holds anything but tensors.

    """
    path = _weights_file(name)
    data = _content(path, name)
    if data.startswith(PICKLES):
        raise WeightsError(
            f"{path} was written by torch.save, which can hold a program, so the "
            f'grader does not open it. Write it with `save_weights("{name}", ...)`.'
        )
    try:
        return load(data)
    except SafetensorError as error:
        raise WeightsError(
            f"{path} is not a whole safetensors file ({error}). "
            f'Write it again with `save_weights("{name}", ...)`.'
        ) from error


def read_record(name: str) -> dict[str, Any]:
    """Read what is said of the weights; nothing of it is checked here.

    Raises:
        WeightsError: when there is no file, or it is not a JSON object.

    """
    path = _record_file(name)
    try:
        record = json.loads(_content(path, name))
    except ValueError as error:
        raise WeightsError(
            f"{path} is not JSON ({error}). "
            f'Write it again with `save_weights("{name}", ...)`.'
        ) from error
    if not isinstance(record, dict):
        raise WeightsError(f"{path} should hold a JSON object {{...}}.")
    return record


def count_numbers(state: Mapping[str, Tensor]) -> int:
    """Count all numbers that a `state_dict` stores, frozen or not."""
    return sum(value.numel() for value in state.values())


def show_files(*names: str) -> None:
    """Print what would be handed in now, one line a network."""
    for name in names:
        try:
            record, weights = read_record(name), read_weights(name)
            accuracy = record.get("validation_accuracy")
            print(  # noqa: T201
                f"{name}: {count_numbers(weights):,} numbers, trained on "
                f"{record.get('data')} for {record.get('steps')} steps"
                + (f", validation {accuracy:.1%}" if accuracy is not None else "")
            )
        except WeightsError as error:
            print(f"{name}: {error}")  # noqa: T201


def _content(path: Path, name: str) -> bytes:
    if not path.is_file() or not path.stat().st_size:
        found = "is empty" if path.is_file() else "is missing"
        raise WeightsError(
            f"{path} {found}. Train the network, run the cell with "
            f'`save_weights("{name}", ...)`, and hand in the zip of the last cell.'
        )
    if path.stat().st_size > LARGEST:
        raise WeightsError(
            f"{path} has {path.stat().st_size:,} bytes; {LARGEST:,} are the most."
        )
    return path.read_bytes()


def _weights_file(name: str) -> Path:
    return Path(f"{name}.safetensors")


def _record_file(name: str) -> Path:
    return Path(f"{name}.json")
