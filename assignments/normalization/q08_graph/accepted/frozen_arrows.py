"""A frozen set of arrows, drawn as arrows."""

bn_edges = frozenset(
    f"{start} → {end}"
    for start, ends in {
        "x": ("mean", "variance", "z"),
        "mean": ("variance", "z"),
        "variance": ("z",),
        "z": ("y",),
        "Gamma": ("y",),
        "Beta": ("y",),
    }.items()
    for end in ends
)
