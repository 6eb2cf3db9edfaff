"""The usual list of eight arrows, as a list of strings with Greek letters."""

bn_edges = [
    "X -> μ",
    "X -> σ²",
    "X -> Z",
    "μ -> Z",
    "σ^2 -> Z",
    "Z -> Y",
    "γ -> Y",
    "β -> Y",
]
