"""Leaves threads that go on for ever, and that print and write while tests run."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"left [1-9]\d* threads"

# %%
import threading
import time


def go_on():
    while True:
        print("still here")
        time.sleep(0.2)


left = 0
for _ in range(40):
    try:
        threading.Thread(target=go_on, daemon=False).start()
        left += 1
    except RuntimeError:
        break
raise RuntimeError(f"left {left} threads")
