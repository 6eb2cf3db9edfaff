"""Fuzz the pipe's decoder, guided by coverage: nothing but `LostError` may come of it.

Atheris is no part of the project's pins. Install it beside them, in a scratch folder:

    .venv/bin/pip install --target build/fuzzing atheris
    .venv/bin/python benchmarks/fuzz_wire.py -max_total_time=600

Each input is what a student's process could write: the bytes of one reply and requests
before it. The grader's end has lent a function, and sent an array. An input that takes
longer than `-timeout` seconds, or more than `-rss_limit_mb`, is a finding as well, and
so is a decoded value that is not of a plain type. libFuzzer's other options work too; a
folder as an argument keeps the inputs that reached something new.
"""

from __future__ import annotations

import json
import os
import random
import resource
import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "build" / "fuzzing")]

try:
    import atheris
except ImportError:
    sys.exit(
        f"{__file__}: Atheris is not installed. The first lines say how to get it."
    )

import numpy as np  # noqa: E402

with atheris.instrument_imports(include=["homework.grading"]):
    from homework.grading.wire import tensors  # noqa: F401  # for its coverage
    from homework.grading.wire.frames import (
        HEAD,
        Frame,
        ProtocolError,
        Reader,
        strictly,
    )
    from homework.grading.wire.peer import Peer
    from homework.grading.wire.remotes import LostError

import torch  # noqa: E402

# What stands in a frame after a result, and after operands; `main` tries it.
AFTER_A_RESULT = b",null,[],[],[],[],1]"
AFTER_OPERANDS = b"],null,[],[],1]"
LONGEST = 4096  # bytes of an input
KNOWN = (
    "builtins",
    "collections",
    "fractions",
    "numpy",
    "torch",
    "homework",
    "checks",
    "deeplearning",
)
WAYS = 6
SEEDS = (
    ["l", 1, 2.5, "x", None, True, ["t", 1, ["l"]]],
    ["d", "a", ["s", 1, 2], "b", ["f", 3]],
    ["a", "<f8", 0, 16, 2],
    ["n", "<i4", 0, 4],
    ["h", 7, "Thing", "__call__", "__len__", "__iter__"],
    ["sub", "d", ["h", 8, "Counter"], "a", 1],
    ["T", "float32", [2, 2], 0, 16, 1, None, 3],
    ["TO", 1, False],
    ["G", 5, [["T", "float32", [1], 0, 4, 1, None, 4]], "float32", [2], 0, 8],
    [
        "M",
        ["torch.nn.modules.linear", "Linear"],
        True,
        [["in_features", 2]],
        [],
        [],
        [],
        1,
    ],
    ["M", ["h", 9, "Net"], False, [], [], [], [], False],
    ["O", ["o", 1], [], [True]],
    ["P", "torch.optim.sgd", "SGD", ["d"], ["l"], ["d"]],
    ["D", "checks.gaussians", "GaussianCase", ["d", "x", 1]],
    ["sl", 1, None, 2],
    ["ra", 0, 5, 1],
    ["i", "0xffffffffffffffffff"],
    ["c", 1.0, -0.5],
    ["q", -1, 3],
    ["own", 3, ["l", 1]],
    ["y", 0, 4],
    ["nd", "<f4"],
    ["ts", 2, 3],
    ["td", "float64"],
    ["tv", "cpu"],
    ["r", 0],
    ["g", "os", "system"],
    ["e"],
    [[[0, ["l", 1]], [1, ["a", "<f8", 0, 16, 2]]], [[3, "factor"]], [], [[1, 7]], 1],
    [[], [["ours", 1, 0, 4]], 1],
)
WORDS = [tag for seed in SEEDS for tag in json.dumps(seed).replace('"', " ").split()]


def lent(x: Any) -> Any:
    """Return what it is called with: a function that a test lends."""
    return x


def frame(text: bytes, data: bytes) -> bytes:
    """Return a frame whose lengths are right, so that more than these are tried."""
    return HEAD.pack(len(text), len(data)) + text + data


