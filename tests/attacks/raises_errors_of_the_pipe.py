"""Fails as if the pipe was at its end, the worker lost, or the frame malformed."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "EOFError: no more"

# %%
from homework.grading.wire.frames import ProtocolError
from homework.grading.wire.remotes import LostError

kinds = [EOFError, BrokenPipeError, ConnectionResetError, ProtocolError, LostError]


def naive_function(x, weigh):
    kinds.append(kinds.pop(0))
    raise kinds[-1]("no more")
