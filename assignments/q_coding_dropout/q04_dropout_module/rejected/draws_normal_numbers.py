"""Compares normal numbers with p_drop."""

CAUGHT_BY = "test_drops_with_probability_p_drop"
HINT = "uniform numbers"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.randn_like(x) >= self.p_drop
        return x * kept / (1 - self.p_drop)