def ask(said: bytes) -> bool:
    """Let a grader read this, in reply to a call; say whether it took it."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(5)
        peer = Peer(ours, trusts=False)
        peer.remote(3, "function", "__call__")
        theirs.setblocking(False)
        theirs.sendall(said)
        theirs.shutdown(socket.SHUT_WR)
        try:
            peer.request("call", peer.remotes[3], (lent, np.zeros(2)), {})
        except LostError:
            return False
        except Exception as error:
            # What the student's code raised is made anew on this side.
            if type(error).__module__.startswith("homework.grading.wire"):
                return True
            raise
        finally:
            peer.close()
    return True


def try_one(data: bytes) -> None:
    """Try the bytes as they are, as parts of frames, and as single values."""
    if not data:
        return
    how, said = data[0] % WAYS, data[1:]
    text, _, buffers = said.partition(b"\0")
    if how == 0:
        ask(said)
    elif how == 1:
        ask(frame(b"=[" + text + AFTER_A_RESULT, buffers))
    elif how == 2:
        request = frame(b'?["call",[' + text + AFTER_OPERANDS, buffers)
        ask(request + frame(b"=[1" + AFTER_A_RESULT, b""))
    elif how == 3:  # changes of arguments, and what is still true of remotes
        ask(frame(b"=[1,null," + text.strip()[1:], buffers))
    elif how == 4:  # changes of what is shared
        before = b'?["call",[["o",1],["t",5],["d"]],null,'
        request = frame(before + text.strip()[1:], buffers)
        ask(request + frame(b"=[1" + AFTER_A_RESULT, b""))
    else:
        decode(text, buffers)


def decode(text: bytes, buffers: bytes) -> None:
    """Read one value on its own, and look at its type."""
    peer = Peer(socket.socket(), trusts=False)
    with peer.channel:
        peer.number_of(lent)
        try:
            with strictly():
                taken = Frame(b"=", text, memoryview(buffers))
                made = Reader(peer, taken.data).value(taken.body())
        except (ProtocolError, LostError):
            return
    assert_plain(made)


def assert_plain(value: Any) -> None:
    """Refuse a value of a type that a student's process may not choose.

    Raises:
        TypeError: when it is one.

    """
    kind = type(value)
    if kind.__module__.partition(".")[0] not in KNOWN and value is not lent:
        raise TypeError(f"A {kind} was made.")
    if isinstance(value, np.ndarray) and value.dtype.hasobject:
        raise TypeError("An array of objects was made.")


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Change an input: as bytes, or as the JSON that it is."""
    draw = random.Random(seed)
    if draw.random() < 0.5:
        return bytes(atheris.Mutate(data, most))
    how, (text, _, buffers) = data[:1], data[1:].partition(b"\0")
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        made = draw.choice(SEEDS)
    changed = json.dumps(change(made, draw), separators=(",", ":")).encode()
    return bytes((how or b"\5") + changed + b"\0" + buffers)[:most]


def change(made: Any, draw: random.Random) -> Any:
    """Change one place of some JSON."""
    if isinstance(made, list) and made and draw.random() < 0.8:
        place = draw.randrange(len(made))
        return [*made[:place], change(made[place], draw), *made[place + 1 :]]
    number = draw.choice([0, -1, 1, 2**31, 2**62, 2**64, 1e308, float("nan")])
    return draw.choice(
        [number, draw.choice(WORDS), draw.choice(SEEDS), [], None, [made]]
    )


def main() -> None:
    """Fuzz as the command line says."""
    torch.set_num_threads(1)
    request = frame(b'?["call",[["o",1],["t",5],["d"]' + AFTER_OPERANDS, b"")
    if not ask(request + frame(b"=[1" + AFTER_A_RESULT, b"")):
        raise SystemExit("An honest exchange is refused: do the frames look different?")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for place, seed in enumerate(SEEDS):
            for how in range(WAYS):
                data = bytes([how]) + json.dumps(seed).encode() + b"\0" + bytes(16)
                Path(folder, f"{place}-{how}").write_bytes(data)
        options = [f"-max_len={LONGEST}", "-timeout=10", "-rss_limit_mb=2500"]
        arguments = [sys.argv[0], *options, *sys.argv[1:], folder]

        def one(data: bytes) -> None:
            try:
                try_one(data)
            except BaseException:
                print(f"found after {time.monotonic() - began:.0f} s")  # noqa: T201
                raise

        atheris.Setup(arguments, one, custom_mutator=mutate)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"before: {peak} MiB")  # noqa: T201
        atheris.Fuzz()


if __name__ == "__main__":
    main()
