"""A dictionary of neighbours."""

CAUGHT_BY = "test_is_a_set_of_pairs"
HINT = "should be a set of pairs"

bn_edges = {"X": ["mu", "sigma2", "Z"], "mu": ["Z"], "sigma2": ["Z"], "Z": ["Y"]}
