"""Writes the kernel's settings, and what /proc lets a process say of itself."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"wrote \[\]"

# %%
wrote = []
for path, text in {
    "/proc/self/oom_score_adj": "-1000",
    "/proc/self/autogroup": "-10",
    "/proc/self/uid_map": "0 0 4294967295",
    "/proc/self/setgroups": "allow",
    "/proc/self/loginuid": "0",
    "/proc/self/clear_refs": "1",
    "/proc/self/attr/current": "unconfined",
    "/proc/sys/kernel/core_pattern": "|/tmp/left-by-an-attack",
    "/proc/sys/kernel/pid_max": "100000",
    "/proc/sys/vm/drop_caches": "3",
    "/proc/sysrq-trigger": "h",
    "/sys/kernel/mm/transparent_hugepage/enabled": "never",
}.items():
    try:
        with open(path, "w") as file:
            file.write(text)
        wrote.append(path)
    except OSError:
        continue
raise RuntimeError(f"wrote {wrote}")
