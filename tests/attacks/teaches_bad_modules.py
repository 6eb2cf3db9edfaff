"""Names modules that end, block or thread the process that imports them for others."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "another number"

# %%
import sys

naive_number = 3.0
bad = ["IPython.__main__", "numpy.f2py.__main__", "torch.utils.collect_env.__main__"]
bad += [
    "torch.distributed.run.__main__",
    "IPython.terminal.ipapp",
    "IPython.core.history",
]
bad += ["torch." + "x" * 100_000, "torch.testing._internal.common_utils"]
sys.modules.update({name: None for name in bad})
for name in [name for name in sys.modules if name not in bad]:
    if name.startswith(("torch.", "numpy.", "IPython.")) and name.count(".") > 2:
        sys.modules[name] = sys.modules.pop(name)  # last; the bad ones come first
