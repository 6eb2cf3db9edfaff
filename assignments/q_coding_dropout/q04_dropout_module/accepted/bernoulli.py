"""Draws the mask with bernoulli, in the dtype of x."""


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.keep = 1.0 - p_drop

    def forward(self, x):
        if self.training:
            return x * torch.bernoulli(torch.full_like(x, self.keep)) / self.keep
        return x
