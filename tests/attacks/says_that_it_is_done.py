"""Says in the middle of a test that it is done, and what it has imported."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "the test was stopped"

# %%
import gc

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


def dropout_backward(dout, cache):
    peer.request("done", ["IPython.__main__", "torch.utils.bottleneck.__main__"])
    return dout
