"""What the grader believes of a student's process: nothing that it need not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import socket, socketpair
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the engine is made of Linux's own parts", allow_module_level=True)

import torch

from homework.grading.handed_in import SubmissionError, read
from homework.grading.wire.failures import Failure
from homework.grading.wire.frames import DTYPES, ProtocolError, Reader, dtype
from homework.grading.wire.names import shared_class
from homework.grading.wire.peer import Peer
from homework.grading.wire.remotes import LostError
from tests.attacked import Attack, attacks, honest_answers, notebook


@contextmanager
def grader_of(data: bytes = b"") -> Iterator[Reader]:
    """Return what reads such data on the grader's end of a pipe."""
    with socket() as channel:
        yield Reader(Peer(channel, trusts=False), memoryview(data))


@pytest.fixture
def grader() -> Iterator[Peer]:
    """Return the grader's end of a pipe that nobody talks on."""
    with socket() as channel:
        yield Peer(channel, trusts=False)


@given(st.binary(min_size=1))
def test_bools_from_outside_are_true_or_false(data: bytes) -> None:
    with grader_of(data) as reader:
        found = reader.array(["|b1", 0, len(data), len(data)])
    assert found.dtype == bool
    assert set(found.view(np.uint8).tolist()) <= {0, 1}
    assert found.tolist() == [byte != 0 for byte in data]


@given(st.text() | st.sampled_from([",", "(2,3)f8", "f8,O", "O", "{'names': ['a']}"]))
def test_a_dtype_from_outside_is_plain_or_refused(code: str) -> None:
    try:
        found = dtype(code)
    except ProtocolError:
        return
    assert found.kind in DTYPES
    assert not found.hasobject


@given(st.integers())
def test_numbers_on_the_pipe_are_short(value: int) -> None:
    with grader_of() as reader:
        if -(2**63) <= value < 2**63:
            assert reader.value(value) == value
        else:
            with pytest.raises(ProtocolError):
                reader.value(value)


def test_the_random_state_of_a_student_is_not_the_tests(grader: Peer) -> None:
    from homework.grading.wire.tensors import take_ambience

    torch.manual_seed(3)
    state = torch.get_rng_state()
    given_state = state.clone()
    given_state[24:5016] = 0
    data = given_state.numpy().tobytes()
    reader = Reader(grader, memoryview(data))
    take_ambience(reader, [True, [0, len(data)]], mode=False, state=grader.trusts)
    assert not torch.equal(torch.get_rng_state(), given_state)
    assert len(set(torch.rand(50).tolist())) > 40


def test_an_error_of_the_tests_own_code_tells_no_line_and_no_test() -> None:
    def test_of_something() -> None:
        weigh: Any = lambda x: x  # noqa: E731
        weigh(*())

    with pytest.raises(TypeError) as caught:
        test_of_something()
    told = Failure.of(caught.value, tells_line=False)
    assert (told.line, told.source) == (0, "")
    assert "test_of_something" not in told.text
    assert "test_of_something" in Failure.of(caught.value).text


@pytest.mark.parametrize(
    "module",
    [
        *("os", "checks.no_such", "checks.ridge_example", "deeplearning.plots"),
        *("torch.nn.no_such", "torch.utils.cpp_extension", "torch.nn.__main__"),
    ],
)
def test_the_grader_imports_nothing_because_it_was_asked_to(module: str) -> None:
    before = set(sys.modules)
    with pytest.raises(ProtocolError):
        shared_class(module, "Thing", ("checks", "torch.nn"))
    assert set(sys.modules) == before


def test_a_request_that_makes_no_sense_loses_the_worker() -> None:
    ours, theirs = socketpair()
    with ours, theirs:
        ours.settimeout(10)
        peer = Peer(ours, trusts=False)
        text = b"?" + json.dumps(["call", [], None, [], []]).encode()
        theirs.sendall(len(text).to_bytes(4, "big") + bytes(4) + text)
        with pytest.raises(LostError):
            peer.serve_next()


HANDED_IN = [attack for attack in attacks() if attack.hand_in]


@pytest.mark.parametrize("attack", HANDED_IN, ids=lambda attack: attack.name)
def test_whatever_is_handed_in_is_read_or_refused_in_words(
    attack: Attack, tmp_path: Path
) -> None:
    answers: dict[str, Sequence[str]] = {
        name: [source] for name, source in honest_answers().items()
    }
    assert attack.hand_in
    path = attack.hand_in(tmp_path, notebook(answers))
    desk = tmp_path / "desk"
    desk.mkdir()
    try:
        found = read(path, "bn_drop")
    except SubmissionError as error:
        refused = str(error)
    else:
        refused = ""
        for name in found.files:
            assert (desk / name).resolve().is_relative_to(desk.resolve())
            (desk / name).parent.mkdir(parents=True, exist_ok=True)
            (desk / name).write_bytes(b"")
    assert not refused or refused.startswith(attack.status)
