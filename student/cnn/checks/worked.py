from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy.typing as npt

from checks.backward import doubt_of, with_either_cache
from checks.closeness import Array, as_numbers, assert_close, assert_outputs
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


def assert_worked_gradients(
    forward,
    backward,
    worked,
    expected,
    slips = None,
    elsewhere = (),
):

    def parts(
        worked, expected
    ):
        dout = as_numbers(worked.dout, name="dout")

        def check(cache):
            result = backward(dout.copy(), cache)
            found = [result]
            if len(expected) > 1:
                found = list(
                    assert_outputs(result, count=len(expected), name=backward.name)
                )
            for value, (name, right) in zip(found, expected.items(), strict=True):
                if right is not None:
                    known = (slips or {}).get(name, ())
                    hint = partial(recognise, mistakes=known)
                    assert_close(value, right, name=name, hint=hint)

        def own():
            out, cache = worked.run(forward)
            sentence = f"Your {forward.name} is wrong for this input: mend it first."
            truth: Array = as_numbers(worked.out, name="out")
            inputs = deepcopy(worked.inputs)
            return cache, doubt_of(forward, inputs, out, truth, sentence)

        return check, own

    others = (parts(*each) for each in elsewhere)
    with_either_cache(*parts(worked, expected), deepcopy(worked.cache), others)
