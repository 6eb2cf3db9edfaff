"""Takes p_drop for the probability to keep throughout."""

CAUGHT_BY = "test_scales_the_survivors"
HINT = "which share of the entries survives"
TRUE = ("p is the probability to drop",)


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) < self.p_drop
        return x * kept / self.p_drop
