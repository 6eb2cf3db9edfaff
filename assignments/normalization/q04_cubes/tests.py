"""Which numbers batch norm and layer norm average over."""

import numpy as np

from checks import (
    Array,
    Function,
    as_numbers,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)


@public(points=0.5)
def test_names_two_pictures(
    batch_norm_picture: object, layer_norm_picture: object
) -> None:
    """batch_norm_picture and layer_norm_picture should each name one of A to D."""
    assert_choices(batch_norm_picture, "ABCD", name="batch_norm_picture", exactly=1)
    assert_choices(layer_norm_picture, "ABCD", name="layer_norm_picture", exactly=1)


@public(points=0.5)
def test_averages_two_numbers(
    batch_norm_means: Function, layer_norm_means: Function
) -> None:
    """batch_norm_means and layer_norm_means should average the two numbers."""
    x = np.array([[[[1.0, 3.0]]]])
    for means in (batch_norm_means, layer_norm_means):
        seen = as_numbers(means(x), name=f"{means.name}(x)")
        assert_close(seen.ravel(), [2.0], name=f"{means.name}(x)")


@hidden(points=1)
def test_chooses_the_picture_of_batch_norm(batch_norm_picture: object) -> None:
    """batch_norm_picture should be the picture of batch norm."""
    hints = {
        "B": "does batch norm need more than one example?",
        "C": "does batch norm need more than one example?",
        "D": "do the pixels of one channel belong to the same feature?",
    }
    name = "batch_norm_picture"
    assert_right_choices(batch_norm_picture, "A", "ABCD", name=name, hints=hints)


@hidden(points=1)
def test_chooses_the_picture_of_layer_norm(layer_norm_picture: object) -> None:
    """layer_norm_picture should be the picture of layer norm."""
    hints = {
        "A": "layer norm works on one example at a time.",
        "C": "layer norm takes the whole layer of an example together.",
        "D": "layer norm works on one example at a time.",
    }
    name = "layer_norm_picture"
    assert_right_choices(layer_norm_picture, "B", "ABCD", name=name, hints=hints)


@hidden(points=2.5)
def test_gives_the_means_of_batch_norm(batch_norm_means: Function) -> None:
    """batch_norm_means should average over everything that shares a channel."""
    rng = random_cases("batch")
    for n, c, h, w in ((2, 5, 3, 4), (7, 2, 4, 3)):
        x = rng.normal(rng.normal(size=(n, c, 1, 1)), 1.0, size=(n, c, h, w))
        truth = np.einsum("nchw->c", x) / (n * h * w)
        pixels = "the kernel is the same at all pixels: should each have its own mean?"
        hints = {
            c * h * w: pixels,
            h * w: pixels,
            n: "those are the examples: is that batch norm?",
            n * c: "should two examples of a batch have means of their own?",
            1: "one mean for everything is too few: features keep apart.",
            w: "the order is N, C, H, W: which of them is the feature?",
        }

        def hint(seen: Array, by_size: dict[int, str] = hints) -> str | None:
            return by_size.get(seen.size)

        seen = as_numbers(batch_norm_means(x), name="batch_norm_means(x)")
        assert_close(
            seen.ravel(), truth, name="batch_norm_means(x), as a row", hint=hint
        )


@hidden(points=2.5)
def test_gives_the_means_of_layer_norm(layer_norm_means: Function) -> None:
    """layer_norm_means should average over everything that shares an example."""
    rng = random_cases("layer")
    for n, c, h, w in ((2, 5, 3, 4), (7, 2, 4, 3)):
        x = rng.normal(rng.normal(size=(n, c, 1, 1)), 1.0, size=(n, c, h, w))
        truth = np.einsum("nchw->n", x) / (c * h * w)
        hints = {
            n * h * w: "the whole layer of an example has one mean: pixels as well.",
            n * c: "the whole layer of an example has one mean: all channels together.",
            c: "those are the channels: is that layer norm?",
            c * h * w: "layer norm works on one example at a time.",
            1: "should two examples of a batch share their mean?",
        }

        def hint(seen: Array, by_size: dict[int, str] = hints) -> str | None:
            return by_size.get(seen.size)

        seen = as_numbers(layer_norm_means(x), name="layer_norm_means(x)")
        assert_close(
            seen.ravel(), truth, name="layer_norm_means(x), as a row", hint=hint
        )
