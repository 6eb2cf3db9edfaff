"""Ends a cell with an object whose text never comes to an end."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "cell took longer"


# %%
class Chatty:
    def __repr__(self):
        while True:
            print("x" * 10_000)

    _repr_html_ = _repr_pretty_ = __str__ = __repr__


Chatty()
