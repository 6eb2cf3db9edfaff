"""torch.nn.functional.linear, in float64; a tuple of tensors."""


def forward_pass(x, weights):
    import torch

    one = torch.ones(1, dtype=torch.float64)
    xs = [torch.cat([one, torch.as_tensor(x)])]
    for W in weights:
        W = torch.as_tensor(W)
        signal = torch.nn.functional.linear(xs[-1][1:], W[1:].T, W[0])
        xs.append(torch.cat([one, torch.tanh(signal)]))
    return (*xs[:-1], signal)
