"""Images that only the grader has, and the accuracy of a network on them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from checks.handed_in import HandedIn, logits
from checks.leaderboard import enter

FOLDER = Path("hidden")

# The accuracy that counts, in percent: by data set, by network or kind of image.
# benchmarks/training.md says which runs they come from. Those for CIFAR are the
# original course's, for plain images; they are to be confirmed by runs on a GPU.
THRESHOLDS = {
    "digits": {
        "base": 80,
        "bn_dropout": 86,
        "shifted": 90,
        "turned": 90,
        "noisy": 85,
        "faint": 90,
    },
    "cifar10": {
        "base": 60,
        "bn_dropout": 64,
        "shifted": 55,
        "turned": 45,
        "noisy": 40,
        "faint": 45,
    },
    "cifar100": {
        "base": 35,
        "bn_dropout": 38,
        "shifted": 38,
        "turned": 30,
        "noisy": 25,
        "faint": 30,
    },
}

ADVICE = {
    "shifted": "how far do your training images move, and what does your network do "
    "to an image that has moved?",
    "turned": "by how much do your training images turn, and which way does your "
    "network see them?",
    "noisy": "how much noise do your training images have, and does your network "
    "smooth it or sharpen it?",
    "faint": "what is left of a stroke when a quarter of the contrast is left?",
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
    path = FOLDER / f"{data}.npz"
    assert path.is_file(), (
        f"The weights {handed_in.name} were trained on {data}, and this grader has no "
        "images of that data set. Train on the data set that your course names."
    )
    with np.load(path, allow_pickle=False) as file:
        images, labels = file[kind], file[f"{kind}_labels"]
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


def _advice(kind: str, found: float, classes: int) -> str:
    if found < 200 / classes:
        return (
            " Hint: that is what guessing gives. Are these the weights after training, "
            "and the classes in their order?"
        )
    return f" Hint: {ADVICE[kind]}" if kind in ADVICE else ""
