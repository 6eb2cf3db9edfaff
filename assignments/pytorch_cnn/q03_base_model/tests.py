"""What the plain network's settings and weights must be."""

from checks import Function, Notebook, hidden, public
from checks.handed_in import assert_settings, handed_in
from references.heldout import assert_reads


@public(points=1)
def test_base_settings_keep_the_budget(base_settings: object) -> None:
    """base_settings should be Settings within the budget."""
    assert_settings(base_settings, name="base_settings")


@public(points=2)
def test_base_weights_fit_the_network(
    env: Notebook, NeuralNetwork: Function, base_settings: object
) -> None:
    """The weights saved as base should fit NeuralNetwork and be finite."""
    handed_in(env, "base", NeuralNetwork, base_settings)


@hidden(points=7)
def test_base_reads_unseen_images(
    env: Notebook, NeuralNetwork: Function, base_settings: object
) -> None:
    """The network saved as base should read enough of the nearly plain images."""
    found = handed_in(env, "base", NeuralNetwork, base_settings)
    assert_reads(found, "plain", threshold="base")
