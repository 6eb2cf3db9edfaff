"""Fills the dropped entries of a copy with zeros."""


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if self.training:
            dropped = torch.empty_like(x).uniform_(0, 1) < self.p_drop
            x = x.masked_fill(dropped, 0) * (1 / (1 - self.p_drop))
        return x
