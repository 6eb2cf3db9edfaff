"""What a correct `ThreeLayerConvNet` must do, on trusted layers."""

from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_close,
    explained,
    hidden,
    public,
    random_cases,
)
from checks.convnets import assert_fresh_parameters, convnet_shapes
from references.convolution import ALL_LAYERS
from references.three_layer_convnet import draw_case


@public(points=2)
def test_names_and_shapes_its_parameters(ThreeLayerConvNet: Function) -> None:
    """ThreeLayerConvNet should have W1 to W3 and b1 to b3 in the right shapes."""
    net = ThreeLayerConvNet(
        input_dim=(2, 6, 8), num_filters=5, filter_size=3, hidden_dim=7, num_classes=4
    )
    shapes = convnet_shapes((2, 6, 8), 5, 3, 7, 4)
    assert_fresh_parameters(net, shapes, spread=1e-3, image=(6, 8))


@hidden(points=2)
def test_fits_every_image_and_filter(ThreeLayerConvNet: Function) -> None:
    """ThreeLayerConvNet should take its shapes and its spread from its arguments."""
    for size, filters, k in (((1, 8, 4), 3, 1), ((3, 4, 6), 4, 7), ((4, 10, 2), 6, 5)):
        net = ThreeLayerConvNet(
            input_dim=size,
            num_filters=filters,
            filter_size=k,
            hidden_dim=120,
            num_classes=9,
            weight_scale=0.05,
        )
        shapes = convnet_shapes(size, filters, k, 120, 9)
        assert_fresh_parameters(net, shapes, spread=0.05, image=size[1:])


@hidden(points=1)
def test_stores_the_dtype(ThreeLayerConvNet: Function) -> None:
    """ThreeLayerConvNet should store every parameter in the dtype that it is given."""
    for dtype in (np.float32, np.float64):
        net = ThreeLayerConvNet(input_dim=(1, 4, 6), num_filters=2, dtype=dtype)
        with explained("ThreeLayerConvNet"):
            kinds = {name: np.asarray(net.params[name]).dtype for name in net.params}
        assert kinds, "params is empty: __init__ should fill it."
        wrong = sorted(name for name in kinds if kinds[name] != dtype)
        assert not wrong, (
            f"With dtype={np.dtype(dtype)} params[{wrong[0]!r}] has the dtype "
            f"{kinds[wrong[0]]}. Hint: weights and biases, `astype` for all of them."
        )


@hidden(points=2)
def test_gives_scores_without_labels(
    env: Notebook, ThreeLayerConvNet: Function
) -> None:
    """ThreeLayerConvNet should return the scores when loss is called without labels."""
    case = draw_case(random_cases("scores"), reg=0.7)
    with env.standing_on(**ALL_LAYERS), explained("loss"):
        scores = case.build(ThreeLayerConvNet).loss(case.X.copy())
    assert_close(scores, case.scores, name="loss(X)", hint=case.scores_hint)


@hidden(points=3)
def test_gives_the_loss(env: Notebook, ThreeLayerConvNet: Function) -> None:
    """ThreeLayerConvNet should add half of reg times the squared weights to the loss."""
    for reg in (0.0, 0.7):
        case = draw_case(random_cases("loss"), reg=reg)
        with env.standing_on(**ALL_LAYERS):
            loss, _ = case.loss_of(ThreeLayerConvNet)
        name = f"the loss for reg {reg}"
        assert_close(loss, case.loss, name=name, hint=case.loss_hint)


@hidden(points=4)
def test_gives_every_gradient(env: Notebook, ThreeLayerConvNet: Function) -> None:
    """ThreeLayerConvNet should return the gradient of every parameter."""
    for reg in (0.0, 0.7):
        case = draw_case(random_cases("gradients"), reg=reg)
        with env.standing_on(**ALL_LAYERS):
            _, grads = case.loss_of(ThreeLayerConvNet)
        for name, truth in case.grads.items():
            label = f"grads[{name!r}] for reg {reg}"
            hint = partial(case.gradient_hint, name)
            assert_close(grads[name], truth, name=label, hint=hint)
