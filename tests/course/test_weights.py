"""The files that are handed in: nothing in them is run, and nothing is lost."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save
from torch import nn
from torch.optim.swa_utils import AveragedModel

from deeplearning import weights
from deeplearning.training import Run, Settings
from deeplearning.weights import (
    WeightsError,
    count_numbers,
    plain_names,
    read_record,
    read_weights,
    reserve,
    save_weights,
    show_files,
)

RUN = Run("drawn", Settings(epochs=2), "noisy", 38, [2.0, 1.0], [0.5, 0.6], [0.4, 0.5])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def model() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.Linear(3, 2))


def test_weights_come_back(folder: Path) -> None:
    saved = model()
    save_weights("own", saved, RUN, width=4)
    found, state = read_weights("own"), saved.state_dict()
    assert list(found) == sorted(state) or set(found) == set(state)
    for name, value in state.items():
        torch.testing.assert_close(
            found[name].to(value.dtype), value, rtol=1e-3, atol=1e-3
        )
    record = read_record("own")
    assert record["arguments"] == {"width": 4}
    assert record["steps"] == 38
    assert record["validation_accuracy"] == 0.5
    assert record["settings"]["epochs"] == 2
    assert record["parameters"] == count_numbers(state) == 40 + 17 + 8
    assert sorted(path.name for path in folder.iterdir()) == [
        "own.json",
        "own.safetensors",
    ]


def test_numbers_too_large_for_half_precision_stay() -> None:
    saved = model()
    with torch.no_grad():
        nn.init.constant_(saved.state_dict()["1.running_var"], 1e6)
    save_weights("own", saved, RUN)
    found = read_weights("own")
    assert found["1.running_var"].dtype == torch.float32
    assert found["0.weight"].dtype == torch.float16
    assert float(found["1.running_var"].max()) == 1e6


def test_weights_that_share_memory_are_saved() -> None:
    tied = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
    tied[1].weight = tied[0].weight
    save_weights("own", tied, RUN)
    assert set(read_weights("own")) == set(tied.state_dict())


def compiled(network: nn.Module) -> nn.Module:
    compile_it: Any = torch.compile  # it says that it makes a function
    made: nn.Module = compile_it(network, backend="eager")
    return made


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda net: compiled(net),
        nn.DataParallel,
        AveragedModel,
        lambda net: nn.DataParallel(compiled(net)),
        lambda net: nn.Sequential(compiled(net[0]), *net[1:]),
    ],
    ids=["compiled", "parallel", "averaged", "both", "a compiled layer"],
)
def test_weights_of_a_wrapped_network_are_those_of_the_one_inside(
    wrapped: Callable[[nn.Module], nn.Module],
) -> None:
    names = set(model().state_dict())
    save_weights("own", wrapped(model()), RUN)
    assert set(read_weights("own")) == names
    assert read_record("own")["parameters"] == count_numbers(model().state_dict())


@pytest.mark.parametrize(
    "prefix", ["_orig_mod.", "module.", "module._orig_mod.", "net.model."]
)
def test_a_prefix_is_no_other_network(prefix: str) -> None:
    state = model().state_dict()
    saved = {prefix + name: value for name, value in state.items()}
    assert plain_names(saved, state).keys() == state.keys()
    compiled = {f"0._orig_mod.{name}": value for name, value in state.items()}
    wanted = [f"0.{name}" for name in state]
    assert list(plain_names(compiled, wanted)) == wanted
    lacking = dict(list(saved.items())[1:])
    assert plain_names(lacking, state) == lacking
    both = {**saved, "other.0.weight": saved[f"{prefix}0.weight"]}
    assert plain_names(both, state) == both
    assert plain_names({}, []) == {}


class Evil:
    """Pickled, it would run a command when it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path("was_here"),)


@pytest.mark.parametrize("kind", ["torch.save", "pickle", "old pickle"])
def test_a_pickle_is_refused_and_not_run(folder: Path, kind: str) -> None:
    path = folder / "own.safetensors"
    if kind == "torch.save":
        torch.save({"a": Evil()}, path)
    else:
        path.write_bytes(pickle.dumps(Evil(), protocol=5 if kind == "pickle" else 0))
    with pytest.raises(WeightsError, match="save_weights"):
        read_weights("own")
    assert not (folder / "was_here").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is missing"),
        (b"", "is empty"),
        (b"hello world, this is text", "not a whole safetensors file"),
        (save({"a": torch.zeros(100)})[:-40], "not a whole safetensors file"),
    ],
)
def test_files_that_hold_no_weights_are_explained(
    folder: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (folder / "base.safetensors").write_bytes(content)
    with pytest.raises(WeightsError, match=said):
        read_weights("base")


def test_a_huge_file_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "LARGEST", 10)
    (folder / "base.safetensors").write_bytes(save({"a": torch.zeros(100)}))
    with pytest.raises(WeightsError, match="are the most"):
        read_weights("base")


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "is empty"), ("epochs: 3", "not JSON"), ("[1]", "JSON object")],
)
def test_records_that_are_none_are_explained(
    folder: Path, text: str, said: str
) -> None:
    (folder / "base.json").write_text(text)
    with pytest.raises(WeightsError, match=said):
        read_record("base")


def test_reserve_overwrites_nothing(folder: Path) -> None:
    (folder / "base.json").write_text(json.dumps({"data": "drawn"}))
    reserve("base", "own")
    assert read_record("base") == {"data": "drawn"}
    assert (folder / "own.safetensors").read_bytes() == b""


def test_show_files_says_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    save_weights("own", model(), RUN)
    reserve("base")
    show_files("own", "base")
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "own: 65 numbers, trained on drawn for 38 steps, validation 50.0%"
    )
    assert said[1].startswith("base: base.json is empty")
