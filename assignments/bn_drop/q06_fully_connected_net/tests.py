"""What a correct `FullyConnectedNet` must do, whatever its code.

The hidden tests let it stand on trusted layers, so that a mistake in an earlier
question costs nothing here.
"""

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_close,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise
from checks.networks import (
    assert_gradients,
    initial_params,
    loss_and_grads,
    network_case,
    scores_of,
)
from checks.plain_network import WITHOUT_DROPOUT, plain_examples
from references.layers import TrustedLayers
from references.networks import (
    Twin,
    assert_drawn_from_a_normal,
    nearest,
    penalties,
    penalty_hint,
    read_masks,
)


@public(points=1)
def test_names_every_parameter(FullyConnectedNet: Function) -> None:
    """FullyConnectedNet should have the named parameters in the stated shapes."""
    for normalization in (None, "batchnorm"):
        net = FullyConnectedNet(
            [3, 2], input_dim=5, num_classes=4, normalization=normalization
        )
        initial_params(net, (5, 3, 2, 4), normalized=normalization is not None)


@public(points=1)
def test_starts_with_the_loss_of_a_guess(
    FullyConnectedNet: Function, env: Notebook
) -> None:
    """FullyConnectedNet should start near the loss ln(10) = 2.3026 of a blind guess."""
    X = np.linspace(-1, 1, 8 * 6).reshape(8, 6)
    net = FullyConnectedNet([7, 5], input_dim=6, weight_scale=1e-3)
    initial_params(net, (6, 7, 5, 10), normalized=False)
    with env.standing_on(**WITHOUT_DROPOUT):
        loss, _ = loss_and_grads(net, X, np.arange(8))
    hint = "small weights give scores near 0: are yours drawn with weight_scale?"
    assert_close(loss, np.log(10), name="loss", rtol=1e-3, hint=hint)


@public(points=2)
def test_differentiates_the_plain_network(
    FullyConnectedNet: Function, env: Notebook
) -> None:
    """FullyConnectedNet should give loss and gradients of affine layers and ReLU."""
    for example in plain_examples():
        case = example.case
        with env.standing_on(**WITHOUT_DROPOUT):
            loss, grads = loss_and_grads(case.build(FullyConnectedNet), case.X, case.y)
        assert_close(loss, example.loss, name="loss", hint=example.loss_hint)
        assert_gradients(grads, example.grads, first=example.gradient_hint)


@hidden(points=1)
def test_draws_the_initial_parameters(FullyConnectedNet: Function) -> None:
    """FullyConnectedNet should draw normal weights, and start the rest at 0 and 1."""
    rng = random_cases("initial")
    scale, seed = float(rng.uniform(0.02, 0.5)), int(rng.integers(1000))
    net = FullyConnectedNet(
        [90, 80],
        input_dim=100,
        normalization="batchnorm",
        weight_scale=scale,
        seed=seed,
    )
    params = initial_params(net, (100, 90, 80, 10), normalized=True)
    for name, value in params.items():
        if name.startswith("W"):
            assert_drawn_from_a_normal(value, scale, name=f"params[{name!r}]")
        else:
            start = np.full(value.shape, float(name.startswith("gamma")))
            hint = "biases and betas start at 0, gammas at 1; nothing of it is drawn."
            assert_close(value, start, name=f"params[{name!r}]", hint=hint)


@hidden(points=3)
def test_differentiates_with_batch_norm(
    FullyConnectedNet: Function, env: Notebook
) -> None:
    """FullyConnectedNet should normalize between affine and ReLU in hidden layers."""
    rng = random_cases("batch norm")
    with env.standing_on(**TrustedLayers().names()):
        for dims in ((6, 7, 4), (6, 7, 5, 4), (5, 4, 6, 3, 2)):
            case = network_case(rng, dims, normalized=True)
            loss, grads = loss_and_grads(case.build(FullyConnectedNet), case.X, case.y)
            truth, gradients = Twin(case).truth()
            mistakes = [
                (
                    "look at the order of batch norm and ReLU.",
                    Twin(case, relu_first=True).loss(),
                ),
                (
                    "the output layer is affine only.",
                    Twin(case, output_too=True).loss(),
                ),
                ("nothing is normalized yet.", Twin(case, normalizes=False).loss()),
            ]
            assert_close(loss, truth, name="loss", hint=recognise(loss, mistakes))
            assert_gradients(grads, gradients)


@hidden(points=2)
def test_drops_in_hidden_layers_only(
    FullyConnectedNet: Function, env: Notebook
) -> None:
    """FullyConnectedNet should apply dropout after the ReLU of every hidden layer."""
    rng = random_cases("dropout")
    for normalized in (False, True):
        case, layers = network_case(rng, normalized=normalized), TrustedLayers()
        p_drop = float(rng.uniform(0.2, 0.4))
        with env.standing_on(**layers.names()):
            net = case.build(FullyConnectedNet, dropout=p_drop, seed=3)
            loss, grads = loss_and_grads(net, case.X, case.y)
        masks = read_masks(layers, case, p_drop)
        truth, gradients = Twin(case, masks).truth()
        losses = [truth]
        if normalized:  # the order of batch norm and ReLU is judged above
            losses.append(Twin(case, masks, relu_first=True).loss())
        mistakes = [
            (
                "look at the order of batch norm and dropout.",
                Twin(case, masks, dropout_first=True).loss(),
            ),
            ("what dropout_forward returns is not used.", Twin(case).loss()),
        ]
        hint = recognise(loss, mistakes)
        assert_close(loss, nearest(loss, *losses), name="loss", hint=hint)
        if not normalized:
            leaking = Twin(case, masks, dropout_back=False)
            hint = "a dropped unit has no gradient: dropout has a backward pass too."
            assert_gradients(grads, gradients, [(hint, leaking.gradients)])


