"""Raises groups of errors inside each other whose causes come back to the first."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "ExceptionGroup|deep|stopped"


# %%
def dropout_backward(dout, cache):
    first = group = ExceptionGroup("deep", [ValueError("x")])
    for _ in range(2000):
        group = ExceptionGroup("deep", [group])
    first.__cause__ = first.__context__ = group
    group.__cause__ = first
    group.__notes__ = ["note " * 1000] * 1000
    raise group
