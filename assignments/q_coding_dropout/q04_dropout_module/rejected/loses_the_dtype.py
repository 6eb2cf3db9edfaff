"""Multiplies with a float64 mask."""

CAUGHT_BY = "test_takes_any_shape_and_keeps_the_dtype"
HINT = "of which dtype is your mask"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) >= self.p_drop
        return x * kept.double() / (1 - self.p_drop)
