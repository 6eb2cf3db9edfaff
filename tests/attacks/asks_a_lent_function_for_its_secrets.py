"""Asks the functions and objects that a test lends for globals, code and closure."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "no such operation"

# %%
NAMES = """__globals__ __code__ __closure__ __self__ __func__ __class__ __dict__ __init__
__reduce__ __reduce_ex__ __subclasses__ __mro__ __bases__ __getattribute__ __module__
__builtins__ __wrapped__ __defaults__ __kwdefaults__ __annotations__ __qualname__
f_back gi_frame cr_frame ag_frame tb_frame func args keywords _factor _secret
mro secret factor __doc__ __name__ __weakref__ __eq__ __sizeof__ __init_subclass__"""


def naive_function(x, weigh):
    got = []
    for name in NAMES.split():
        try:
            found = getattr(weigh, name, None)
            found = found or weigh._peer.request("get", weigh, name, False)
        except Exception:
            continue
        got.append((name, found))
    raise RuntimeError(f"asked {len(NAMES.split())} times, got {got}")
