"""What a right `Dropout` must do: counts within stated margins, the rest exactly."""

from functools import partial

import numpy as np
import torch

from checks import (
    Function,
    Notebook,
    assert_close,
    explained,
    hidden,
    public,
    random_cases,
)
from checks.dropout import (
    assert_counts_vary,
    assert_different_masks,
    assert_separate_coins,
    assert_share,
    assert_survivors,
    entries,
    rates,
    testing_hint,
)
from checks.dropout_experiments import (
    assert_output,
    built,
    gradient_by_hand,
    output,
    seeded,
)
from checks.hints import recognise


@public(points=2)
def test_doubles_or_drops(Dropout: Function, env: Notebook) -> None:
    """Dropout should drop or double each entry when p_drop is 0.5."""
    x = np.arange(1.0, 201.0).reshape(20, 10)
    with seeded(random_cases("public", seed=1)):
        out = output(env, built(Dropout, 0.5), torch.tensor(x)).numpy()
    assert_survivors(out, x, 0.5)
    assert_share(out == 0, 0.5, x)


@public(points=1)
def test_evaluation_of_a_worked_example(Dropout: Function, env: Notebook) -> None:
    """Dropout should leave the numbers 2, 4, 6, ... as they are in evaluation."""
    module, x = built(Dropout, 0.5, training=False), np.arange(2.0, 102.0, 2.0)
    with seeded(random_cases("public", seed=1)):
        out = output(env, module, torch.tensor(x))
    hint = partial(testing_hint, x, 0.5)
    assert_close(out, x, name="out in evaluation", hint=hint)


@hidden(points=2)
def test_drops_with_probability_p_drop(Dropout: Function, env: Notebook) -> None:
    """Dropout should drop each of 200,000 entries with probability p_drop."""
    rng = random_cases("share")
    x = torch.tensor(entries(rng, (2, 100_000)))
    with seeded(rng):
        for p_drop in (*rates(rng), 0.0):
            out = output(env, built(Dropout, p_drop), x).numpy()
            assert_share(out == 0, p_drop, x.numpy())


@hidden(points=2)
def test_scales_the_survivors(Dropout: Function, env: Notebook) -> None:
    """Dropout should divide the survivors by 1 - p_drop, also near both ends."""
    rng = random_cases("scale")
    with seeded(rng):
        for p_drop in (*rates(rng), 0.0, 0.99):
            x = entries(rng, (30, 40))
            out = output(env, built(Dropout, p_drop), torch.tensor(x)).numpy()
            assert_survivors(out, x, p_drop)


@hidden(points=1)
def test_tosses_a_coin_for_each_entry(Dropout: Function, env: Notebook) -> None:
    """Dropout should decide about each entry on its own."""
    rng = random_cases("coins")
    p_drop, _ = rates(rng)
    x, masks = torch.tensor(entries(rng, (50, 100))), []
    with seeded(rng):
        for _ in range(8):
            masks.append(output(env, built(Dropout, p_drop), x).numpy() == 0)
    assert_separate_coins(masks[-1], p_drop)
    assert_counts_vary(masks)


@hidden(points=1)
def test_takes_any_shape_and_keeps_the_dtype(Dropout: Function, env: Notebook) -> None:
    """Dropout should take an x of any shape, and keep its dtype."""
    rng = random_cases("shapes")
    for shape in ((3000,), (10, 6, 15, 16)):
        for dtype in (torch.float32, torch.float64):
            x = torch.tensor(entries(rng, shape), dtype=dtype)
            with seeded(rng):
                out = output(env, built(Dropout, 0.5), x)
            assert_survivors(out.double().numpy(), x.double().numpy(), 0.5)
            assert_separate_coins(out.numpy() == 0, 0.5)
            assert out.dtype == dtype, (
                f"out has the dtype {out.dtype} for an x of {dtype}. "
                "Hint: of which dtype is your mask?"
            )


@hidden(points=1)
def test_draws_a_new_mask_in_each_call(Dropout: Function, env: Notebook) -> None:
    """Dropout should draw a new mask in each call of the same module."""
    rng = random_cases("new masks")
    x = torch.tensor(entries(rng, (40, 50)))
    with seeded(rng):
        module = built(Dropout, 0.5)
        outputs = [output(env, module, x).numpy() for _ in range(3)]
    assert_different_masks(outputs, "three calls")


@hidden(points=2)
def test_evaluation_is_the_identity(Dropout: Function, env: Notebook) -> None:
    """Dropout should return x in evaluation, and draw no random numbers."""
    rng = random_cases("identity")
    for p_drop, shape in zip(rates(rng), ((300,), (2, 3, 4, 5)), strict=True):
        x = entries(rng, shape)
        module = built(Dropout, p_drop, training=False)
        before = torch.random.get_rng_state()
        out = output(env, module, torch.tensor(x))
        hint = partial(testing_hint, x, p_drop)
        assert_close(out, x, name="out in evaluation", hint=hint)
        assert torch.equal(before, torch.random.get_rng_state()), (
            "Dropout draws random numbers in evaluation. "
            "Hint: ask for the mode before you toss coins."
        )


@hidden(points=2)
def test_passes_the_gradient_through_the_mask(Dropout: Function, env: Notebook) -> None:
    """Dropout should multiply the gradient by the mask of the same call."""
    rng = random_cases("gradient")
    start = entries(rng, (20, 30))
    upstream = entries(rng, (20, 30))
    module = built(Dropout, rates(rng)[0])
    with seeded(rng), explained("Dropout"):
        out, gradient = env.run(gradient_by_hand, module, start, upstream)
    mask = assert_output(out, start.shape).detach().numpy() / start
    uses_x = np.isclose(np.abs(mask[mask != 0]), np.abs(mask).max()).all()
    advice = " Hint: stay in torch, and keep the graph." if uses_x else ""
    assert gradient is not None, f"The gradient does not reach x.{advice}"
    graph = "is the scaling part of the graph? Do not write into `.data`."
    slips = [
        (graph, upstream * (mask != 0)),
        ("which mask multiplies the gradient? That of the output.", upstream),
    ]
    hint = partial(recognise, mistakes=slips)
    assert_close(gradient, upstream * mask, name="the gradient of x", hint=hint)


@hidden(points=1)
def test_leaves_its_input_alone(Dropout: Function, env: Notebook) -> None:
    """Dropout should not change x."""
    before = entries(random_cases("input"), (20, 30))
    x = torch.tensor(before)
    output(env, built(Dropout, 0.5), x, copied=False)
    hint = "write `x = x * mask`, which makes a new tensor, not `x *= mask`."
    assert_close(x, before, name="x after the call", hint=hint)
