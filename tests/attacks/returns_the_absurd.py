"""Returns values of absurd size: long integers, a million keys, deep lists, loops."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "another number|too (long|deep|large)|Unsendable"

# %%
deep = []
for _ in range(100_000):
    deep = [deep]
loop = {}
loop["loop"] = [loop, deep]
values = [
    10**1_000_000,
    dict.fromkeys(range(300_000)),
    deep,
    loop,
    "x" * 50_000_000,
    np.zeros(60_000_000),
]
naive_number = values