@hidden(points=1)
def test_penalizes_weights_only(FullyConnectedNet: Function, env: Notebook) -> None:
    """FullyConnectedNet should add the penalty of the weights, and its gradient."""
    rng = random_cases("penalty")
    case, reg = network_case(rng, normalized=True), float(rng.uniform(0.2, 2.0))
    with env.standing_on(**TrustedLayers().names()):
        (loss, grads), (loss_0, grads_0) = (
            loss_and_grads(case.build(FullyConnectedNet, reg=r), case.X, case.y)
            for r in (reg, 0.0)
        )
    truth, gradients = penalties(case, reg)
    hint = penalty_hint(loss - loss_0, case, reg)
    assert_close(loss - loss_0, truth, name="the penalty", hint=hint)
    for name, expected in gradients.items():
        assert name in grads, f"grads has no {name}."
        assert name in grads_0, f"grads has no {name} when reg is 0."
        with_it, without = (
            assert_array(found[name], expected.shape, name=f"grads[{name!r}]")
            for found in (grads, grads_0)
        )
        share = with_it - without
        slips = [
            ("the penalty has a gradient too.", 0 * expected),
            (
                "the penalty is one number; its gradient differs entry by entry.",
                np.full(share.shape, share.flat[0] or np.nan),
            ),
            ("the one half of the penalty and the power 2 cancel.", 2 * expected),
            ("the one half of the penalty and the power 2 cancel.", expected / 2),
        ]
        hint = recognise(share, slips)
        name = f"the penalty's share of grads[{name!r}]"
        assert_close(share, expected, name=name, hint=hint)


@hidden(points=2)
def test_scores_use_the_running_statistics(
    FullyConnectedNet: Function, env: Notebook
) -> None:
    """FullyConnectedNet should score with the running statistics after training."""
    rng = random_cases("running")
    case = network_case(rng, normalized=True)
    batches = [rng.normal(1.0, 2.0, case.X.shape) for _ in range(3)]
    with env.standing_on(**TrustedLayers().names()):
        net = case.build(FullyConnectedNet)
        for X in batches:
            loss_and_grads(net, X, case.y)
        scores = assert_array(
            scores_of(net, case.X), (len(case.X), case.dims[-1]), name="scores"
        )
    right, relu_first = (
        Twin(case, relu_first=chosen).after_training(batches)
        for chosen in (False, True)
    )
    mistakes = [
        (
            "in test mode, batch norm uses its running statistics.",
            Twin(case).test_scores(case.X),
        ),
        (
            "the running statistics get lost: make bn_params once, and keep it.",
            right.forgetful().test_scores(case.X),
        ),
    ]
    truth = nearest(  # the order of batch norm and ReLU is judged above
        scores, right.test_scores(case.X), relu_first.test_scores(case.X)
    )
    assert_close(scores, truth, name="scores", hint=recognise(scores, mistakes))


@hidden(points=1)
def test_scores_without_dropout(FullyConnectedNet: Function, env: Notebook) -> None:
    """FullyConnectedNet should give the same scores every time, without dropout."""
    case = network_case(random_cases("scores"))
    with env.standing_on(**TrustedLayers().names()):
        net = case.build(FullyConnectedNet, dropout=0.5)
        loss_and_grads(net, case.X, case.y)
        truth = Twin(case).test_scores(case.X)
        first, second = (np.asarray(scores_of(net, case.X)) for _ in range(2))
    vary = not np.array_equal(first, second)
    hint = "dropout is for training; in test mode it is off." if vary else None
    for each in (first, second):
        assert_close(each, truth, name="scores", hint=hint)


@hidden(points=1)
def test_repeats_masks_by_seed(FullyConnectedNet: Function, env: Notebook) -> None:
    """FullyConnectedNet should repeat its dropout masks when it has the same seed."""
    rng = random_cases("seed")
    case, seed = network_case(rng), int(rng.integers(1000))
    with env.standing_on(**TrustedLayers().names()):
        losses = []
        for chosen in (seed, seed, seed + 1):
            net = case.build(FullyConnectedNet, dropout=0.5, seed=chosen)
            losses.append([loss_and_grads(net, case.X, case.y)[0] for _ in range(2)])
    hint = "hand dropout_forward the dropout_param that holds the seed."
    assert_close(losses[1], losses[0], name="losses of a second network", hint=hint)
    assert losses[2] != losses[0], "Another seed should give other masks."
