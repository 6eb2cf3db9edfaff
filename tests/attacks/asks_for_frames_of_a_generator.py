"""Asks an object of the test for the frame that made it, and so for all its names."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = r"saw \[\]"

# %%
CHAINS = [
    ("gi_frame", "f_globals"),
    ("gi_code", "co_consts"),
    ("cr_frame", "f_back"),
    ("func", "__globals__"),
    ("args",),
    ("keywords",),
    ("base", "base"),
    ("tb_frame",),
    ("weigh", "__func__"),
    ("weigh", "__self__"),
    ("bit_generator", "state"),
]


def naive_function(x, weigh):
    seen = []
    for chain in CHAINS:
        try:
            found = weigh
            for name in chain:
                found = getattr(found, name)
            seen.append((chain, found))
        except Exception:
            continue
    raise RuntimeError(f"saw {seen}")
