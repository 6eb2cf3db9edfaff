"""Chooses between the grown entry and zero."""


class Dropout(nn.Module):
    def __init__(self, p_drop):
        super().__init__()
        self.p_drop = p_drop

    def forward(self, x):
        if not self.training:
            return x.clone()
        dropped = torch.rand(x.shape) < self.p_drop
        return torch.where(dropped, torch.zeros_like(x), x / (1 - self.p_drop))
