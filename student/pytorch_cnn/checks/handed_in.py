from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from checks.answers import explained
from checks.closeness import as_numbers
from checks.unregistered import unregistered
from deeplearning.training import BUDGETS, GRADED, SHAPES, Settings, as_input
from deeplearning.weights import (
    WeightsError,
    count_numbers,
    plain_names,
    read_record,
    read_weights,
)

BATCH = 500
ELSEWHERE = 5_000
"""Numbers that a network may have beside its weights: a fixed filter, a mean image."""


@dataclass(frozen=True)
class HandedIn:

    name: str
    data: str
    model: nn.Module
    record: dict[str, Any]
    weights: Mapping[str, Tensor] = field(default_factory=dict)


def assert_settings(settings, *, name, data = GRADED):
    assert settings is not None, f"{name} is not defined. Run the cell that sets it."
    assert settings is not ..., f"{name} is still `...`: write Settings(...) there."
    assert isinstance(settings, Settings), (
        f"{name} should be Settings(...), but is a {type(settings).__name__}."
    )
    budget = BUDGETS[data]
    assert settings.epochs <= budget.epochs, (
        f"{name} asks for {settings.epochs} epochs; {budget.epochs} are the most on "
        f"{data}."
    )
    return settings


def assert_probability(value, *, name):
    number = as_numbers(value, name=name)
    assert number.shape == (), f"{name} should be one number."
    assert 0 < number < 1, f"{name} is {number:g}, not between 0 and 1."
    return float(number)


def handed_in(
    env, name, network, settings, **arguments
):
    asked = assert_settings(settings, name=f"{name}_settings")
    record, weights = _files(name)
    data = _checked(name, record, asked)
    model = network(**SHAPES[data], **arguments)
    assert isinstance(model, nn.Module), (
        f"{network.name}(...) should be an nn.Module: derive the class from it."
    )
    with explained(network.name):
        state = dict(model.state_dict())
        numbers = {id(value): value.numel() for value in model.parameters()}
    count = max(count_numbers(state), sum(numbers.values()), count_numbers(weights))
    most = BUDGETS[data].parameters
    assert count <= most, (
        f"{network.name} has {count:,} numbers to store; {most:,} are the most. "
        "Frozen ones count too."
    )
    weights = plain_names(weights, state)
    _load(name, network.name, model, state, weights, data)
    model.eval()
    _assert_registered(env, network.name, model, data)
    return HandedIn(name, data, model, record, weights)


def _files(name):
    try:
        weights = read_weights(name)
        return read_record(name), weights
    except WeightsError as error:
        raise AssertionError(str(error)) from error


def _checked(name, record, settings):
    data = record.get("data")
    assert isinstance(data, str), f'{name}.json does not say its "data".'
    assert data in BUDGETS, (
        f"{name}.json says the data set {data!r}; there are {', '.join(BUDGETS)}."
    )
    steps, most = record.get("steps"), BUDGETS[data].steps
    assert isinstance(steps, int), (
        f'{name}.json should say its "steps" as a whole number.'
    )
    assert 0 < steps <= most, (
        f"{name}.json declares {steps:,} steps; from 1 to {most:,} are allowed."
    )
    assert_settings(settings, name=f"{name}_settings", data=data)
    declared = record.get("settings")
    assert isinstance(declared, dict), f'{name}.json does not say its "settings".'
    changed = [k for k, v in asdict(settings).items() if declared.get(k) != v]
    assert not changed, (
        f"{name}.json was written with {changed[0]} = {declared.get(changed[0])!r}, "
        f"but {name}_settings says {getattr(settings, changed[0])!r}. Run the cells "
        "that train and save once more, or set the settings back."
    )
    return data


def _load(
    name,
    network,
    model,
    state,
    weights,
    data,
):
    where = f"{name}.safetensors"
    missing = [key for key in state if key not in weights]
    extra = sorted(key for key in weights if key not in state)
    statistics = [key for key in missing if "running" in key]
    hint = (
        " Hint: `state_dict()` holds the running statistics too, `parameters()` not."
        if statistics and len(statistics) >= len(missing) / 2
        else ""
    )
    if missing or extra:
        what = f"lacks {missing[0]!r}" if missing else f"has {extra[0]!r}"
        raise AssertionError(
            f"{where} {what}, so it is not of the network that {network} makes now. "
            f"Train and save that one.{hint}"
        )
    for key in state:
        value = weights[key]
        assert value.shape == state[key].shape, (
            f"{where}: {key!r} has shape {tuple(value.shape)}, but {network} makes "
            f"{tuple(state[key].shape)} for {data!r}. "
            f"Hint: is that what you trained on? {name}.json says so."
        )
        assert bool(torch.isfinite(value).all()), (
            f"{where}: {key!r} holds nan or inf. Hint: look at the loss, epoch by "
            "epoch; is the learning rate too high?"
        )
    with explained(network):
        model.load_state_dict(dict(weights))


def _assert_registered(
    env, network, model, data
):
    images = as_input(patterns(data))
    try:
        eight = env.run(unregistered, model, images)
        four = env.run(unregistered, model, images[:4])
    except Exception:
        return
    most = max(eight, four)
    assert most <= ELSEWHERE, (
        f"{network} computes with {most:,} numbers that are not in its state_dict(); "
        f"{ELSEWHERE:,} are the most. Hint: what a network knows has to be in its "
        "weights. Layers in a plain list are not saved: nn.ModuleList registers them, "
        "and register_buffer a table."
    )
    assert eight <= four, (
        f"The forward pass of {network} leaves torch: it goes on with numbers that "
        "torch did not compute from the image. Hint: torch has what NumPy has."
    )


def logits(handed_in, images):
    found = []
    for some in torch.split(images, BATCH):
        with explained(f"the forward pass of {handed_in.name}"), torch.no_grad():
            out = handed_in.model(as_input(some))
        assert isinstance(out, Tensor), (
            f"The forward pass of {handed_in.name} gave a {type(out).__name__}, but "
            "should give a tensor of logits."
        )
        shape = (len(some), SHAPES[handed_in.data]["num_classes"])
        assert tuple(out.shape) == shape, (
            f"The logits of {handed_in.name} have shape {tuple(out.shape)}, but should "
            f"have shape {shape}: a row an image, a column a class."
        )
        assert bool(torch.isfinite(out).all()), (
            f"The logits of {handed_in.name} contain nan or inf."
        )
        found.append(out.float())
    return torch.cat(found)


def patterns(data, count = 8):
    shape = SHAPES[data]
    size = shape["image_size"]
    noise = torch.Generator().manual_seed(1)
    return torch.randint(
        256,
        (count, shape["in_channels"], size, size),
        dtype=torch.uint8,
        generator=noise,
    )
