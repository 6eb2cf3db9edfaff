"""Works for matrices only."""

CAUGHT_BY = "test_takes_any_shape_and_keeps_the_dtype"
HINT = "any number of axes"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], x.shape[1]) >= self.p_drop
        return torch.einsum("ij,ij->ij", x, kept.to(x.dtype)) / (1 - self.p_drop)
