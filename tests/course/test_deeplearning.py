"""The given code: layers against torch, rules, the solver, the data sets."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import pickle
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch import nn

from checks.handed_in import HandedIn
from deeplearning import drawings, drawn, pictures, plots
from deeplearning.data import DataError, Dataset, load
from deeplearning.gradients import gradient_error
from deeplearning.layers import (
    Array,
    affine_backward,
    affine_forward,
    relu_backward,
    relu_forward,
    softmax_loss,
)
from deeplearning.networks import NetworkScaffold
from deeplearning.optim import RULES, Rule, adam, rmsprop, sgd, sgd_momentum
from deeplearning.solver import Solver
from references import heldout, unseen

COURSE = Path(__file__).resolve().parents[2] / "assignments"
RNG = np.random.default_rng(7)


def tensor(array: Array) -> torch.Tensor:
    return torch.tensor(array, dtype=torch.float64, requires_grad=True)


# --- layers -------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(5, 6), (4, 2, 3, 5)])
def test_affine_agrees_with_torch(shape: tuple[int, ...]) -> None:
    x, b, dout = (
        RNG.normal(size=shape),
        RNG.normal(size=3),
        RNG.normal(size=(shape[0], 3)),
    )
    w = RNG.normal(size=(int(np.prod(shape[1:])), 3))
    out, cache = affine_forward(x, w, b)
    inputs = [tensor(a) for a in (x, w, b)]
    truth = inputs[0].flatten(1) @ inputs[1] + inputs[2]
    np.testing.assert_allclose(out, truth.detach().numpy(), rtol=1e-12)
    grads = torch.autograd.grad(truth, inputs, torch.tensor(dout))
    for mine, torchs in zip(affine_backward(dout, cache), grads, strict=True):
        np.testing.assert_allclose(mine, torchs.numpy(), rtol=1e-12, atol=1e-14)


def test_relu_agrees_with_torch_at_zero_too() -> None:
    x, dout = np.array([[-1.0, 0.0, 2.0]]), np.array([[3.0, 4.0, 5.0]])
    out, cache = relu_forward(x)
    given = tensor(x)
    truth = torch.relu(given)
    np.testing.assert_array_equal(out, truth.detach().numpy())
    (dx,) = torch.autograd.grad(truth, given, torch.tensor(dout))
    np.testing.assert_array_equal(relu_backward(dout, cache), dx.numpy())


@pytest.mark.parametrize("scale", [1.0, 1e3])
def test_softmax_loss_agrees_with_torch_for_huge_scores_too(scale: float) -> None:
    scores, y = scale * RNG.normal(size=(6, 4)), RNG.integers(4, size=6)
    loss, dscores = softmax_loss(scores, y)
    given = tensor(scores)
    truth = torch.nn.functional.cross_entropy(given, torch.tensor(y))
    (grad,) = torch.autograd.grad(truth, given)
    assert loss == pytest.approx(truth.item(), rel=1e-12)
    np.testing.assert_allclose(dscores, grad.numpy(), rtol=1e-9, atol=1e-15)


# --- rules --------------------------------------------------------------------


TWINS: list[tuple[Rule, dict[str, float], Callable[..., torch.optim.Optimizer]]] = [
    (sgd, {"learning_rate": 0.1}, lambda w: torch.optim.SGD(w, 0.1)),
    (
        sgd_momentum,
        {"learning_rate": 0.1, "momentum": 0.8},
        lambda w: torch.optim.SGD(w, 0.1, momentum=0.8),
    ),
    (
        rmsprop,
        {"learning_rate": 0.1, "decay_rate": 0.7},
        lambda w: torch.optim.RMSprop(w, 0.1, alpha=0.7),
    ),
    (
        adam,
        {"learning_rate": 0.1, "beta1": 0.6, "beta2": 0.7},
        lambda w: torch.optim.Adam(w, 0.1, betas=(0.6, 0.7)),
    ),
]


@pytest.mark.parametrize(("rule", "config", "twin"), TWINS)
def test_rules_agree_with_torch(
    rule: Rule, config: dict[str, float], twin: Callable[..., torch.optim.Optimizer]
) -> None:
    w = RNG.normal(size=(3, 2))
    theirs = tensor(w)
    optimizer = twin([theirs])
    for dw in RNG.normal(size=(5, 3, 2)):
        given = w.copy(), dw.copy()
        new, config = rule(w, dw, config)
        np.testing.assert_array_equal(given, (w, dw))
        w = new
        theirs.grad = torch.tensor(dw)
        optimizer.step()
    np.testing.assert_allclose(w, theirs.detach().numpy(), rtol=1e-10)


@pytest.mark.parametrize("rule", RULES.values())
def test_rules_have_defaults_and_leave_the_config_alone(rule: Rule) -> None:
    w, dw, config = np.ones(2), np.ones(2), {"learning_rate": 0.5}
    moved, remembered = rule(w, dw, config)
    assert (moved < w).all()
    assert config == {"learning_rate": 0.5}
    assert remembered["learning_rate"] == 0.5
    assert (rule(w, dw, None)[0] < w).all()


# --- solver -------------------------------------------------------------------


class Softmax(NetworkScaffold):
    """The smallest network: one affine layer."""

    def init_params(
        self, dims: Any, weight_scale: float, rng: np.random.Generator
    ) -> dict[str, Array]:
        """Draw the weights."""
        return {"W1": rng.normal(0, weight_scale, dims), "b1": np.zeros(dims[1])}

    def forward(self, X: Array) -> Array:
        """Score."""
        scores, self.cache = affine_forward(X, self.params["W1"], self.params["b1"])
        return scores

    def backward(self, dscores: Array) -> dict[str, Array]:
        """Differentiate."""
        _, dw, db = affine_backward(dscores, self.cache)
        return {"W1": dw, "b1": db}

    def regularize(self, grads: dict[str, Array]) -> float:
        """Penalize the weights."""
        grads["W1"] = grads["W1"] + self.reg * self.params["W1"]
        return 0.5 * self.reg * float(np.sum(self.params["W1"] ** 2))


def toy() -> Dataset:
    """Three far clouds in the plane."""
    rng = np.random.default_rng(3)
    y = np.arange(150) % 3
    X = 0.5 * rng.normal(size=(150, 2)) + 4 * np.eye(3)[y, :2]
    return Dataset(X[:90], y[:90], X[90:120], y[90:120], X[120:], y[120:])


def trained(**settings: Any) -> Solver:
    model = Softmax([], input_dim=2, num_classes=3, seed=0)
    settings = {"optim_config": {"learning_rate": 0.1}, "batch_size": 20, **settings}
    solver = Solver(model, toy(), verbose=False, **settings)
    solver.train()
    return solver


def test_solver_learns_and_keeps_histories() -> None:
    solver = trained(num_epochs=8)
    assert len(solver.loss_history) == 8 * (90 // 20)
    assert len(solver.train_acc_history) == len(solver.val_acc_history) == 8
    assert solver.loss_history[0] == pytest.approx(np.log(3), abs=0.1)
    assert solver.val_acc_history[-1] > 0.9
    assert solver.best_val_acc == max(solver.val_acc_history)
    solver.model.params = solver.best_params
    assert solver.accuracy(toy().X_val, toy().y_val) == solver.best_val_acc


def test_solver_repeats_itself_by_seed() -> None:
    first, again, other = (trained(seed=seed).loss_history for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_solver_decays_the_learning_rate_after_every_epoch() -> None:
    rates: list[float] = []

    def spy(w: Array, dw: Array, config: Any) -> tuple[Array, dict[str, Any]]:
        rates.append(config["learning_rate"])
        return sgd(w, dw, config)

    trained(update_rule=spy, lr_decay=0.5, num_epochs=3, batch_size=90)
    assert rates == [0.1, 0.1, 0.05, 0.05, 0.025, 0.025]


def test_solver_refuses_an_unknown_rule() -> None:
    with pytest.raises(ValueError, match="sgd_momentum"):
        trained(update_rule="momentum")


def test_solver_shows_one_line_or_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    solver = trained(num_epochs=2)
    assert capsys.readouterr() == ("", "")
    solver.verbose = True
    solver.train()
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.count("\n") == 1
    last = said.out.strip().split("\r")[-1]
    loss = np.mean(solver.loss_history[-4:])
    assert last.startswith(f"epoch   2/2  loss {loss:7.4f}  train ")


# --- networks -----------------------------------------------------------------


def test_scaffold_switches_modes_and_adds_the_penalty() -> None:
    model = Softmax([], input_dim=2, num_classes=3, reg=0.5, weight_scale=2.0, seed=0)
    X, y = RNG.normal(size=(4, 2)), np.array([0, 1, 2, 1])
    assert model.loss(X).shape == (4, 3)
    assert model.dropout_param["mode"] == "test"
    loss, grads = model.loss(X, y)
    assert model.dropout_param["mode"] == "train"
    model.reg = 0.0
    plain, plain_grads = model.loss(X, y)
    W = model.params["W1"]
    assert loss - plain == pytest.approx(0.25 * np.sum(W**2))
    np.testing.assert_allclose(grads["W1"] - plain_grads["W1"], 0.5 * W)


def test_scaffold_hands_out_new_mask_seeds_and_repeats_them() -> None:
    def seeds(seed: int | None) -> list[int | None]:
        model = Softmax([], input_dim=2, dropout=0.5, seed=seed)
        found = []
        for _ in range(3):
            model.set_mode("train")
            found.append(model.dropout_param.get("seed"))
        return found

    assert seeds(0) == seeds(0) != seeds(1)
    assert len(set(seeds(0))) == 3
    assert seeds(None) == [None] * 3


def test_scaffold_keeps_one_bn_param_a_hidden_layer_and_the_dtype() -> None:
    class Deep(Softmax):
        def init_params(self, dims: Any, *_: Any) -> dict[str, Array]:
            self.dims = dims
            return {"W1": np.ones(2)}

    deep = Deep([5, 4], normalization="batchnorm", dtype=np.float32)
    assert deep.dims == [64, 5, 4, 10]
    assert deep.bn_params == [{"mode": "train"}] * 2
    assert deep.bn_params[0] is not deep.bn_params[1]
    assert deep.params["W1"].dtype == np.float32
    assert Deep([5, 4]).bn_params == []


@pytest.mark.parametrize("wrong", [{"dropout": 1.0}, {"normalization": "layernorm"}])
def test_scaffold_refuses_settings_that_mean_nothing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Softmax([], **wrong)


@pytest.mark.parametrize("method", ["init_params", "forward", "backward", "regularize"])
def test_scaffold_says_what_the_subclass_must_write(method: str) -> None:
    empty = object.__new__(NetworkScaffold)
    arguments = [None] * (3 if method == "init_params" else 1)
    with pytest.raises(NotImplementedError, match=method):
        getattr(empty, method)(*arguments)


# --- data ---------------------------------------------------------------------


def test_digits_are_split_and_centred() -> None:
    digits = load("digits")
    sizes = [len(part) for part in (digits.X_train, digits.X_val, digits.X_test)]
    assert sizes == [1197, 300, 300]
    assert digits.X_train.shape[1:] == (1, 8, 8)
    assert digits.X_train.dtype == np.float64
    np.testing.assert_allclose(digits.X_train.mean(axis=0), 0, atol=1e-12)
    for labels in (digits.y_train, digits.y_val, digits.y_test):
        assert np.bincount(labels, minlength=10).min() >= 20
    np.testing.assert_array_equal(load("digits").X_test, digits.X_test)
    assert len(digits.first(50).X_train) == len(digits.first(50).y_train) == 50


def test_wrong_labels_are_wrong_and_as_many_as_asked_for() -> None:
    digits = load("digits").first(200)
    noisy = digits.with_wrong_labels(0.3)
    assert (noisy.y_train != digits.y_train).sum() == 60
    assert set(noisy.y_train) == set(range(10))
    np.testing.assert_array_equal(noisy.y_val, digits.y_val)
    np.testing.assert_array_equal(
        noisy.y_train, digits.with_wrong_labels(0.3, seed=0).y_train
    )


def test_digits_without_scikit_learn_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(DataError, match="pip install scikit-learn"):
        load("digits")


def test_drawn_pictures_follow_from_their_seed() -> None:
    images, classes = drawn.draw(1203, seed=5)
    again, _ = drawn.draw(1203, seed=5)
    other, _ = drawn.draw(1203, seed=6)
    np.testing.assert_array_equal(images, again)
    assert (images != other).mean() > 0.9
    assert images.shape == (1203, 3, 32, 32)
    assert images.dtype == np.uint8
    assert set(np.bincount(classes, minlength=10)) == {120, 121}


def test_drawn_colours_say_nothing_and_a_linear_classifier_fails() -> None:
    """Least squares on all pixels, and on mean colours alone, reads few pictures."""
    images = pictures.load("drawn")
    wanted = np.eye(10)[images.y_train]
    pixels = [X.reshape(len(X), -1) for X in (images.X_train, images.X_test)]
    colours = [X.mean(axis=(2, 3)) for X in (images.X_train, images.X_test)]
    for A, B in (pixels, colours):
        ridge = A.T @ A + 30 * np.eye(A.shape[1])
        weights = np.linalg.solve(ridge, A.T @ wanted)
        share = ((B @ weights).argmax(axis=1) == images.y_test).mean()
        assert share < 0.45


def test_an_unknown_data_set_is_named() -> None:
    with pytest.raises(DataError, match="There is: digits"):
        load("mnist")
    with pytest.raises(DataError, match="drawn, cifar10"):
        pictures.load("mnist")


def fake_archive(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "cifar10", **extra: Any
) -> Path:
    """Write an archive of the published form, 100 images to train on and 10 to test."""
    archive = pictures.ARCHIVES[name]
    path = folder / archive.file_name
    rng = np.random.default_rng(0)
    with tarfile.open(path, "w:gz") as tar:
        for part in (*archive.training, archive.testing):
            count = 10 if part == archive.testing else 100 // len(archive.training)
            images = rng.integers(256, size=(count, 3072), dtype=np.uint8)
            labels = rng.integers(10, size=count).tolist()
            batch: dict[Any, Any] = {b"data": images, archive.labels: labels, **extra}
            content = pickle.dumps(batch, protocol=3)
            entry = tarfile.TarInfo(part)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    monkeypatch.setitem(pictures.ARCHIVES, name, replace(archive, sha256=digest))
    monkeypatch.setenv(pictures.FOLDER_VARIABLE, str(folder))
    return path


def test_cifar_is_read_from_a_local_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_archive(tmp_path, monkeypatch)
    images = pictures.load("cifar10")
    sizes = [len(part) for part in (images.X_train, images.X_val, images.X_test)]
    assert sizes == [98, 2, 10]
    assert images.X_train.shape[1:] == (3, 32, 32)
    assert images.X_train.dtype == np.float32
    np.testing.assert_allclose(images.X_train.mean(axis=0), 0, atol=1e-6)


def test_cifar_keeps_images_and_labels_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fake_archive(tmp_path, monkeypatch)
    archive = pictures.ARCHIVES["cifar10"]
    batches = pictures._read_batches(path, archive.training)
    raw = np.concatenate([batch[b"data"][:, :20] for batch in batches]).astype(float)
    labels = np.concatenate([batch[b"labels"] for batch in batches])
    images = pictures.load("cifar10")
    rows = images.X_train.reshape(len(images.X_train), -1)[:, :20]
    shift = rows[0] - rows[1]
    pairs = (raw[:, None] - raw[None]) / 255
    a, b = np.argwhere(np.abs(pairs - shift).max(axis=2) < 1e-5)[0]
    assert (images.y_train[0], images.y_train[1]) == (labels[a], labels[b])


def test_a_changed_archive_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fake_archive(tmp_path, monkeypatch)
    path.write_bytes(path.read_bytes() + b"!")
    monkeypatch.setattr(tarfile, "open", pytest.fail)
    with pytest.raises(DataError, match="SHA-256") as caught:
        pictures.load("cifar10")
    assert "delete the file" in str(caught.value)


def python_2_pickle(images: npt.NDArray[np.uint8], labels: list[int]) -> bytes:
    """Pickle a batch as the publisher did: by hand, in the opcodes of Python 2."""

    def text(value: bytes) -> bytes:
        return b"T" + len(value).to_bytes(4, "little") + value

    def numbers(values: Iterable[int]) -> bytes:
        return (
            b"("
            + b"".join(b"J" + v.to_bytes(4, "little", signed=True) for v in values)
            + b"t"
        )

    dtype = b"cnumpy\ndtype\n(" + text(b"u1") + b"K\x00K\x01tR"
    dtype += b"(K\x03" + text(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
    empty = b"cnumpy.core.multiarray\n_reconstruct\n"
    empty += b"(cnumpy\nndarray\n" + numbers([0]) + text(b"b") + b"tR"
    state = (
        b"(K\x01"
        + numbers(images.shape)
        + dtype
        + b"I00\n"
        + text(images.tobytes())
        + b"tb"
    )
    listed = b"](" + b"".join(b"K" + bytes([label]) for label in labels) + b"e"
    entries = text(b"data") + empty + state + b"s" + text(b"labels") + listed + b"s"
    return b"\x80\x02}" + entries + b"."


def test_batches_written_by_python_2_are_read() -> None:
    images = RNG.integers(256, size=(3, 3072), dtype=np.uint8)
    content = io.BytesIO(python_2_pickle(images, [4, 0, 9]))
    batch = pictures._ArrayUnpickler(content, encoding="bytes").load()
    np.testing.assert_array_equal(batch[b"data"], images)
    assert batch[b"labels"] == [4, 0, 9]


class Bomb:
    """Runs a command when it is unpickled without care."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("exploded",)


