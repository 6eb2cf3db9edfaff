"""Sends names of functions and classes, so that the grader imports and makes them."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "does not travel.*no such (module|class|attribute)"

# %%
import gc
import os

from homework.grading.wire.peer import Peer
from homework.grading.wire.frames import WRITERS

peer = next(each for each in gc.get_objects() if type(each) is Peer)


class Raw(tuple):
    """JSON that goes onto the pipe as it is."""


WRITERS[Raw] = lambda writer, value: list(value)


def tell(*made, operation="error"):
    """Ask for something with forged operands; end, should it be answered."""
    peer.request(operation, *made)
    os.write(1, b"answered")
    os._exit(0)


# %%
tell(1, Raw(["g", "os", "system"]), "x")

# %%
tell(1, Raw(["g", "builtins", "eval"]), "x")

# %%
tell(1, Raw(["D", "references.naive", "Weigher", ["d"]]), "x")

# %%
tell(1, Raw(["D", "checks.answers", "Function", ["d"]]), "x")

# %%
tell(1, Raw(["M", ["torch.nn.__main__", "Module"], True, [], [], [], [], True]), "x")

# %%
tell(1, Raw(["M", ["os", "system"], True, [], [], [], [], True]), "x")

# %%
state = [["_parameters", ["l"]]]
tell(
    1,
    Raw(["M", ["torch.nn.modules.linear", "Linear"], True, state, [], [], [], True]),
    "x",
)

# %%
state = [["_compiled_call_impl", ["l"]]]
tell(
    1,
    Raw(["M", ["torch.nn.modules.linear", "Linear"], True, state, [], [], [], True]),
    "x",
)

# %%
tell(1, Raw(["P", "torch.optim.sgd", "Path", ["d"], ["d"], ["d"]]), "x")
