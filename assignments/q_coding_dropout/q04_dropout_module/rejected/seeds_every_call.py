"""Sets the seed in every call."""

CAUGHT_BY = "test_draws_a_new_mask_in_each_call"
HINT = "where do the coins of a call come from"
TRUE = ("where do the coins of a call come from",)


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        torch.manual_seed(0)
        kept = torch.rand_like(x) >= self.p_drop
        return x * kept / (1 - self.p_drop)
