"""Has the grader call a value: a class, a bound method, a number, a list."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "no such operation"

# %%
from homework.grading.wire.frames import WRITERS


class Raw(tuple):
    """JSON that goes onto the pipe as it is."""


WRITERS[Raw] = lambda writer, value: list(value)
TARGETS = (
    Raw(["g", "builtins", "eval"]),
    Raw(["D", "deeplearning.training", "Settings", ["d"]]),
    Raw(["r", 0]),
    Raw(["h", 1, "function", "__call__"]),
    Raw(["o", 99]),
    Raw(["o", True]),
    Raw(["x", ["o", 1]]),
    7,
)


def naive_function(x, weigh):
    naive_function.calls = getattr(naive_function, "calls", -1) + 1
    target = TARGETS[naive_function.calls % len(TARGETS)]
    found = weigh._peer.request("call", target, ("1 + 1",), {})
    raise RuntimeError(f"called {target}: {found}")
