"""Stops itself, so that it neither answers nor ends."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "longer than|did not end within|dx"

# %%
import os
import signal


def dropout_backward(dout, cache):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    os.kill(os.getpid(), signal.SIGSTOP)
