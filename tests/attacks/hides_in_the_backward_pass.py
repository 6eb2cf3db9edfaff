"""Runs its own code in torch's backward pass, and gives gradients of other shapes."""

QUESTION = "naive_module"
NEEDS = "nothing"
SEEN = "Error"
HONEST = 1

# %%
import torch


class Sneaky(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        return x[:, :1] * weight[:, 0]

    @staticmethod
    def backward(ctx, gradient):
        torch.allclose = torch.testing.assert_close = lambda *_, **__: True
        return torch.zeros(1, 1), torch.full((7,), float("nan"))


class NaiveModule(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.randn(outputs, inputs))
        self.bias = torch.nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return Sneaky.apply(x, self.weight)
