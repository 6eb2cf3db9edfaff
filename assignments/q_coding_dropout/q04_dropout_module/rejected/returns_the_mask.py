"""Returns the mask instead of the output."""

CAUGHT_BY = "test_doubles_or_drops"
HINT = "a mask is 0 or that factor"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) >= self.p_drop
        return kept / (1 - self.p_drop)
