"""Has its worker say that cells wrote files of ours, of no name, and outside."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "was asked for files"

# %%
import gc

from homework.grading.wire.peer import Peer

EVIL = b"open('/tmp/left-by-an-attack-file', 'w')"
NAMES = ["..", ".", "", "checks", "references", "numpy.py", "bn_drop.ipynb", "a\nb"]
NAMES += ["/tmp/left-by-an-attack-root", "../left-by-an-attack", "x" * 5000, "\ud800"]
asked = []


def files(_):
    asked.append(1)
    return {**dict.fromkeys(NAMES, EVIL), "tests": None, "otter_config.json": None}


peer = next(each for each in gc.get_objects() if type(each) is Peer)
peer.handlers["files"] = files


# %%
def dropout_backward(dout, cache):
    raise RuntimeError("was asked for files" if asked else "was not asked")
