"""What a correct `dropout_forward` must do: law by law, counts within stated margins."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    assert_repeatable,
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
    run,
    testing_hint,
)
from checks.hints import hinted


@public(points=1)
def test_doubles_or_drops_when_p_is_one_half(dropout_forward: Function) -> None:
    """dropout_forward should drop or double each entry when p is 0.5."""
    x = np.arange(1.0, 201.0).reshape(20, 10)
    out = run(dropout_forward, x, {"mode": "train", "p": 0.5, "seed": 1})
    assert_survivors(out, x, 0.5)
    assert_share(out == 0, 0.5, x)


@public(points=1)
def test_repeats_the_mask_of_a_seed(dropout_forward: Function) -> None:
    """dropout_forward should draw the same mask again for the same seed."""
    x, param = np.ones((20, 10)), {"mode": "train", "p": 0.5, "seed": 7}
    call = partial(run, dropout_forward, x, param)
    hint = "equal seeds, equal coins: draw them from the generator that is given."
    assert_repeatable(call, name="dropout_forward with a seed", hint=hint)


@hidden(points=1)
def test_drops_with_probability_p(dropout_forward: Function) -> None:
    """dropout_forward should drop each entry with probability p."""
    rng = random_cases("share")
    for p in (*rates(rng), 0.0):
        x, seed = entries(rng, (2, 5000)), int(rng.integers(1, 10**6))
        out = run(dropout_forward, x, {"mode": "train", "p": p, "seed": seed})
        assert_share(out == 0, p, x)


@hidden(points=1.5)
def test_scales_the_survivors(dropout_forward: Function) -> None:
    """dropout_forward should make the survivors of any p up for the dropped entries."""
    rng = random_cases("scale")
    for p in (*rates(rng), 0.0, 0.99):
        x, seed = entries(rng, (30, 40)), int(rng.integers(1, 10**6))
        out = run(dropout_forward, x, {"mode": "train", "p": p, "seed": seed})
        assert_survivors(out, x, p)


@hidden(points=1)
def test_tosses_a_coin_for_each_entry(dropout_forward: Function) -> None:
    """dropout_forward should decide about each entry on its own."""
    rng = random_cases("coins")
    p, _ = rates(rng)
    x, masks = entries(rng, (50, 100)), []
    for seed in rng.choice(10**6, size=8, replace=False):
        param = {"mode": "train", "p": p, "seed": int(seed)}
        masks.append(run(dropout_forward, x, param) == 0)
    assert_separate_coins(masks[0], p)
    assert_different_masks(masks[:2], "calls with different seeds")
    assert_counts_vary(masks)


@hidden(points=0.5)
def test_takes_any_shape(dropout_forward: Function) -> None:
    """dropout_forward should take an x of any shape, and drop single entries of it."""
    rng = random_cases("shapes")
    x = entries(rng, (50, 60))
    assert_survivors(run(dropout_forward, x, {"mode": "train", "p": 0.5}), x, 0.5)
    for shape in ((3000,), (10, 6, 15, 16)):
        x, seed = entries(rng, shape), int(rng.integers(1, 10**6))
        trace = f"with 2 axes it works, with {len(shape)} it does not: "
        with hinted(f"{trace}x.shape has a number for every axis of x."):
            out = run(dropout_forward, x, {"mode": "train", "p": 0.5, "seed": seed})
        assert_survivors(out, x, 0.5)
        assert_separate_coins(out == 0, 0.5)


@hidden(points=1)
def test_draws_a_new_mask_in_each_call(dropout_forward: Function) -> None:
    """dropout_forward should draw a new mask in each call, unless the seed is the same."""
    x, param = np.ones((40, 50)), {"mode": "train", "p": 0.5}
    without = [run(dropout_forward, x, param) for _ in range(3)]
    assert_different_masks(without, "calls without a seed")
    seeded = [run(dropout_forward, x, {**param, "seed": seed}) for seed in range(3)]
    assert_different_masks(seeded, "calls with the seeds 0, 1 and 2")
    again = partial(run, dropout_forward, x, {**param, "seed": 1})
    hint = "equal seeds, equal coins: draw them from the generator that is given."
    assert_repeatable(again, name="dropout_forward with the seed 1", hint=hint)
    again = partial(run, dropout_forward, x, {**param, "seed": 0})
    hint = "0 is a seed too: ask whether there is a seed, not whether it is true."
    assert_repeatable(again, name="dropout_forward with the seed 0", hint=hint)


@hidden(points=0.5)
def test_keeps_a_cache(dropout_forward: Function) -> None:
    """dropout_forward should return a cache for the backward pass."""
    rng = random_cases("cache")
    param = {"mode": "train", "p": rates(rng)[0]}
    result = dropout_forward(entries(rng, (5, 6)), param)
    _, cache = assert_outputs(result, count=2, name="dropout_forward")
    assert cache is not None, (
        "The cache is None in training mode. "
        "Hint: what will the backward pass need to know about the coins?"
    )


@hidden(points=0.5)
def test_testing_is_the_identity(dropout_forward: Function) -> None:
    """dropout_forward should leave x as it is in test mode."""
    rng = random_cases("identity")
    for p in rates(rng):
        for shape in ((30,), (8, 9), (2, 3, 4, 5)):
            x = entries(rng, shape)
            out = run(dropout_forward, x, {"mode": "test", "p": p, "seed": 5})
            hint = partial(testing_hint, x, p)
            assert_close(out, x, name="out in test mode", hint=hint)


@hidden(points=0.5)
def test_leaves_its_input_alone(dropout_forward: Function) -> None:
    """dropout_forward should not change x."""
    rng = random_cases("input")
    for mode in ("train", "test"):
        param = {"mode": mode, "p": 0.5}
        assert_inputs_unchanged(dropout_forward, entries(rng, (6, 7)), param)