def test_an_archive_cannot_run_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    fake_archive(tmp_path, monkeypatch, bomb=Bomb())
    with pytest.raises(DataError, match="mkdir"):
        pictures.load("cifar10")
    assert not (tmp_path / "exploded").exists()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConnectionError("no route"), "Connect to the network"),
        (ValueError("hash of downloaded file does not match"), "SHA-256"),
    ],
)
def test_a_failed_download_says_what_helps(
    error: Exception, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pooch

    def fail(*_: Any, **__: Any) -> str:
        raise error

    monkeypatch.setattr(pooch, "retrieve", fail)
    monkeypatch.setenv(pictures.FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(DataError, match=words):
        pictures.load("cifar10")


def test_a_download_goes_to_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pooch

    path = fake_archive(tmp_path, monkeypatch)
    asked: dict[str, Any] = {}

    def fetch(url: str, **settings: Any) -> str:
        asked.update(settings, url=url)
        return str(path)

    monkeypatch.setattr(pooch, "retrieve", fetch)
    monkeypatch.delenv(pictures.FOLDER_VARIABLE)
    assert len(pictures.load("cifar10").X_test) == 10
    assert asked["url"].endswith("cifar-10-python.tar.gz")
    assert asked["known_hash"] == f"sha256:{pictures.ARCHIVES['cifar10'].sha256}"
    assert asked["progressbar"] is True


# --- the package --------------------------------------------------------------


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = ["matplotlib", "tqdm", "pooch", "sklearn", "torch", "tarfile"]
    code = (
        "import sys, deeplearning, deeplearning.plots; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    folder = Path(__file__).parents[2] / "assignments"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_curves_are_labelled_without_hiding_each_other() -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    curves = {"a": [1, 2], "b": [2, 2], "c": ([0, 3], [0, 2])}
    ax = plots.plot_curves(curves, xlabel="step", ylabel="loss")
    heights = sorted(text.xyann[1] for text in ax.texts)  # type: ignore[attr-defined]
    assert min(np.diff(heights)) >= 10


def contrast_with_white(colour: str) -> float:
    """Compute the contrast as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [((c + 0.055) / 1.055) ** 2.4 if c > 0.04 else c / 12.92 for c in parts]
    luminance = float(np.dot([0.2126, 0.7152, 0.0722], linear))
    return 1.05 / (luminance + 0.05)


def words_of(drawing: Any) -> list[str]:
    from matplotlib.colors import to_hex
    from matplotlib.text import Text

    texts = drawing.findobj(Text)
    return [to_hex(text.get_color()) for text in texts if text.get_text()]


@pytest.mark.parametrize("colour", [*plots.CYCLE, "black", "#ffffff", "yellow"])
def test_ink_can_be_read_and_keeps_what_can_be(colour: str) -> None:
    shade = plots.ink(colour)
    assert contrast_with_white(shade) >= 4.5
    assert plots.ink(shade) == shade


def test_words_in_figures_can_be_read(tmp_path: Path) -> None:
    import matplotlib as mpl

    from deeplearning.normalization_pictures import draw_densities

    mpl.use("Agg")
    curves = {colour: [1, place] for place, colour in enumerate(plots.CYCLE)}
    for ax in (
        plots.plot_curves(curves, xlabel="step", ylabel="loss"),
        draw_densities([0, 1], curves),
    ):
        shades = words_of(ax)
        assert len(set(shades)) > len(plots.CYCLE)  # their labels, and black
        assert min(map(contrast_with_white, shades)) >= 4.5
    figure, ax = plots.axes()
    ax.text(0, 0, "words", color=plots.YOURS)
    drawings.save_svg(figure, str(tmp_path / "words.py"))
    assert min(map(contrast_with_white, words_of(figure))) >= 4.5


def test_figures_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    import matplotlib as mpl

    mpl.use("Agg")

    def drawn() -> bytes:
        figure, ax = plots.axes()
        plots.plot_curves({"a": [1, 2]}, xlabel="step", ylabel="loss", ax=ax)
        return drawings.save_svg(figure, str(tmp_path / "curves.py")).read_bytes()

    assert drawn() == drawn()


def test_words_of_a_figure_stay_words_that_every_reader_can_show(
    tmp_path: Path,
) -> None:
    import matplotlib as mpl

    mpl.use("Agg")

    def drawn(words: str) -> str:
        figure, ax = plots.axes()
        ax.set(title=words)
        path = drawings.save_svg(figure, str(tmp_path / "words.py"))
        return path.read_text(encoding="utf-8")

    assert ">a batch</text>" in drawn("a batch")
    svg = drawn("$x_1$")
    assert svg.count("font-family") == 1
    with pytest.raises(ValueError, match="without mathtext"):
        drawn("$H'$")


# --- gradients by numbers -----------------------------------------------------


def test_a_right_gradient_of_any_layer_has_the_smallest_error() -> None:
    rng = np.random.default_rng(0)
    x, w, b = rng.normal(size=(3, 4)), rng.normal(size=(4, 2)), rng.normal(size=2)
    dout = rng.normal(size=(3, 2))
    _, cache = affine_forward(x, w, b)
    dx, dw, db = affine_backward(dout, cache)
    layers: tuple[tuple[Callable[[Any], Any], Any, Any], ...] = (
        (lambda x: affine_forward(x, w, b), x, dx),
        (lambda w: affine_forward(x, w, b), w, dw),
        (lambda b: affine_forward(x, w, b)[0], b, db),
    )
    for f, at, gradient in layers:
        assert gradient_error(f, at, gradient, dout) == 1e-6
        assert gradient_error(f, at, gradient * 1.001, dout) == 1e-3
        assert gradient_error(f, at, gradient * 1.1, dout) == 0.1
        assert gradient_error(f, at, -gradient, dout) == 10


def test_a_loss_needs_no_dout() -> None:
    x = np.array([[1.0, -2.0, 3.0]])
    assert gradient_error(lambda x: (x**2).sum(), x, 2 * x) == 1e-6
    assert x.tolist() == [[1.0, -2.0, 3.0]]


def test_gradients_of_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"f gives the shape \(3,\)"):
        gradient_error(lambda x: x, np.ones(3), np.ones(3), np.ones(2))
    with pytest.raises(ValueError, match=r"dx has the shape \(2, 1\)"):
        gradient_error(np.sum, np.ones(2), np.ones((2, 1)))


def test_the_error_of_a_gradient_has_its_ends() -> None:
    assert gradient_error(lambda x: 0 * x, np.ones(3), np.zeros(3)) == 1e-6
    assert gradient_error(np.sum, np.ones(2), [np.nan, 1.0]) == np.inf
    assert gradient_error(lambda x: x + np.inf, np.ones(2), np.ones(2)) == np.inf


# --- photographs for the grader --------------------------------------------------


def make_heldout() -> ModuleType:
    path = COURSE / "pytorch_cnn" / "hidden" / "make_heldout.py"
    spec = importlib.util.spec_from_file_location("make_heldout", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_photographs_of_the_official_form_are_changed_and_graded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an archive to images that are graded, in a zip for Gradescope too."""
    fake_archive(tmp_path, monkeypatch)
    module = make_heldout()
    monkeypatch.setattr(module, "EACH", 4)
    (tmp_path / "hidden").mkdir()
    archive = tmp_path / "some.zip"
    zipfile.ZipFile(archive, "w").close()
    module.main([str(archive)], tmp_path / "hidden")
    with zipfile.ZipFile(archive) as opened:
        assert opened.namelist() == ["files/hidden/cifar10.npz"]
    with pytest.raises(SystemExit, match="already"):
        module.main([str(archive)], tmp_path / "hidden")
    monkeypatch.chdir(tmp_path)
    pixels = pictures.load("cifar10")
    for kind in unseen.KINDS:
        images, labels = heldout.unseen("cifar10", kind)
        assert images.shape == (8 if kind == "plain" else 4, 3, 32, 32)
        assert images.dtype == np.uint8
        assert set(labels) <= set(pixels.y_test)
    network = nn.Sequential(nn.Flatten(), nn.Linear(3072, 10))
    found = HandedIn("own", "cifar10", network, {}, network.state_dict())
    with pytest.raises(AssertionError, match=r"of 4 unseen shifted images; 55 %"):
        heldout.assert_reads(found, "shifted")


def test_the_cheating_pixel_has_digits_unless_there_are_photographs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from deeplearning.cheating import load_pixels

    monkeypatch.delenv(pictures.FOLDER_VARIABLE, raising=False)
    assert load_pixels().X_train.shape == (1197, 64)
    fake_archive(tmp_path, monkeypatch)
    assert load_pixels().X_train.shape == (98, 3 * 32 * 32)
