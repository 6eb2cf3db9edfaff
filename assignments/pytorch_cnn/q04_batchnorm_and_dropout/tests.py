"""What the settings and weights of the network with both options must be."""

from checks import Function, Notebook, hidden, public
from checks.handed_in import assert_probability, assert_settings, handed_in
from references.heldout import assert_reads


@public(points=1)
def test_bn_dropout_settings_keep_the_budget(
    bn_dropout_p: object, bn_dropout_settings: object
) -> None:
    """bn_dropout_p should be between 0 and 1, and bn_dropout_settings in the budget."""
    assert_probability(bn_dropout_p, name="bn_dropout_p")
    assert_settings(bn_dropout_settings, name="bn_dropout_settings")


@public(points=2)
def test_bn_dropout_weights_fit_the_network(
    env: Notebook,
    NeuralNetwork: Function,
    bn_dropout_p: object,
    bn_dropout_settings: object,
) -> None:
    """The weights saved as bn_dropout should fit NeuralNetwork with both options."""
    p_dropout = assert_probability(bn_dropout_p, name="bn_dropout_p")
    options = {"do_batchnorm": True, "p_dropout": p_dropout}
    handed_in(env, "bn_dropout", NeuralNetwork, bn_dropout_settings, **options)


@hidden(points=7)
def test_bn_dropout_reads_unseen_images(
    env: Notebook,
    NeuralNetwork: Function,
    bn_dropout_p: object,
    bn_dropout_settings: object,
) -> None:
    """The network saved as bn_dropout should read enough nearly plain images."""
    p_dropout = assert_probability(bn_dropout_p, name="bn_dropout_p")
    options = {"do_batchnorm": True, "p_dropout": p_dropout}
    found = handed_in(env, "bn_dropout", NeuralNetwork, bn_dropout_settings, **options)
    assert_reads(found, "plain", threshold="bn_dropout")
