"""What an own design must keep to, and what it must read."""

import torch

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_close,
    hidden,
    public,
)
from checks.handed_in import handed_in, logits, patterns
from deeplearning.training import as_input
from references.heldout import assert_reads


@public(points=2)
def test_own_weights_fit_the_network(
    env: Notebook, OwnNetwork: Function, own_settings: object
) -> None:
    """The weights saved as own should fit OwnNetwork, which should give logits."""
    found = handed_in(env, "own", OwnNetwork, own_settings)
    logits(found, patterns(found.data))


@public(points=1)
def test_own_augment_keeps_the_form(
    env: Notebook, OwnNetwork: Function, own_settings: object, own_augment: Function
) -> None:
    """own_augment should give a batch of the shape that it gets, of finite numbers."""
    data = handed_in(env, "own", OwnNetwork, own_settings).data
    for count in (8, 3):
        batch = as_input(patterns(data, count))
        changed = own_augment(batch.clone())
        assert isinstance(changed, torch.Tensor), (
            f"own_augment gave a {type(changed).__name__}, but should give a tensor."
        )
        assert_array(changed, tuple(batch.shape), name="what own_augment gives")
        assert changed.is_floating_point(), (
            f"own_augment gave {changed.dtype}. Hint: pixels go from 0.0 to 1.0."
        )
        beyond = float((changed - changed.clamp(0, 1)).abs().mean())
        assert beyond < 2, (
            f"What own_augment gives lies {beyond:.2g} beyond 0 and 1 on average "
            "(allowed 2). Hint: pixels go from 0.0 to 1.0."
        )


@hidden(points=2)
def test_own_network_looks_at_one_image(
    env: Notebook, OwnNetwork: Function, own_settings: object
) -> None:
    """OwnNetwork should give the same logits to an image alone and in a batch."""
    found = handed_in(env, "own", OwnNetwork, own_settings)
    batch = patterns(found.data)
    together = logits(found, batch)[:4]
    alone = torch.cat([logits(found, image[None]) for image in batch[:4]])
    hint = (
        "in evaluation mode, where do mean and variance come from, and is anything "
        "still random?"
    )
    assert_close(
        alone, together, name="the logits of an image alone", rtol=1e-3, hint=hint
    )


@hidden(points=5)
def test_own_network_reads_shifted_images(
    env: Notebook, OwnNetwork: Function, own_settings: object
) -> None:
    """The network saved as own should read enough of the shifted images."""
    assert_reads(handed_in(env, "own", OwnNetwork, own_settings), "shifted")


@hidden(points=5)
def test_own_network_reads_turned_images(
    env: Notebook, OwnNetwork: Function, own_settings: object
) -> None:
    """The network saved as own should read enough of the turned images."""
    assert_reads(handed_in(env, "own", OwnNetwork, own_settings), "turned")


@hidden(points=5)
def test_own_network_reads_noisy_images(
    env: Notebook, OwnNetwork: Function, own_settings: object
) -> None:
    """The network saved as own should read enough of the noisy images."""
    assert_reads(handed_in(env, "own", OwnNetwork, own_settings), "noisy")


@hidden(points=5)
def test_own_network_reads_faint_images(
    env: Notebook, OwnNetwork: Function, own_settings: object
) -> None:
    """The network saved as own should read enough of the faint images."""
    assert_reads(handed_in(env, "own", OwnNetwork, own_settings), "faint")
