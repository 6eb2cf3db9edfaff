"""Bad weights get a clear sentence and no point, and cost no other question any."""

from __future__ import annotations

import io
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load, save

from checks.handed_in import HandedIn
from homework.law.evidence import Verdicts
from homework.questions.answers import code_cells, run_cases, run_cells
from homework.questions.cases import read_cases
from homework.questions.layout import Repository
from homework.questions.student_files import desk
from references.heldout import assert_reads

pytestmark = pytest.mark.slow  # each starts graders

(ASSIGNMENT,) = Repository.find(Path(__file__)).assignments(("pytorch_cnn",))
Files = dict[str, bytes]
Spoil = Callable[[Files], None]


def own(files: Files) -> dict[str, torch.Tensor]:
    return load(files["own.safetensors"])


def record(files: Files, **changed: Any) -> None:
    known = json.loads(files["own.json"])
    files["own.json"] = json.dumps({**known, **changed}).encode()


def no_weights(files: Files) -> None:
    for name in ("own.safetensors", "own.json"):
        del files[name]


def empty_files(files: Files) -> None:
    files.update({"own.safetensors": b"", "own.json": b""})


def forged_record(files: Files) -> None:
    zeros = {name: torch.zeros_like(value) for name, value in own(files).items()}
    files["own.safetensors"] = save(zeros)
    record(files, validation_accuracy=1.0)


def another_network(files: Files) -> None:
    files["own.safetensors"] = files["base.safetensors"]


def compiled(files: Files) -> None:
    named = {f"_orig_mod.{name}": value for name, value in own(files).items()}
    files["own.safetensors"] = save(named)


def torch_pickle(files: Files) -> None:
    buffer = io.BytesIO()
    torch.save(own(files), buffer)
    files["own.safetensors"] = buffer.getvalue()


class Evil:
    """Pickled, it would end the process when it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)


def evil_pickle(files: Files) -> None:
    files["own.safetensors"] = pickle.dumps(Evil())


def two_million_numbers(files: Files) -> None:
    files["own.safetensors"] = save(
        {**own(files), "more": torch.zeros(2_000_000, dtype=torch.float16)}
    )


def nan_weights(files: Files) -> None:
    weights = own(files)
    weights["layers.0.weight"][0, 0, 0, 0] = torch.nan
    files["own.safetensors"] = save(weights)


def wrong_shape(files: Files) -> None:
    weights = own(files)
    weights["layers.0.weight"] = weights["layers.0.weight"][:, :, :2].contiguous()
    files["own.safetensors"] = save(weights)


def too_many_steps(files: Files) -> None:
    record(files, steps=20_001)


def steps_that_are_no_number(files: Files) -> None:
    record(files, steps="few")


def other_settings(files: Files) -> None:
    settings = json.loads(files["own.json"])["settings"]
    record(files, settings={**settings, "epochs": 10})


def no_json(files: Files) -> None:
    files["own.json"] = b"\xff\xfe nothing"


def a_list(files: Files) -> None:
    files["own.json"] = b"[]"


def unknown_data(files: Files) -> None:
    record(files, data="../../hidden/drawn")


def data_of_another_type(files: Files) -> None:
    record(files, data=["drawn"])


def settings_of_another_type(files: Files) -> None:
    record(files, settings="adam")


SPOILED: dict[Spoil, str] = {
    no_weights: "own.safetensors is empty",  # the set-up cell makes empty files
    empty_files: "own.safetensors is empty",
    forged_record: "which counts for nothing here",
    another_network: "so it is not of the network that OwnNetwork makes now",
    torch_pickle: "can hold a program",
    evil_pickle: "can hold a program",
    two_million_numbers: "1,000,000 are the most",
    nan_weights: "holds nan or inf",
    wrong_shape: "has shape (16, 3, 2, 3)",
    too_many_steps: "declares 20,001 steps",
    steps_that_are_no_number: "as a whole number",
    other_settings: "set the settings back",
    no_json: "is not JSON",
    a_list: "should hold a JSON object",
    unknown_data: "there are drawn, cifar10",
    data_of_another_type: 'does not say its "data"',
    settings_of_another_type: 'does not say its "settings"',
}
MALFORMED = [spoil for spoil in SPOILED if spoil is not forged_record]


def graded(spoil: Spoil | None) -> dict[str, Verdicts]:
    """Grade the solution with spoiled files, question by question."""
    with desk(ASSIGNMENT):
        here = [*Path().glob("*.json"), *Path().glob("*.safetensors")]
        files = {path.name: path.read_bytes() for path in here}
        if spoil:
            spoil(files)
        for path in here:
            path.unlink()
        for name, content in files.items():
            Path(name).write_bytes(content)
        names = run_cells(code_cells(ASSIGNMENT))
        return {
            question.name: run_cases(question, names)
            for question in ASSIGNMENT.questions
            if read_cases(question.tests)
        }


def failures(seen: dict[str, Verdicts]) -> dict[str, str]:
    return {
        test: message
        for verdicts in seen.values()
        for test, message in verdicts.items()
        if message is not None
    }


@pytest.mark.parametrize("change", [None, compiled])
def test_good_weights_lose_nothing(change: Spoil | None) -> None:
    assert failures(graded(change)) == {}


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_bad_weights_are_explained(spoil: Spoil) -> None:
    lost = failures(graded(spoil))
    assert any(SPOILED[spoil] in message for message in lost.values()), lost
    weights_tests = {
        case.name
        for case in read_cases(ASSIGNMENT.question("q05_own_design").tests)
        if "settings" not in case.name
    }
    if spoil in MALFORMED:
        assert (
            lost.keys() == weights_tests
        )  # no point for them, and none lost elsewhere
    else:
        assert {name for name in lost if "reads" in name} == {
            name for name in weights_tests if "reads" in name
        }
        assert lost.keys() <= weights_tests


def test_thresholds_count_measured_accuracy_only() -> None:
    """A modest record costs nothing, and an immodest one brings nothing."""

    def modest(files: Files) -> None:
        record(files, validation_accuracy=0.0)

    assert failures(graded(modest)) == {}


def test_the_budget_is_that_of_the_declared_data_set() -> None:
    """Whoever declares photographs may train ten epochs only."""

    def photographs(files: Files) -> None:
        record(files, data="cifar10")

    lost = failures(graded(photographs))
    assert any("are the most on cifar10" in message for message in lost.values())


def test_a_data_set_without_images_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # without hidden/
    found = HandedIn("own", "cifar10", torch.nn.Flatten(), {})
    with pytest.raises(AssertionError, match="no images of that data set"):
        assert_reads(found, "shifted")
