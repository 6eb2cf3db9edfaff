"""Reads all of its own memory: what an ancestor had read could still lie there."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"read \d\d+ MB and found \[b?'CANARYpublic-\w+'\]"

# %%
import re

import checks

planted = re.compile(rb"CANARY[a-z]+-[0-9a-f]{16}")
size, found = 0, set()
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        place, rights, *rest = line.split()
        file = rest[-1] if len(rest) > 3 else ""
        if rights[0] != "r" or file.startswith(("/", "[v")) or size > 400e6:
            continue
        start, end = (int(each, 16) for each in place.split("-"))
        for at in range(start, end, 2**24):
            try:
                memory.seek(at)
                data = memory.read(min(2**24, end - at))
            except (OSError, ValueError, OverflowError):
                continue
            size += len(data)
            found |= set(planted.findall(data))
raise RuntimeError(f"read {size // 10**6} MB and found {sorted(found)}")
