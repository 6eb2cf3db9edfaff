"""What a correct `conv_params` must count."""

from checks import Function, assert_outputs, hidden, public, random_cases
from checks.arithmetic import assert_counts, distinct
from references.arithmetic import conv, parameters


@public(points=1)
def test_counts_a_worked_example(conv_params: Function) -> None:
    """conv_params should count 18 weights and 2 biases in the worked example."""
    counts = assert_outputs(conv_params(1, 2, (3, 3)), count=2, name="conv_params")
    assert_counts(counts, (18, 2), name="(weights, biases)")


@hidden(points=2)
def test_counts_the_weights(conv_params: Function) -> None:
    """conv_params should count the weights of all filters in all input channels."""
    rng = random_cases("weights")
    drawn = [distinct(rng, 4, 2, 40) for _ in range(4)]
    for c_in, c_out, k_h, k_w in [(5, 7, 2, 4), (3, 4, 3, 3), *drawn]:
        layer = conv(c_in, c_out, (k_h, k_w), bias=False)
        for bias in (False, True):
            got = conv_params(c_in, c_out, (k_h, k_w), bias=bias)
            weights, _ = assert_outputs(got, count=2, name="conv_params")
            area = k_h * k_w
            assert_counts(
                weights,
                parameters(layer),
                name=f"weights of {k_h}x{k_w} from {c_in} to {c_out} channels",
                mistakes=[
                    ("a filter looks at every input channel.", area * c_out),
                    ("there is one filter for each output channel.", area * c_in),
                    ("count the biases separately.", area * c_in * c_out + c_out),
                    (
                        "the same weights serve every position of the image.",
                        area * c_in * c_out * 224**2,
                    ),
                    ("the kernel need not be square.", k_h**2 * c_in * c_out),
                    ("the kernel need not be square.", k_w**2 * c_in * c_out),
                ],
            )


@hidden(points=2)
def test_counts_the_biases(conv_params: Function) -> None:
    """conv_params should count one bias for each output channel, or none."""
    rng = random_cases("biases")
    drawn = [distinct(rng, 3, 2, 40) for _ in range(4)]
    for c_in, c_out, size in [(3, 4, 3), *drawn]:
        got = conv_params(c_in, c_out, (size, size), bias=True)
        _, biases = assert_outputs(got, count=2, name="conv_params")
        one = "a bias belongs to an output channel: how many of these are there?"
        bare, full = (conv(c_in, c_out, size, bias=bias) for bias in (False, True))
        assert_counts(
            biases,
            parameters(full) - parameters(bare),
            name=f"biases of {size}x{size} from {c_in} to {c_out} channels",
            mistakes=[(one, c_in), (one, size**2), (one, c_in * c_out), (one, 1)],
        )
        got = conv_params(c_in, c_out, (size, size), bias=False)
        _, biases = assert_outputs(got, count=2, name="conv_params")
        assert_counts(
            biases,
            0,
            name="biases of a layer without bias",
            mistakes=[("bias=False means that there are none.", c_out)],
        )
