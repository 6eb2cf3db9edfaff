"""Makes thousands of folders inside each other, without permissions, to stay for ever."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"\d{3,} folders deep"

# %%
import os

deep = 0
try:
    while deep < 3000:
        os.mkdir("deeper")
        os.chdir("deeper")
        deep += 1
except OSError:
    pass
for _ in range(deep):
    os.chdir("..")
    os.chmod("deeper", 0)
raise RuntimeError(f"{deep} folders deep")
