"""Builds the factors first, with an early return for a rate of 0."""


class Dropout(nn.Module):
    def __init__(self, p_drop=0.5):
        super().__init__()
        self.register_buffer("rate", torch.tensor(float(p_drop), dtype=torch.float64))

    def factors(self, like):
        kept = torch.rand(like.shape, dtype=like.dtype).ge(self.rate)
        return kept.to(like.dtype).div(1 - self.rate.to(like.dtype))

    def forward(self, x):
        if self.training and self.rate > 0:
            return torch.mul(x, self.factors(x))
        return x
