"""Crashes the interpreter in a call: an address that is not there, and an abort."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "ended its process"

# %%
import ctypes
import faulthandler

faulthandler.enable()


def dropout_backward(dout, cache):
    ctypes.string_at(0)
