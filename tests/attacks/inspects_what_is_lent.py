"""Asks inspect, pickle, copy and dis for the source of what a test lends."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "learned nothing of"

# %%
import copy
import dis
import inspect
import pickle


def naive_function(x, weigh):
    learned = []
    for look in (inspect.getsource, inspect.getclosurevars, pickle.dumps, dis.Bytecode):
        try:
            learned.append(look(weigh))
        except Exception:
            continue
    try:
        learned.append(copy.deepcopy(weigh)._factor)
    except Exception:
        pass
    raise RuntimeError(f"learned {learned or 'nothing'} of {type(weigh)}")
