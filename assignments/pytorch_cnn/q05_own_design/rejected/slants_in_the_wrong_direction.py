"""Measures the slant of each image and doubles it instead of taking it away."""

CAUGHT_BY = "test_own_network_reads_turned_images"
HINT = "which way does your network see them"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        mass = (X - X.amin((1, 2, 3), keepdim=True)) ** 2
        place = torch.linspace(-1, 1, 8)
        total = mass.sum((1, 2, 3), keepdim=True)
        x = place - (mass * place).sum((1, 2, 3), keepdim=True) / total
        row = (mass * place[:, None]).sum((1, 2, 3), keepdim=True) / total
        y = place[:, None] - row
        slant = (mass * x * y).sum((1, 2, 3)) / (mass * y * y).sum((1, 2, 3))
        rows = torch.eye(2, 3).repeat(len(X), 1, 1)
        rows[:, 0, 1] = -1.7 * slant
        rows[:, 0, 2] = 1.7 * slant * row.flatten()
        grid = F.affine_grid(rows, X.shape, align_corners=True)
        return super().forward(
            F.grid_sample(X, grid, padding_mode="border", align_corners=True)
        )
