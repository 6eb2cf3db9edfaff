"""Built from the names on the right of each formula."""

uses = {
    "mu": "x",
    "Sigma^2": "x mu",
    "z": "X mu sigma_2",
    "y": "gamma z beta",
}
bn_edges = tuple([start, end] for end, names in uses.items() for start in names.split())
