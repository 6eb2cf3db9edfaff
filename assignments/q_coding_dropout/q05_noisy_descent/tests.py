"""What `train_with_dropout` must ask for, and where given masks must lead it."""

from functools import partial

import numpy as np
import torch

from checks import (
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_outputs,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import (
    LOSSES,
    assert_training,
    features,
    final_weight,
    masked_stand_ins,
    stand_ins,
    target,
)
from checks.hints import recognise


@public(points=1)
def test_asks_for_the_stated_training(
    train_with_dropout: Function, env: Notebook
) -> None:
    """train_with_dropout should train once with SGD on batch_size copies of the row."""
    x, y = torch.tensor([[4.0, 1.0, 2.0]]), torch.tensor([[7.0]])
    given, asked = stand_ins(env)
    with env.standing_on(**given):
        result = train_with_dropout(x, y, 0.3, 5, 40, learning_rate=0.02)
    w, losses = assert_outputs(result, count=2, name="train_with_dropout")
    name, drop = "the list of drop rates", "p_drop is the probability to drop already."
    hint = partial(recognise, mistakes=[(drop, [0.7])])
    assert_close(asked.rates, [0.3], name=name, hint=hint)
    assert_close(asked.sizes, [3], name="the list of input counts")
    sgd = torch.optim.SGD
    copies, targets = x.repeat(5, 1), y.repeat(5, 1)
    assert_training(asked, copies, targets, kind=sgd, learning_rate=0.02, steps=40)
    early = "these are the weights before training: when do you read them?"
    hint = partial(recognise, mistakes=[(early, np.zeros(3))])
    assert_close(w, final_weight(3), name="w after training", rtol=1e-5, hint=hint)
    assert_close(losses, LOSSES, name="the list of losses")


@hidden(points=3.5)
def test_follows_the_masks(train_with_dropout: Function, env: Notebook) -> None:
    """train_with_dropout should go where the masks of Dropout lead it."""
    from references import two_weights

    rng = random_cases("masks")
    for batch_size in (1, 6):
        x, y, p_drop = features(rng, 2), target(rng), float(rng.uniform(0.2, 0.6))
        mask, masks = two_weights.scripted_masks(rng)
        given = env.run(masked_stand_ins, mask, two_weights.slope)
        with env.standing_on(**given):
            row = torch.tensor(x[None, :], dtype=torch.float32)
            result = train_with_dropout(
                row, torch.tensor([[y]]), p_drop, batch_size, 25, learning_rate=0.005
            )
        w, losses = assert_outputs(result, count=2, name="train_with_dropout")
        assert len(masks) == 25, (
            f"Dropout drew {len(masks)} masks in 25 steps of training. "
            "Hint: is it in the net, and is the net in training mode?"
        )
        shape = np.shape(masks[0])
        assert shape == (batch_size, 2), (
            f"Dropout gets an x of shape {shape} for {batch_size} copies of 2 inputs. "
            "Hint: it stands before the line, and each copy needs a mask of its own."
        )
        expected, curve = two_weights.follow_masks(masks, x, y, 0.005)
        assert_close(losses, curve, name="the list of losses", rtol=1e-3)
        assert_close(w, expected, name="w after training", rtol=1e-3)


@public(points=0.5)
def test_one_mask_is_letters(one_mask: object) -> None:
    """one_mask should be letters from A to E."""
    assert_choices(one_mask, "ABCDE", name="one_mask")


@hidden(points=1)
def test_one_mask(one_mask: object) -> None:
    """one_mask should name what the run shows, and nothing else."""
    hints = {
        "A": "look at the losses of the last hundred steps.",
        "B": "which rows does dropout show, and which loss has each of them?",
        "C": "compare the printed weights with those of Questions 1 and 3.",
        "D": "compare the mean of several long runs with the solution of Question 3.",
        "E": "at the minimum of the average, is the gradient of a single row zero?",
    }
    assert_right_choices(one_mask, "BD", "ABCDE", name="one_mask", hints=hints)
