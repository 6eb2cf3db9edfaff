"""Drops in evaluation as well."""

CAUGHT_BY = "test_evaluation_of_a_worked_example"
HINT = "dropout is still on"


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        kept = torch.rand_like(x) >= self.p_drop
        return x * kept / (1 - self.p_drop)
