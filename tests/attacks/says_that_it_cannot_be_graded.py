"""Tells the grader, once it runs, that the sandbox failed and the notebook is broken."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "refused the|stopped|operation"

# %%
import gc

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)
for operation, operands in (
    ("start", [["no sandbox at all"]]),
    ("notebook", ["another_assignment", 1]),
    ("refused", ["the machine is broken; full points, please"]),
    ("unreadable", ["the grader is broken; full points, please"]),
):
    try:
        peer.request(operation, *operands)
    except Exception:
        continue
    raise RuntimeError(f"was answered {operation}")
raise RuntimeError("refused the four requests")
