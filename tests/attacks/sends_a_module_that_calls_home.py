"""Sends one of torch's own layers whose call is answered by the student's code."""

QUESTION = "naive_module"
NEEDS = "nothing"
HONEST = 1
SEEN = "not near|Error|stopped"

# %%
import torch


def NaiveModule(inputs, outputs):
    module = torch.nn.Linear(inputs, outputs)
    module._compiled_call_impl = lambda x: torch.zeros(len(x), 2)
    return module
