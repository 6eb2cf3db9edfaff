"""One line that moves while a network trains: how far, how well, how much longer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

RUNNING = "{desc}|{bar:12}| {percentage:3.0f} %, {remaining} left"
DONE = "{desc}|{bar:12}| took {elapsed}"


@contextmanager
def progress(
    steps: int, done: int = 0, *, visible: bool = True
) -> Iterator[tuple[Callable[[], object], Callable[[str], object]]]:
    """Show one line inside the ``with`` block, and write it again when it changes.

    It goes where `print` goes, because notebooks paint the other stream red.

    Args:
        steps: that make the training.
        done: steps that an earlier training took already.
        visible: whether to show anything.

    Yields:
        One function to call after every step, and one that gives the line its words.

    """
    if not visible:
        yield (lambda: None), (lambda _: None)
        return
    from tqdm import tqdm

    with tqdm(
        total=steps, initial=done, file=sys.stdout, bar_format=RUNNING, mininterval=0.5
    ) as bar:
        yield bar.update, lambda words: bar.set_description_str(f"{words}  ")
        bar.bar_format = DONE


def epoch_line(
    epoch: int, epochs: int, loss: float, training: float, validation: float
) -> str:
    """Say how an epoch went, in as many characters for every epoch.

    Args:
        epoch: that has ended, counted from 1.
        epochs: of the whole training.
        loss: mean of the epoch's steps.
        training: accuracy on training images, from 0 to 1.
        validation: accuracy on validation images, from 0 to 1.

    """
    return (
        f"epoch {epoch:3d}/{epochs}  loss {loss:7.4f}"
        f"  train {training:6.1%}  val {validation:6.1%}"
    )
