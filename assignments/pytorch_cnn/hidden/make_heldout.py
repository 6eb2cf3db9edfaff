"""Make the photographs that networks are graded on, where a course grades CIFAR-10.

    python assignments/pytorch_cnn/hidden/make_heldout.py [autograder/pytorch_cnn.zip]

writes `cifar10.npz` beside this script, from the official archive, which is downloaded
once, or looked for in the folder that the environment variable HOMEWORK_DATA names.
Git ignores the file, and a release leaves it out. A zip for Gradescope that is named
gets it too.

Drawn pictures need no such file: the grader draws them from the seed in `drawn.json`.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
SEED = 20_182
EACH = 2000  # images of a kind; twice as many nearly plain ones
IN_ZIP = "files/hidden/cifar10.npz"


def main(archives: list[str], folder: Path = HERE) -> None:
    """Write the images into a folder, and into zips for Gradescope.

    Args:
        archives: paths of the zips.
        folder: where `cifar10.npz` goes.

    """
    from deeplearning.pictures import load
    from deeplearning.training import as_bytes
    from references.unseen import KINDS, changed

    data = load("cifar10")
    pixels = as_bytes(data.X_test, data.X_train.min(axis=0))
    rng = np.random.default_rng(SEED)
    parts = {}
    for kind in KINDS:
        count = EACH * (2 if kind == "plain" else 1)
        rows = rng.permutation(len(pixels))[:count]
        parts[kind] = changed(kind, pixels[rows], rng)
        parts[f"{kind}_labels"] = data.y_test[rows].astype(np.uint8)
    path = folder / "cifar10.npz"
    np.savez_compressed(path, **parts)
    for archive in archives:
        with zipfile.ZipFile(archive, "a") as opened:
            if IN_ZIP in opened.namelist():
                sys.exit(f"{archive} holds {IN_ZIP} already: release it anew first.")
            opened.write(path, IN_ZIP)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    main(sys.argv[1:])
