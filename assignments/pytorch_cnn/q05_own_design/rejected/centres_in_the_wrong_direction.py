"""Moves each image by its centre of mass, away from the middle."""

CAUGHT_BY = "test_own_network_reads_shifted_images"
HINT = "to an image that has moved"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        mass = (X - X.amin((1, 2, 3), keepdim=True)) ** 2
        place = torch.linspace(-0.875, 0.875, 8)
        total = mass.sum((1, 2, 3))
        rows = torch.eye(2, 3).repeat(len(X), 1, 1)
        rows[:, 0, 2] = -1.5 * (mass * place).sum((1, 2, 3)) / total
        rows[:, 1, 2] = -1.5 * (mass * place[:, None]).sum((1, 2, 3)) / total
        grid = F.affine_grid(rows, X.shape, align_corners=False)
        return super().forward(
            F.grid_sample(X, grid, padding_mode="border", align_corners=False)
        )
