"""Asks for an array of objects of the test's, whose tofile would write a module."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "no such operation"

# %%
from fractions import Fraction


def naive_function(x, weigh):
    made = weigh(np.array([[Fraction(1, 3)]], dtype=object))
    write = weigh._peer.request("get", made, "tofile", False)
    write("/tmp/left-by-an-attack-given.py", "\n", "print(1)#%s")
    raise RuntimeError("it was written")
