"""The training loop: what it does, and that a lost session costs nothing."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from deeplearning.checkpoints import CheckpointError
from deeplearning.data import SPLIT_SEED
from deeplearning.drawn import CLASSES, draw
from deeplearning.training import (
    BUDGETS,
    SHAPES,
    Images,
    LossFunction,
    Run,
    Settings,
    Step,
    accuracy,
    as_input,
    describe,
    device,
    fit,
    load_images,
)
from references import unseen
from references.heldout import THRESHOLDS

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT / "assignments"
SETTINGS = Settings(
    optimizer="adamw",
    learning_rate=0.01,
    batch_size=8,
    epochs=4,
    weight_decay=0.1,
    schedule="cosine",
    label_smoothing=0.1,
)


class StoppedError(Exception):
    """The session is lost."""


def few_images() -> Images:
    rng = torch.Generator().manual_seed(3)
    X = torch.randint(256, (40, 1, 8, 8), dtype=torch.uint8, generator=rng)
    y = torch.randint(10, (40,), generator=rng)
    return Images("drawn", X[:30], y[:30], X[30:], y[30:])


def network() -> nn.Sequential:
    torch.manual_seed(5)
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(64, 20),
        nn.BatchNorm1d(20),
        nn.Dropout(0.3),
        nn.Linear(20, 10),
    )


def step(
    model: nn.Module,
    X: Tensor,
    y: Tensor,
    optimizer: torch.optim.Optimizer,
    loss_fn: LossFunction,
) -> float:
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    return loss.item()


def noisy(X: Tensor) -> Tensor:
    return X + 0.1 * torch.randn_like(X)


def breaking(calls: int) -> Step:
    """Make a step that ends the session after some calls."""
    left = [calls]

    def break_off(
        model: nn.Module,
        X: Tensor,
        y: Tensor,
        optimizer: torch.optim.Optimizer,
        loss_fn: LossFunction,
    ) -> float:
        left[0] -= 1
        if left[0] < 0:
            raise StoppedError
        return step(model, X, y, optimizer, loss_fn)

    return break_off


# --- a lost session -----------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw"])
@pytest.mark.parametrize("calls", [3, 7, 11])
def test_an_interrupted_training_ends_as_if_it_had_not_been(
    tmp_path: Path, optimizer: str, calls: int
) -> None:
    settings = dataclasses.replace(SETTINGS, optimizer=optimizer, momentum=0.9)
    whole = network()
    asked = fit(whole, few_images(), settings, step, augment=noisy, verbose=False)
    path = tmp_path / "some.checkpoint"
    with pytest.raises(StoppedError):
        fit(
            network(),
            few_images(),
            settings,
            breaking(calls),
            augment=noisy,
            checkpoint=path,
            verbose=False,
        )
    torch.manual_seed(999)  # the new session has other random numbers
    resumed = network()
    found = fit(
        resumed,
        few_images(),
        settings,
        step,
        augment=noisy,
        checkpoint=path,
        verbose=False,
    )
    assert found == asked
    for name, value in whole.state_dict().items():
        assert torch.equal(resumed.state_dict()[name], value), name


def test_a_finished_training_is_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "some.checkpoint"
    first = network()
    run = fit(first, few_images(), SETTINGS, step, checkpoint=path, verbose=False)
    again = network()
    never = breaking(0)
    found = fit(again, few_images(), SETTINGS, never, checkpoint=path, verbose=False)
    assert found == run
    assert torch.equal(again.state_dict()["1.weight"], first.state_dict()["1.weight"])


@pytest.mark.slow
def test_other_settings_or_another_network_start_anew(tmp_path: Path) -> None:
    path = tmp_path / "some.checkpoint"
    fit(network(), few_images(), SETTINGS, step, checkpoint=path, verbose=False)
    other = dataclasses.replace(SETTINGS, epochs=2)
    run = fit(network(), few_images(), other, step, checkpoint=path, verbose=False)
    assert run.epochs == 2
    wider = nn.Sequential(nn.Flatten(), nn.Linear(64, 10))
    run = fit(wider, few_images(), other, step, checkpoint=path, verbose=False)
    assert run.steps == other.steps(30)


def test_a_checkpoint_is_whole_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.checkpoint"
    fit(network(), few_images(), SETTINGS, step, checkpoint=path, verbose=False)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(CheckpointError, match="Delete it"):
        fit(network(), few_images(), SETTINGS, step, checkpoint=path, verbose=False)


# --- the loop -----------------------------------------------------------------


def test_fit_counts_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    model = network()
    run = fit(model, few_images(), SETTINGS, step)
    assert run.steps == SETTINGS.steps(30) == 4 * 3
    assert run.epochs == len(run.train_accuracies) == len(run.val_accuracies) == 4
    assert not model.training
    said = capsys.readouterr()
    assert re.search(r"\repoch +4/4 .*took .*\n$", said.out)
    assert said.err == ""
    assert Run.from_record(run.recorded()) == run


def test_the_learning_rate_falls_along_a_cosine() -> None:
    rates = []

    def watch(
        model: nn.Module,
        X: Tensor,
        y: Tensor,
        optimizer: torch.optim.Optimizer,
        loss_fn: LossFunction,
    ) -> float:
        rates.append(optimizer.param_groups[0]["lr"])
        return step(model, X, y, optimizer, loss_fn)

    fit(network(), few_images(), SETTINGS, watch, verbose=False)
    expected = 0.01 * (1 + np.cos(np.pi * np.arange(12) / 12)) / 2
    np.testing.assert_allclose(rates, expected, rtol=1e-12)


def test_the_step_gets_augmented_pixels_from_0_to_1() -> None:
    seen: list[Tensor] = []

    def watch(
        model: nn.Module,
        X: Tensor,
        y: Tensor,
        optimizer: torch.optim.Optimizer,
        loss_fn: LossFunction,
    ) -> float:
        seen.append(X)
        assert model.training
        return step(model, X, y, optimizer, loss_fn)

    fit(
        network(), few_images(), SETTINGS, watch, augment=lambda X: X / 2, verbose=False
    )
    assert all(X.dtype == torch.float32 and X.shape == (8, 1, 8, 8) for X in seen)
    assert float(torch.stack(seen).min()) >= 0
    assert 0.45 < float(torch.stack(seen).max()) <= 0.5


def test_accuracy_counts_and_leaves_the_mode() -> None:
    images = few_images()
    model = nn.Sequential(nn.Flatten(), nn.Linear(64, 10), nn.Dropout(0.9)).train()
    with torch.no_grad():
        guesses = model[1](as_input(images.X_train).flatten(1)).argmax(1)
    share = float((guesses == images.y_train).float().mean())
    found = accuracy(model, images.X_train, images.y_train, batch_size=7)
    assert found == pytest.approx(share)
    assert model.training


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"optimizer": "adagrad"}, "there are sgd"),
        ({"schedule": "linear"}, "there are constant"),
        ({"epochs": 0}, "epochs is 0"),
        ({"batch_size": 2.5}, "batch_size is 2.5"),
        ({"learning_rate": -1.0}, "not positive"),
    ],
)
def test_settings_refuse_what_cannot_be_meant(
    wrong: dict[str, object], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Settings(**wrong)  # type: ignore[arg-type]


# --- images -------------------------------------------------------------------


def test_the_pictures_are_the_bytes_that_were_drawn() -> None:
    images = load_images("drawn", torch.device("cpu"))
    drawn, classes = draw(3000, SPLIT_SEED)
    known, rest = slice(2000), slice(2000, 2500)
    for found, rows in ((images.X_train, known), (images.X_val, rest)):
        assert found.dtype == torch.uint8
        np.testing.assert_array_equal(found.numpy(), drawn[rows])
    assert np.array_equal(images.y_val.numpy(), classes[2000:2500])
    assert images.shape == SHAPES["drawn"]
    assert images.budget == BUDGETS["drawn"]
    assert images.classes == CLASSES


def test_the_device_is_said_in_words() -> None:
    assert device().type == ("cuda" if torch.cuda.is_available() else "cpu")
    assert "no GPU" in describe(torch.device("cpu"))


def test_deeplearning_alone_does_not_import_torch() -> None:
    code = "import sys, deeplearning; sys.exit('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=COURSE, check=False)
    assert done.returncode == 0


# --- the grader's images and thresholds ---------------------------------------


@pytest.mark.slow
def test_the_graders_pictures_follow_from_its_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(COURSE / "pytorch_cnn")
    training = load_images("drawn", torch.device("cpu")).X_train.numpy()
    for kind in unseen.KINDS:
        pictures, classes = unseen.drawn_images(kind)
        assert np.bincount(classes).min() >= 30
        assert not (pictures[:50, None] == training[None, :200]).all((2, 3, 4)).any()
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "drawn.json").write_text('{"seed": 7}')
    before = unseen.drawn_images("faint")[0]
    monkeypatch.chdir(tmp_path)
    unseen.drawn_images.cache_clear()
    other = unseen.drawn_images("faint")[0]
    unseen.drawn_images.cache_clear()
    again = unseen.drawn_images("faint")[0]
    unseen.drawn_images.cache_clear()
    assert (other != before).any()
    np.testing.assert_array_equal(other, again)


def test_an_image_that_does_not_move_stays() -> None:
    X = np.random.default_rng(1).random((5, 3, 6, 6))
    still = unseen.moved(X, np.zeros(5), np.zeros((5, 2)))
    np.testing.assert_allclose(still, X, atol=1e-12)
    right = unseen.moved(X, np.zeros(5), np.tile([0.0, 1.0], (5, 1)))
    np.testing.assert_allclose(right[..., 1:], X[..., :-1], atol=1e-12)
    quarter = unseen.moved(X, np.full(5, 90.0), np.zeros((5, 2)))
    np.testing.assert_allclose(quarter, np.rot90(X, k=1, axes=(2, 3)), atol=1e-12)


def test_the_statements_promise_the_thresholds() -> None:
    wanted, folder = THRESHOLDS["drawn"], COURSE / "pytorch_cnn"
    photographs = THRESHOLDS["cifar10"]
    text = {
        name: next(folder.glob(f"{name}_*/question.py")).read_text(encoding="utf-8")
        for name in ("q03", "q04", "q05")
    }
    assert f"{wanted['base']} % of the nearly plain pictures" in text["q03"]
    assert f"{wanted['bn_dropout']} % of the nearly plain pictures" in text["q04"]
    for kind in ("shifted", "turned", "noisy", "faint"):
        assert f"{wanted[kind]} % of the {kind}" in text["q05"]
    assert f"({photographs['base']} % on CIFAR-10)" in text["q03"]
    assert f"({photographs['bn_dropout']} % on CIFAR-10)" in text["q04"]
    four = [str(photographs[kind]) for kind in ("shifted", "turned", "noisy", "faint")]
    assert f"{', '.join(four[:3])} and {four[3]} %" in text["q05"]


def test_the_recorded_runs_clear_the_thresholds() -> None:
    page = (ROOT / "benchmarks" / "training.md").read_text(encoding="utf-8")
    (page,) = re.findall(r"^## drawn\n(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL)
    rows = re.findall(
        r"^\| (base|bn_dropout|own), (\w+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \|$",
        page,
        re.MULTILINE,
    )
    assert len(rows) == 6
    for network_, kind, low, _, threshold in rows:
        name = kind if network_ == "own" else network_
        assert THRESHOLDS["drawn"][name] == int(threshold), (network_, kind)
        assert float(low) > int(threshold), (network_, kind)
