"""Which receptive fields are right: those that the gradients show."""

from checks import Function, hidden, public, random_cases
from checks.arithmetic import assert_counts
from references.arithmetic import receptive_field as field_by_gradients


@public(points=0.5)
def test_one_layer_sees_its_kernel(stacked_field: Function) -> None:
    """stacked_field should be the kernel for a single layer."""
    assert_counts(stacked_field(1, 5), 5, name="stacked_field(1, 5)")


@public(points=0.5)
def test_two_layers_see_five_pixels(receptive_field: Function) -> None:
    """receptive_field should be 5 for two layers with kernel 3."""
    assert_counts(receptive_field([(3, 1), (3, 1)]), 5, name="receptive_field")


@hidden(points=2)
def test_stacks_agree_with_gradients(stacked_field: Function) -> None:
    """stacked_field should count the pixels with a nonzero gradient."""
    rng = random_cases("stacks")
    drawn = [(int(rng.integers(2, 7)), int(rng.integers(2, 6))) for _ in range(4)]
    for n_layers, kernel in [(3, 3), (5, 1), *drawn]:
        n, k = n_layers, kernel
        assert_counts(
            stacked_field(n, k),
            field_by_gradients([(k, 1)] * n),
            name=f"field of {n} layers with kernel {k}",
            mistakes=[
                ("neighbouring windows overlap.", n * k),
                ("without any layer, an output sees itself.", n * (k - 1)),
                ("the field grows by the same number in each layer.", k**n),
            ],
        )


@hidden(points=4)
def test_fields_agree_with_gradients(receptive_field: Function) -> None:
    """receptive_field should count the pixels with a nonzero gradient."""
    rng = random_cases("fields")
    stacks = [
        [(3, 1), (2, 2), (3, 1), (3, 2), (5, 1)],
        [(3, 1), (3, 1), (2, 2)],
        [(3, 1), (3, 1), (2, 2), (3, 1)],
    ]
    for _ in range(3):
        kernels = rng.integers(1, 5, size=5)
        stacks.append([(int(k), int(rng.integers(1, min(k, 3) + 1))) for k in kernels])
    for layers in stacks:
        truth = field_by_gradients(layers)
        flat = 1 + sum(k - 1 for k, _ in layers)
        early, doubled, own, twice, skipped = 1, 1, 1, 1, 1
        jump = jump_before = 1
        for k, s in layers:
            jump *= s
            early += (k - 1) * jump
            own += (k - 1) * s
            doubled = doubled * 2 if s == 2 else doubled + (k - 1)
            twice += k * jump_before if s > 1 else (k - 1) * jump_before
            skipped += (k - 1) * jump_before if s == 1 else 0
            jump_before = jump
        backwards = jump = 1
        for k, s in reversed(layers):
            backwards += (k - 1) * jump
            jump *= s
        assert_counts(
            receptive_field(layers),
            truth,
            name=f"field of the (kernel, stride) list {layers}",
            mistakes=[
                ("after a stride, neighbours stand further apart.", flat),
                ("a stride acts on the layers after it, not on its own.", early),
                ("the strides of all earlier layers multiply.", own),
                ("a pool doubles the growth, not the field.", doubled),
                ("two neighbours overlap in a pool as well.", twice),
                ("a pool sees more than one neighbour, so it adds something.", skipped),
                ("the first layer of the list is the one at the image.", backwards),
                ("before any layer, an output sees one pixel.", truth - 1),
            ],
        )
