"""Drops entries of the caller's tensor."""

CAUGHT_BY = "test_leaves_its_input_alone"
HINT = "makes a new tensor"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.rand_like(x) >= self.p_drop
        x *= kept
        x /= 1 - self.p_drop
        return x
