"""Scales the values, but not the gradient."""

CAUGHT_BY = "test_passes_the_gradient_through_the_mask"
HINT = "is the scaling part of the graph"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) >= self.p_drop
        out = x * kept
        out.data /= 1 - self.p_drop
        return out
