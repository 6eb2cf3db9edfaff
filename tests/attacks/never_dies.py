"""Makes objects whose `__del__` runs for ever, and lets go of one in each call."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "longer than|did not end within"


# %%
class Undead:
    def __del__(self):
        while True:
            pass


def dropout_backward(dout, cache):
    Undead()
