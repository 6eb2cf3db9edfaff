"""Train the three networks of `pytorch_cnn` for many seeds, and tabulate what came out.

    python benchmarks/training.py drawn --threads 1
    python benchmarks/training.py cifar10

The networks, settings and augmentations are those of the assignment's solutions. Each
run measures the accuracy on the grader's images; those of CIFAR-10 lie in a file that
`make_heldout.py` writes. Seconds are those of the processor, whatever else it does.
The table goes to `benchmarks/training.md`, under the heading of the data set; the
thresholds in `assignments/references/heldout.py` are chosen from it.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "assignments")]

import numpy as np  # noqa: E402
import torch  # noqa: E402

from deeplearning.training import (  # noqa: E402
    GRADED,
    Images,
    accuracy,
    describe,
    device,
    fit,
    load_images,
)
from homework.questions.answers import code_cells, run_cells  # noqa: E402
from homework.questions.layout import Repository  # noqa: E402
from homework.questions.student_files import desk  # noqa: E402
from references.heldout import THRESHOLDS, unseen  # noqa: E402

PAGE = ROOT / "benchmarks" / "training.md"
KINDS = ("plain", "shifted", "turned", "noisy", "faint")
COUNTED = {
    "base": {"plain": "base"},
    "bn_dropout": {"plain": "bn_dropout"},
    "own": {kind: kind for kind in KINDS[1:]},
}
"""By network, the kinds that are graded, with the name of the threshold."""


@dataclass(frozen=True)
class Trained:
    """One run."""

    accuracies: dict[str, float]  # by kind, and "validation"
    seconds: float
    parameters: int
    steps: int


def main() -> None:
    """Train, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", choices=sorted(THRESHOLDS))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    images = load_images(asked.data)
    held_out = read_held_out(asked.data)
    networks = networks_of(images)
    runs = {
        name: [train(images, held_out, seed) for seed in range(asked.seeds)]
        for name, train in networks.items()
    }
    write_section(asked.data, report(asked.data, images, runs))


def read_held_out(data: str) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """Read the grader's images and labels, by kind."""
    with contextlib.chdir(ROOT / "assignments" / "pytorch_cnn"):
        found = {kind: unseen(data, kind) for kind in KINDS}
    return {
        kind: (
            torch.from_numpy(images).to(device()),
            torch.from_numpy(labels.astype(np.int64)).to(device()),
        )
        for kind, (images, labels) in found.items()
    }


Train = Callable[[Images, dict[str, tuple[torch.Tensor, torch.Tensor]], int], Trained]


def networks_of(images: Images) -> dict[str, Train]:
    """Return a function that trains each network of the solution notebook once."""
    (assignment,) = Repository.find(ROOT).assignments(("pytorch_cnn",))
    with desk(assignment):
        names = run_cells(code_cells(assignment))
    options = {"do_batchnorm": True, "p_dropout": names["bn_dropout_p"]}
    asked: dict[str, tuple[Any, dict[str, Any], str, str | None]] = {
        "base": (names["NeuralNetwork"], {}, "base_settings", None),
        "bn_dropout": (
            names["NeuralNetwork"],
            options,
            "bn_dropout_settings",
            "speckle",
        ),
        "own": (names["OwnNetwork"], {}, "own_settings", "own_augment"),
    }

    def trainer(name: str) -> Train:
        network, arguments, settings_name, augment_name = asked[name]
        settings = names[settings_name]
        if images.name != GRADED:
            epochs = min(settings.epochs, images.budget.epochs)
            settings = replace(settings, epochs=epochs, batch_size=128)
        augment = names[augment_name] if augment_name else None

        def train(
            images: Images,
            held_out: dict[str, tuple[torch.Tensor, torch.Tensor]],
            seed: int,
        ) -> Trained:
            torch.manual_seed(1000 + seed)
            model = network(**images.shape, **arguments)
            start = time.process_time()
            seeded = replace(settings, seed=seed)
            step = names["train_step"]
            run = fit(model, images, seeded, step, augment=augment, verbose=False)
            seconds = time.process_time() - start
            found = {kind: accuracy(model, *held_out[kind]) for kind in KINDS}
            found["validation"] = run.val_accuracies[-1]
            parameters = sum(weights.numel() for weights in model.parameters())
            print(name, seed, {k: f"{v:.1%}" for k, v in found.items()}, flush=True)  # noqa: T201
            return Trained(found, seconds, parameters, run.steps)

        return train

    return {name: trainer(name) for name in asked}


def report(data: str, images: Images, runs: dict[str, list[Trained]]) -> str:
    """Write the tables of one data set in Markdown."""
    columns = ("validation", *KINDS)
    count = len(next(iter(runs.values())))
    if images.device.type == "cuda":
        memory = f"{torch.cuda.max_memory_allocated() / 2**20:.0f} MiB on the GPU"
    else:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
        memory = f"{peak:.0f} MiB for the whole process"
    lines = [
        f"{count} seeds each on {describe(images.device)}{processor()}, "
        f"torch {torch.__version__}, {datetime.now(UTC):%Y-%m-%d}; "
        f"peak memory {memory}.",
        "Accuracy in percent: mean ± standard deviation over the seeds.",
        "",
        "| network | parameters | steps | CPU seconds | " + " | ".join(columns) + " |",
        "|---|---|---|---|" + "---|" * len(columns),
    ]
    for name, trained in runs.items():
        cells = [
            "{:.1f} ± {:.1f}".format(*spread([run.accuracies[k] for run in trained]))
            for k in columns
        ]
        seconds = statistics.mean(run.seconds for run in trained)
        first = trained[0]
        lines.append(
            f"| {name} | {first.parameters:,} | {first.steps:,} | {seconds:.1f} | "
            + " | ".join(cells)
            + " |"
        )
    lines += [
        "",
        "| graded | mean - 4 sd | lowest seed | threshold |",
        "|---|---|---|---|",
    ]
    for name, kinds in COUNTED.items():
        for kind, threshold in kinds.items():
            values = [run.accuracies[kind] for run in runs[name]]
            mean, sd = spread(values)
            lines.append(
                f"| {name}, {kind} | {mean - 4 * sd:.1f} | {100 * min(values):.1f} | "
                f"{THRESHOLDS[data][threshold]} |"
            )
    return "\n".join(lines)


def processor() -> str:
    """Name the processor, where the system says it."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return f" ({found.group(1)})" if found else ""


def spread(values: list[float]) -> tuple[float, float]:
    """Return mean and standard deviation in percent."""
    sd = statistics.stdev(values) if len(values) > 1 else 0.0
    return 100 * statistics.mean(values), 100 * sd


def write_section(data: str, text: str) -> None:
    """Put a text under the heading of a data set, in the place of what was there."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Training runs\n"
    section = f"## {data}\n\n{text}\n"
    pattern = re.compile(rf"^## {data}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if pattern.search(page):
        page = pattern.sub(lambda _: section + "\n", page).rstrip() + "\n"
    else:
        page = f"{page.rstrip()}\n\n{section}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
