"""Draws a mask in evaluation and throws it away."""

CAUGHT_BY = "test_evaluation_is_the_identity"
HINT = "ask for the mode before"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        kept = torch.rand_like(x) >= self.p_drop
        if not self.training:
            return x
        return x * kept / (1 - self.p_drop)
