"""Classic dropout: scales in evaluation instead of training."""

CAUGHT_BY = "test_evaluation_is_the_identity"
HINT = "leave x alone in testing"
TRUE = ("the survivors are unscaled",)


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x * (1 - self.p_drop)
        kept = torch.rand_like(x) >= self.p_drop
        return x * kept
