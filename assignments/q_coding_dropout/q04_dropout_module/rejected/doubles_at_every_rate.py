"""Doubles the survivors whatever the rate."""

CAUGHT_BY = "test_scales_the_survivors"
HINT = "the factor 2 is right for p = 0.5"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) >= self.p_drop
        return x * kept * 2
