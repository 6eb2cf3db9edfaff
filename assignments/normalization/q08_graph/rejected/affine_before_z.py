"""Lets gamma and beta act on Z."""

from solution import bn_edges

CAUGHT_BY = "test_arrows_into_z"
HINT = "gamma and beta act after"
TRUE = ("which names does it use",)

bn_edges = (bn_edges - {("gamma", "Y"), ("beta", "Y")}) | {
    ("gamma", "Z"),
    ("beta", "Z"),
}
