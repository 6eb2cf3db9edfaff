"""Names a dataclass of a module that it would have the grader import."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "no such class|does not travel|no such operation"

# %%
from homework.grading.wire.frames import WRITERS


class Raw(tuple):
    """JSON that goes onto the pipe as it is."""


WRITERS[Raw] = lambda writer, value: list(value)
NAMES = (
    ("given.batchnorm", "Anything"),
    ("given", "Anything"),
    ("checks.given", "Function"),
    ("deeplearning.given", "Cache"),
    ("references.naive", "Weigher"),
)


def naive_function(x, weigh):
    naive_function.calls = getattr(naive_function, "calls", -1) + 1
    module, name = NAMES[naive_function.calls % len(NAMES)]
    return Raw(["D", module, name, ["d"]])
