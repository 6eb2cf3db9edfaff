from __future__ import annotations


from torch import nn

from checks.hints import recognise

TWICE = "one batch, one gradient, one update."
UNCHANGED = "nothing has moved: what is in `w.grad` when the update happens?"


def line(weight):
    model = nn.Linear(1, 1, bias=False)
    nn.init.constant_(model.weight, weight)
    return model


def worked_hint(weight):
    mistakes = [
        (UNCHANGED, 2.0),
        (TWICE, -5.2),
        ("an update goes down the slope.", 5.6),
    ]
    return recognise(weight.ravel(), [(hint, [value]) for hint, value in mistakes])


def worked_loss_hint(loss):
    return recognise(loss, [("it is the loss *before* the update.", 23.04)], rtol=1e-4)
