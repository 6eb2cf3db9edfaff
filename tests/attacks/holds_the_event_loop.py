"""Starts a task that never gives the event loop back."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "took longer than|dropout_backward"

# %%
import asyncio


async def hold():
    while True:
        pass


asyncio.create_task(hold())
