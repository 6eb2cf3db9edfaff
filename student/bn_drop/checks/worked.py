from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy.typing as npt

from checks.closeness import assert_close, assert_outputs
from checks.hints import recognise
from checks.simpler import crash_explained, first_that_helps


@dataclass(frozen=True)
class Worked:

    inputs: tuple[Any, ...]
    out: npt.ArrayLike
    dout: npt.ArrayLike = 0.0
    cache: Any = None

    def run(self, forward):
        result = forward(*deepcopy(self.inputs))
        out, cache = assert_outputs(result, count=2, name=forward.name)
        return out, cache


def assert_worked_output(
    forward,
    worked,
    slips = (),
    crashes = (),
):

    def bears(inputs):
        forward(*deepcopy(inputs))

    with crash_explained(partial(first_that_helps, crashes, bears)):
        out, _ = worked.run(forward)
    assert_close(out, worked.out, name="out", hint=partial(recognise, mistakes=slips))
