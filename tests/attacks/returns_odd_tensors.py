"""Returns tensors without data, sparse or quantised ones, and tensors with hooks."""

QUESTION = "naive_module"
NEEDS = "nothing"
SEEN = "Error"
HONEST = 1

# %%
import torch


class Agreeing(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True


kinds = [
    lambda x: torch.zeros(6, 2, device="meta"),
    lambda x: torch.zeros(6, 2).to_sparse(),
    lambda x: torch.quantize_per_tensor(torch.zeros(6, 2), 0.1, 0, torch.quint8),
    lambda x: torch.zeros(6, 2).as_subclass(Agreeing),
    lambda x: torch.zeros(1).expand(2**30, 2**30),
]


class NaiveModule(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.randn(outputs, inputs))
        self.bias = torch.nn.Parameter(torch.zeros(outputs))
        self.register_forward_hook(lambda *_: torch.zeros(1))
        self.weight.register_hook(lambda gradient: gradient * 0)

    def forward(self, x):
        return kinds.pop()(x) if kinds else x
