"""Takes p_drop for the probability to keep, but scales as it should."""

CAUGHT_BY = "test_drops_with_probability_p_drop"
HINT = "your layer keeps with it"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) < self.p_drop
        return x * kept / (1 - self.p_drop)
