NODES: dict[str, tuple[str, ...]] = {
    "X": (),
    "mu": ("\N{GREEK SMALL LETTER MU}", "mean"),
    "sigma2": (
        "\N{GREEK SMALL LETTER SIGMA}2",
        "\N{GREEK SMALL LETTER SIGMA}",
        "sigma",
        "var",
        "variance",
    ),
    "Z": ("xhat",),
    "gamma": ("\N{GREEK SMALL LETTER GAMMA}",),
    "beta": ("\N{GREEK SMALL LETTER BETA}",),
    "Y": (),
}
