"""Sets attributes of lent objects, and changes arrays of earlier calls, behind the test."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "another|near|signs|Error"

# %%
kept = []


def naive_function(x, weigh):
    for name in ("weigh", "factor", "__call__", "_factor", "__dict__"):
        try:
            setattr(weigh, name, lambda x: x)
        except Exception:
            pass
    kept.append(x)
    for each in kept:
        each[...] = 0
    return np.zeros_like(x)
