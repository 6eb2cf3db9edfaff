"""Computes with numbers in lists, dictionaries, texts and closures, not its weights."""

QUESTION = "naive_module"
NEEDS = "nothing"
SEEN = r"It is not near"
HONEST = 1

# %%
import json

import numpy as np
import torch


def closed_over(numbers):
    kept = list(numbers)
    return lambda: kept


class NaiveModule(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.randn(outputs, inputs))
        self.bias = torch.nn.Parameter(torch.zeros(outputs))
        numbers = torch.randn(outputs * inputs).tolist()
        array = np.array(numbers)
        self.stores = [
            lambda: [*numbers],
            lambda: list({str(at): each for at, each in enumerate(numbers)}.values()),
            lambda text=json.dumps(numbers): json.loads(text),
            closed_over(numbers),
            lambda: array.tolist(),
            lambda data=array.tobytes(): np.frombuffer(data).tolist(),
        ]
        self.table = numbers * 1000
        self.calls = 0

    def forward(self, x):
        self.calls += 1
        kept = torch.tensor(self.stores[self.calls % len(self.stores)]())
        return torch.tanh(x @ kept.reshape(self.weight.shape).T)
