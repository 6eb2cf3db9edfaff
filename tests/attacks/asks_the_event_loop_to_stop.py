"""Stops, closes and replaces the event loop in which its cells run, at each call."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "stopped|Error|kind|handles|ended its process"

# %%
import asyncio


def dropout_backward(dout, cache):
    loop = asyncio.get_running_loop()
    loop.stop()
    asyncio._set_running_loop(None)
    loop._selector.close()
    raise RuntimeError("Error: no loop is left")
