"""Ends the worker from a task that runs between its cells."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "SystemExit|ended its process|lost|kind"

# %%
import asyncio


async def leave():
    raise SystemExit("from a task")


asyncio.create_task(leave())

# %%


def dropout_backward(dout, cache):
    raise SystemExit("kind")
