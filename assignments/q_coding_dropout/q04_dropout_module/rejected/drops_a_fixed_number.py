"""Drops the same number of entries each time."""

CAUGHT_BY = "test_tosses_a_coin_for_each_entry"
HINT = "do not choose how many"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        drawn = torch.randperm(x.numel()).reshape(x.shape)
        kept = drawn >= round(self.p_drop * x.numel())
        return x * kept / (1 - self.p_drop)
