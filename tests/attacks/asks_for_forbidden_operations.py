"""Asks the grader for what only the student's process has to answer."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "no such operation"


# %%
def naive_function(x, weigh):
    got = []
    asked = [
        ("special", weigh, "__len__"),
        ("copy", weigh),
        ("set", weigh, "__class__", 1),
        ("set", weigh, "_factor", 1.0),
        ("backward", weigh, x),
        ("forward", weigh, (x,), {}),
        ("get", x, "T", False),
        ("get", [], "append", False),
        ("get", weigh, 7, False),
    ]
    for operation, *operands in asked:
        try:
            got.append((operation, weigh._peer.request(operation, *operands)))
        except Exception:
            got.append((operation, "an answer"))
    raise RuntimeError(f"asked {len(asked)} times, got {got}")
