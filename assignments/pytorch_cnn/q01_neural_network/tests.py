"""What a correct `NeuralNetwork` must compute, for every size and option."""

from functools import partial

import numpy as np
import torch
from torch import nn

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_close,
    explained,
    hidden,
    public,
    random_cases,
)
from checks.torch_networks import outputs, parameters_hint
from references.neural_network import SHOWN, assert_drops, build, images


@public(points=3)
def test_maps_images_to_logits(NeuralNetwork: Function) -> None:
    """NeuralNetwork should map small and large images to one logit a class."""
    for channels, size, classes in ((1, 8, 10), (3, 32, 100)):
        model = NeuralNetwork(
            in_channels=channels, image_size=size, num_classes=classes
        )
        out = outputs(model, torch.zeros(2, channels, size, size))
        assert_array(out, (2, classes), name=f"the logits for images of size {size}")


@public(points=3)
def test_has_the_parameters_of_its_layers(
    env: Notebook, NeuralNetwork: Function
) -> None:
    """NeuralNetwork should have the stated numbers of parameters and entries."""
    for batchnorm, count, entries in ((False, 311_684, 10), (True, 311_908, 25)):
        model = NeuralNetwork(do_batchnorm=batchnorm)
        with explained("NeuralNetwork"):
            found = sum(weights.numel() for weights in model.parameters())
            stored = len(model.state_dict())
        assert found == count, (
            f"With do_batchnorm={batchnorm} there are {found:,} parameters, but should "
            f"be {count:,}.{parameters_hint(env, model, batchnorm)}"
        )
        assert stored == entries, (
            f"With do_batchnorm={batchnorm} the state_dict has {stored} entries, but "
            f"should have {entries}."
        )


@hidden(points=7)
def test_computes_the_plain_network(NeuralNetwork: Function) -> None:
    """NeuralNetwork should convolve, apply ReLU and take the maximum, block by block."""
    rng = random_cases("plain")
    arguments = {"in_channels": 3, "image_size": 24, "num_classes": 7}
    model, twin = build(NeuralNetwork, int(rng.integers(2**31)), **arguments)
    X = images(rng, 2, 3, 24)
    assert_close(
        outputs(model, X),
        twin.logits(X).detach().numpy(),
        name="the logits for images of size 24",
        hint=partial(twin.hint, X),
    )
    large = NeuralNetwork(in_channels=1, image_size=56, num_classes=2)
    out = outputs(large, torch.zeros(1, 1, 56, 56))
    assert_array(out, (1, 2), name="the logits for an image of size 56")


@hidden(points=5)
def test_normalizes_before_the_activation(NeuralNetwork: Function) -> None:
    """NeuralNetwork should normalize each channel between convolution and ReLU."""
    rng = random_cases("batch norm")
    arguments = {"in_channels": 1, "image_size": 8, "num_classes": 10}
    seed = int(rng.integers(2**31))
    model, twin = build(NeuralNetwork, seed, do_batchnorm=True, **arguments)
    X = images(rng, 6, 1, 8)
    assert_close(
        outputs(model, X),
        twin.logits(X).detach().numpy(),
        name="the logits in evaluation mode",
        hint=partial(twin.hint, X),
    )
    truth = twin.logits(X, training=True).detach().numpy()
    assert_close(outputs(model.train(), X), truth, name="the logits in training mode")


@hidden(points=4)
def test_drops_with_the_given_probability(NeuralNetwork: Function) -> None:
    """NeuralNetwork should drop single hidden units with the given probability."""
    rng = random_cases("dropout")
    arguments = {"in_channels": 1, "image_size": 8, "num_classes": SHOWN}
    for p_dropout in (rng.uniform(0.15, 0.35), rng.uniform(0.6, 0.8)):
        seed = int(rng.integers(2**31))
        model, twin = build(NeuralNetwork, seed, p_dropout=p_dropout, **arguments)
        wrong = [
            type(layer).__name__
            for layer in model.modules()
            if isinstance(layer, nn.modules.dropout._DropoutNd)
            and not isinstance(layer, nn.Dropout)
        ]
        assert not wrong, (
            f"The network has nn.{wrong[0] if wrong else ''}. "
            "Hint: which kind of dropout is made for single units?"
        )
        assert_drops(model, twin, images(rng, 40, 1, 8), p_dropout)


@hidden(points=2)
def test_drops_nothing_when_evaluated(NeuralNetwork: Function) -> None:
    """NeuralNetwork should give the same logits every time in evaluation mode."""
    rng = random_cases("evaluation")
    arguments = {"in_channels": 1, "image_size": 8, "num_classes": 10}
    seed = int(rng.integers(2**31))
    model, twin = build(NeuralNetwork, seed, p_dropout=0.5, **arguments)
    X = images(rng, 8, 1, 8)
    seen = outputs(model, X)
    truth = twin.logits(X).detach().numpy()
    reach = "does `model.eval()` reach your dropout?"
    hint = reach if (outputs(model, X) != seen).any() else partial(twin.hint, X)
    assert_close(seen, truth, name="the logits in evaluation mode", hint=hint)


@hidden(points=2)
def test_has_no_dropout_without_a_probability(NeuralNetwork: Function) -> None:
    """NeuralNetwork should have no dropout when p_dropout is 0."""
    rng = random_cases("no dropout")
    arguments = {"in_channels": 1, "image_size": 8, "num_classes": 10}
    model, twin = build(NeuralNetwork, int(rng.integers(2**31)), **arguments)
    kinds = [type(layer).__name__ for layer in model.modules()]
    dropout = [kind for kind in kinds if "Dropout" in kind]
    assert not dropout, (
        f"With p_dropout = 0 the network has nn.{dropout[0] if dropout else ''}. "
        "Hint: a layer that can be left out should be left out."
    )
    X = images(rng, 20, 1, 8)
    seen = outputs(model.train(), X)
    truth = np.asarray(twin.logits(X).detach().numpy())
    name, hint = "the logits in training mode without dropout", partial(twin.hint, X)
    assert_close(seen, truth, name=name, hint=hint)
