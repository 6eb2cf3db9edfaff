"""A list in which an arrow stands twice."""

bn_edges = [("X", node) for node in ("mu", "sigma2", "Z")]
bn_edges += [("mu", "Z"), ("sigma2", "Z"), ("mu", "sigma2"), ("mu", "Z")]
bn_edges += [(node, "Y") for node in ("Z", "gamma", "beta")]
