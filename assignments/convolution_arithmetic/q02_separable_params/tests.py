"""What a correct `separable_params` must count."""

from checks import Function, Notebook, as_numbers, hidden, public, random_cases
from checks.arithmetic import assert_counts, distinct, stand_ins
from checks.worlds import in_either_world
from references.arithmetic import conv, earlier_answers, parameters


@public(points=1)
def test_counts_a_worked_example(env: Notebook, separable_params: Function) -> None:
    """separable_params should count 13 parameters in the worked example."""

    def check() -> None:
        assert_counts(separable_params(1, 4, (3, 3)), 13, name="separable_params")

    in_either_world(env, stand_ins(env, "conv_params"), check)


@hidden(points=2)
def test_counts_both_layers(env: Notebook, separable_params: Function) -> None:
    """separable_params should count the weights of the depthwise and pointwise layer."""

    def check() -> None:
        rng = random_cases("separable")
        for c_in, c_out, k_h, k_w in [(3, 4, 3, 3)] + [
            distinct(rng, 4, 2, 40) for _ in range(4)
        ]:
            truth = parameters(
                conv(c_in, c_in, (k_h, k_w), bias=False, groups=c_in),
                conv(c_in, c_out, 1, bias=False),
            )
            area, mix = k_h * k_w, c_in * c_out
            biased = "no biases were asked for."
            assert_counts(
                separable_params(c_in, c_out, (k_h, k_w)),
                truth,
                name=f"count of {k_h}x{k_w} from {c_in} to {c_out} channels",
                mistakes=[
                    ("channels do not share the depthwise filter.", area + mix),
                    (
                        "the depthwise layer does not mix channels.",
                        area * mix + mix,
                    ),
                    ("that is an ordinary convolution.", area * mix),
                    (
                        "the depthwise layer keeps the number of channels.",
                        area * c_out + mix,
                    ),
                    ("the pointwise layer is missing.", area * c_in),
                    ("the kernel need not be square.", k_h**2 * c_in + mix),
                    ("the kernel need not be square.", k_w**2 * c_in + mix),
                    (
                        "a window has rows times columns entries.",
                        (k_h + k_w) * c_in + mix,
                    ),
                    (biased, truth + c_out),
                    (biased, truth + c_in),
                    (biased, truth + c_in + c_out),
                ],
            )

    in_either_world(env, earlier_answers("conv_params"), check)


@hidden(points=2)
def test_adds_the_biases_asked_for(env: Notebook, separable_params: Function) -> None:
    """separable_params should add the biases of the layers that have them."""

    def check() -> None:
        rng = random_cases("separable biases")
        for c_in, c_out, size in [distinct(rng, 3, 2, 40) for _ in range(3)]:
            sizes = (c_in, c_out, (size, size))
            bare = as_numbers(separable_params(*sizes), name="separable_params")
            for at_depth in (False, True):
                for at_point in (False, True):
                    got = separable_params(
                        *sizes, depthwise_bias=at_depth, pointwise_bias=at_point
                    )
                    assert_counts(
                        as_numbers(got, name="separable_params") - bare,
                        at_depth * c_in + at_point * c_out,
                        name=f"biases (depthwise {at_depth}, pointwise {at_point})",
                        mistakes=[
                            ("look at depthwise_bias and pointwise_bias.", 0),
                            (
                                "the depthwise layer has c_in outputs, not c_out.",
                                at_depth * c_out + at_point * c_out,
                            ),
                            (
                                "each flag adds a bias for each output of its own layer: "
                                "which outputs are these?",
                                at_point * c_in if not at_depth else -1,
                            ),
                            (
                                "each flag adds a bias for each output of its own layer: "
                                "which outputs are these?",
                                (at_depth + at_point) * c_in,
                            ),
                            ("a bias for each output channel.", at_depth + at_point),
                        ],
                    )

    in_either_world(env, earlier_answers("conv_params"), check)
