"""Tosses one coin for each row."""

CAUGHT_BY = "test_tosses_a_coin_for_each_entry"
HINT = "a coin of its own"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand(len(x), *[1] * (x.ndim - 1)) >= self.p_drop
        return x * kept / (1 - self.p_drop)
