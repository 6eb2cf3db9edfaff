"""Hands the work to the library's own layer."""

CAUGHT_BY = "test_doubles_or_drops"
HINT = "build it from torch.rand"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.layer = nn.Dropout(p_drop)

    def forward(self, x):
        return self.layer(x)
