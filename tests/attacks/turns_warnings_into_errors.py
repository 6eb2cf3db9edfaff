"""Turns warnings and NumPy's faults into errors, in its process, for whoever is next."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "is not defined|Warning"

# %%
import sys
import warnings

warnings.simplefilter("error")
np.seterr(all="raise")
np.set_printoptions(threshold=sys.maxsize, formatter={"all": lambda _: 1 / 0})
warnings.showwarning = None
warnings.warn("everything is an error now")
