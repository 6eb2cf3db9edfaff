"""pytorch_cnn where a course grades CIFAR-10: the archive, the images, the points.

The archive has the official form, and holds drawn pictures in the place of photographs.
So the solution's own weights read it, and nothing has to be trained for ten epochs.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import json
import pickle
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from deeplearning import pictures
from deeplearning.drawn import draw
from deeplearning.training import Settings, fit, load_images
from deeplearning.weights import save_weights
from homework.law.evidence import Verdicts
from homework.questions.answers import (
    answers,
    code_cells,
    run_cases,
    run_cells,
    seed_everything,
    solution_source,
)
from homework.questions.layout import Question, Repository
from homework.questions.student_files import desk

(ASSIGNMENT,) = Repository.find(Path(__file__)).assignments(("pytorch_cnn",))
TRAINED = [
    question
    for question in ASSIGNMENT.questions
    if question.name.startswith(("q03", "q04", "q05"))
]
NETWORKS = "base", "bn_dropout", "own"
TRAINING, TESTING = 400, 600  # pictures in each of the five batches, and in the last


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Write an archive of the official form, and let `load` find it."""
    folder = tmp_path_factory.mktemp("published")
    known = pictures.ARCHIVES["cifar10"]
    path = folder / known.file_name
    X, y = draw(5 * TRAINING + TESTING, seed=7)
    rows, labels = X.reshape(len(X), -1), y.tolist()
    with tarfile.open(path, "w:gz") as tar:
        for index, name in enumerate((*known.training, known.testing)):
            part = slice(index * TRAINING, (index + 1) * TRAINING)
            if name == known.testing:
                part = slice(5 * TRAINING, None)
            batch = {
                b"batch_label": name.encode(),
                b"data": rows[part],
                b"labels": labels[part],
                b"filenames": [b"%d.png" % each for each in range(len(rows[part]))],
            }
            content = pickle.dumps(batch, protocol=3)
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(pictures.ARCHIVES, "cifar10", replace(known, sha256=digest))
        patched.setenv(pictures.FOLDER_VARIABLE, str(folder))
        yield path


def make_heldout() -> Any:
    path = ASSIGNMENT.folder / "hidden" / "make_heldout.py"
    spec = importlib.util.spec_from_file_location("make_heldout", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def held_out(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the grader's images as an instructor does, and put them into a zip."""
    del archive
    folder = tmp_path_factory.mktemp("hidden")
    with zipfile.ZipFile(folder / "pytorch_cnn.zip", "w") as release:
        release.writestr("files/hidden/drawn.json", '{"seed": 1}')
    make_heldout().main([str(folder / "pytorch_cnn.zip")], folder)
    return folder / "cifar10.npz"


@contextlib.contextmanager
def photograph_desk(held_out: Path) -> Iterator[None]:
    """Work on a desk where the three networks were trained on the archive."""
    with desk(ASSIGNMENT):
        Path("hidden").unlink()
        Path("hidden").mkdir()
        Path("hidden/cifar10.npz").write_bytes(held_out.read_bytes())
        yield


def as_if_on_photographs(names: dict[str, Any]) -> None:
    """Say that networks were trained on the archive, for ten epochs instead of 16."""
    for name, value in names.items():
        if isinstance(value, Settings):
            names[name] = replace(value, epochs=allowed(value.epochs))
    for path in (Path(f"{name}.json") for name in NETWORKS):
        with contextlib.suppress(ValueError, KeyError, TypeError, OSError):  # broken
            record = json.loads(path.read_text(encoding="utf-8"))
            if record["data"] == "drawn":
                record["data"] = "cifar10"
            record["settings"]["epochs"] = allowed(record["settings"]["epochs"])
            path.write_text(json.dumps(record), encoding="utf-8")


def allowed(epochs: Any) -> Any:
    """Photographs allow ten epochs where drawn pictures allow 16."""
    return 10 if 10 < int(epochs) <= 16 else epochs


def graded(question: Question, held_out: Path, source: str = "") -> Verdicts:
    """Put an answer, by default the solution, to the tests of a question."""
    replaced = {each.name: solution_source(each) for each in TRAINED}
    if source:
        replaced[question.name] = source
    seed_everything(0)
    with photograph_desk(held_out):
        names = run_cells(code_cells(ASSIGNMENT, replaced, upto=question))
        as_if_on_photographs(names)
        return run_cases(question, names)


def test_the_images_of_the_grader_come_from_the_test_batch(held_out: Path) -> None:
    with np.load(held_out, allow_pickle=False) as file:
        found = {name: file[name].shape for name in file}
    assert found["plain"] == (TESTING, 3, 32, 32)
    assert found["faint_labels"] == (TESTING,)
    with zipfile.ZipFile(held_out.parent / "pytorch_cnn.zip") as release:
        assert release.read("files/hidden/cifar10.npz") == held_out.read_bytes()


def test_the_archive_is_trained_on(archive: Path, tmp_path: Path) -> None:
    """The same cells train on photographs: only the name of the data is another."""
    del archive
    with desk(ASSIGNMENT):
        names = run_cells(code_cells(ASSIGNMENT))
    images = load_images("cifar10")
    assert (len(images.X_train), len(images.X_val)) == (1960, 40)
    settings = Settings(learning_rate=1e-3, epochs=2, batch_size=128)
    model = names["NeuralNetwork"](**images.shape)
    run = fit(model, images, settings, names["train_step"], verbose=False)
    assert run.losses[1] < run.losses[0]
    with contextlib.chdir(tmp_path):
        save_weights("base", model, run, **images.shape)
        assert json.loads(Path("base.json").read_text())["data"] == "cifar10"


@pytest.mark.parametrize("question", TRAINED, ids=lambda question: question.name)
def test_the_solution_has_all_points(question: Question, held_out: Path) -> None:
    assert set(graded(question, held_out).values()) == {None}


@pytest.mark.slow
@pytest.mark.parametrize("question", TRAINED, ids=lambda question: question.name)
def test_right_answers_have_all_points(question: Question, held_out: Path) -> None:
    for answer in answers(question, "accepted"):
        lost = {k: v for k, v in graded(question, held_out, answer.source).items() if v}
        assert lost == {}, answer.name


@pytest.mark.slow
@pytest.mark.parametrize("question", TRAINED, ids=lambda question: question.name)
def test_wrong_answers_lose_what_they_lose_elsewhere(
    question: Question, held_out: Path
) -> None:
    """All but those that read too little: how much they read is of the data."""
    for answer in answers(question, "rejected"):
        caught_by = answer.caught_by or ""
        if "_reads_" not in caught_by:
            lost = graded(question, held_out, answer.source)
            assert lost[caught_by], answer.name


def test_weights_that_learned_nothing_read_too_little(held_out: Path) -> None:
    base, own = TRAINED[0], TRAINED[-1]
    never = next(a for a in answers(base, "rejected") if "was_never_trained" in a.name)
    said = graded(base, held_out, never.source)["test_base_reads_unseen_images"]
    assert said is not None
    assert "60 % are asked for" in said
    hides = next(a for a in answers(own, "rejected") if "out_of_sight" in a.name)
    said = graded(own, held_out, hides.source)["test_own_network_reads_turned_images"]
    assert said is not None
    assert "has to be in its weights" in said
