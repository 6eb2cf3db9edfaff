"""Averages the logits of slightly moved copies of each image."""

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        if self.training:
            return super().forward(X)
        moves = [(0, 0), (0, 1), (1, 0), (0, -1), (-1, 0)]
        corner = X[..., :1, :1]
        logits = []
        for move in moves:
            copy = torch.roll(F.pad(X - corner, (1, 1, 1, 1)), move, (2, 3))
            logits.append(super().forward(copy[..., 1:-1, 1:-1] + corner))
        return (2 * logits[0] + sum(logits[1:])) / 6
