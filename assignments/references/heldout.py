"""Images that only the grader has, and the accuracy of a network on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from checks.handed_in import HandedIn, disorder, logits
from checks.leaderboard import enter
from references.unseen import drawn_images

Array = npt.NDArray[Any]
FOLDER = Path("hidden")
FEW, READS = 100, 50.0  # images for a second look, and percent that are not guessed

# The accuracy that counts, in percent: by data set, by network or kind of image.
# benchmarks/training.md says which runs they come from.
THRESHOLDS = {
    "drawn": {
        "base": 75,
        "bn_dropout": 85,
        "shifted": 90,
        "turned": 85,
        "noisy": 80,
        "faint": 85,
    },
    "cifar10": {
        "base": 60,
        "bn_dropout": 64,
        "shifted": 55,
        "turned": 45,
        "noisy": 40,
        "faint": 45,
    },
}

ADVICE = {
    "shifted": "how far do your training images move, and what does your network do "
    "to an image that has moved?",
    "turned": "by how much do your training images turn, and which way does your "
    "network see them?",
    "noisy": "how much noise do your training images have, and does your network "
    "smooth it or sharpen it?",
    "faint": "what is left of an outline when a quarter of the contrast is left?",
}


def assert_reads(handed_in: HandedIn, kind: str, threshold: str = "") -> None:
    """Assert that a network reads one kind of images well enough.

    The network sees images only; the labels are compared here. How a design of one's
    own does on images that are hard to read is entered as a number, too.

    Args:
        handed_in: the network, its weights loaded.
        kind: of images: "plain", "shifted", "turned", "noisy" or "faint".
        threshold: its name in `THRESHOLDS`; by default the kind's.

    Raises:
        AssertionError: saying the accuracy and the one that counts.

    """
    data = handed_in.data
    assert data == "drawn" or (FOLDER / f"{data}.npz").is_file(), (
        f"The weights {handed_in.name} were trained on {data}, and this grader has no "
        "images of that data set. Train on the data set that your course names."
    )
    images, labels = unseen(data, kind)
    seen = logits(handed_in, torch.from_numpy(images))
    guesses, classes = seen.argmax(1).numpy(), seen.shape[1]
    found = 100 * float(np.mean(guesses == labels))
    wanted = THRESHOLDS[data][threshold or kind]
    if kind in ADVICE:
        enter(f"{kind} images read, in %", found)
    claim = handed_in.record.get("validation_accuracy")
    claims = (
        f" {handed_in.name}.json says {100 * claim:.1f} % on validation images, which "
        "counts for nothing here."
        if isinstance(claim, float)
        else ""
    )
    assert found >= wanted, (
        f"{handed_in.name} reads {found:.1f} % of {len(labels)} unseen {kind} images; "
        f"{wanted} % are asked for.{claims}{_advice(kind, found, classes)}"
    )
    _assert_weights_count(handed_in, images[:FEW], labels[:FEW])


def _assert_weights_count(handed_in: HandedIn, images: Array, labels: Array) -> None:
    """Assert that a network can no longer read when its weights are in disorder.

    A design that has its numbers elsewhere, or a table of images, reads on.
    """
    disorder(handed_in)
    seen = logits(handed_in, torch.from_numpy(images)).argmax(1).numpy()
    found = 100 * float(np.mean(seen == labels))
    assert found < READS, (
        f"{handed_in.name} still reads {found:.0f} % when the numbers in its weights "
        "are shuffled. Hint: what a network knows has to be in its weights; lists, "
        "tables and other numbers of the code earn nothing."
    )


def unseen(data: str, kind: str) -> tuple[Array, Array]:
    """Return images of a kind, shape (N, C, H, W), uint8, and their classes, (N,).

    Args:
        data: "drawn", which are drawn now, or "cifar10", from a file in `FOLDER`.
        kind: as in `assert_reads`.

    """
    if data == "drawn":
        return drawn_images(kind)
    with np.load(FOLDER / f"{data}.npz", allow_pickle=False) as file:
        return file[kind], file[f"{kind}_labels"]


def _advice(kind: str, found: float, classes: int) -> str:
    if found < 200 / classes:
        return (
            " Hint: that is what guessing gives. Are these the weights after training, "
            "and the classes in their order?"
        )
    return f" Hint: {ADVICE[kind]}" if kind in ADVICE else ""
