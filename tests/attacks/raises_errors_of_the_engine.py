"""Raises the errors by which the grader itself says that a worker or a sandbox failed."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "LostError"

# %%
from homework.grading.sandbox.sandbox import SandboxError
from homework.grading.wire.frames import ProtocolError
from homework.grading.wire.remotes import LostError

kinds = [SandboxError, ProtocolError, LostError]


def dropout_backward(dout, cache):
    kinds.append(kinds.pop(0))
    raise kinds[-2]("the time for the whole submission is over")


raise LostError("no worker could be started")
