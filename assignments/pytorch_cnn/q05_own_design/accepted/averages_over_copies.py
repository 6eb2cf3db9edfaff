"""Averages the logits of each image and of a slightly moved copy."""

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        if self.training:
            return super().forward(X)
        corner = X[..., :1, :1]
        wide = F.pad(X - corner, (1, 0))
        moved = wide[..., :-1] + corner
        return (2 * super().forward(X) + super().forward(moved)) / 3
