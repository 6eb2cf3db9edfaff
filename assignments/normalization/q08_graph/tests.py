"""The arrows of batch norm in training, judged one end at a time."""

from checks import hidden, public
from checks.edges import assert_arrows_into, assert_edges
from checks.normalization_nodes import NODES


@public(points=1)
def test_is_a_set_of_pairs(bn_edges: object) -> None:
    """bn_edges should be a set of pairs of the seven names."""
    assert_edges(bn_edges, NODES, name="bn_edges")


@hidden(points=1)
def test_arrows_into_the_mean(bn_edges: object) -> None:
    """bn_edges should have exactly the arrows that end in mu."""
    edges = assert_edges(bn_edges, NODES, name="bn_edges")
    hints = {"X": "which numbers is the mean taken of?"}
    assert_arrows_into(edges, "mu", {"X"}, name="bn_edges", hints=hints)


@hidden(points=2)
def test_arrows_into_the_variance(bn_edges: object) -> None:
    """bn_edges should have exactly the arrows that end in sigma2."""
    edges = assert_edges(bn_edges, NODES, name="bn_edges")
    hints = {
        "X": "which numbers is the variance taken of?",
        "Z": "is Z known before the variance is?",
    }
    # With or without mu: it is there by the formula, but adds nothing to the gradient.
    name = "bn_edges"
    assert_arrows_into(edges, "sigma2", {"X"}, name=name, optional={"mu"}, hints=hints)


@hidden(points=1.5)
def test_arrows_into_z(bn_edges: object) -> None:
    """bn_edges should have exactly the arrows that end in Z."""
    edges = assert_edges(bn_edges, NODES, name="bn_edges")
    affine = "gamma and beta act after Z is known."
    hints = {
        "X": "what stands in front of the minus sign in the formula of Z?",
        "mu": "read the numerator of Z again.",
        "sigma2": "read the denominator of Z again.",
        "gamma": affine,
        "beta": affine,
    }
    right = {"X", "mu", "sigma2"}
    assert_arrows_into(edges, "Z", right, name="bn_edges", hints=hints)


@hidden(points=1.5)
def test_arrows_into_y(bn_edges: object) -> None:
    """bn_edges should have exactly the arrows that end in Y."""
    edges = assert_edges(bn_edges, NODES, name="bn_edges")
    direct = "the formula of Y sees the data through Z only."
    used = "read the last formula again: which names does it use?"
    hints = {"X": direct, "mu": direct, "sigma2": direct}
    hints |= {"Z": used, "gamma": used, "beta": used}
    right = {"Z", "gamma", "beta"}
    assert_arrows_into(edges, "Y", right, name="bn_edges", hints=hints)


@hidden(points=1)
def test_no_arrows_into_the_inputs(bn_edges: object) -> None:
    """bn_edges should have no arrow that ends in X, gamma or beta."""
    edges = assert_edges(bn_edges, NODES, name="bn_edges")
    into = sorted(end for _, end in edges if end in ("X", "gamma", "beta"))
    assert not into, (
        f"bn_edges has an arrow that ends in {into[0]}. "
        "Hint: the graph shows the forward pass: does any formula compute an input?"
    )
