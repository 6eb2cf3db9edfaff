"""Moves each image by its centre of mass, away from the middle."""

CAUGHT_BY = "test_own_network_reads_shifted_images"
HINT = "to an image that has moved"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        ground = X.flatten(2).median(2).values[..., None, None]
        mass = ((X - ground) ** 2).sum(1, keepdim=True) ** 2
        place = torch.linspace(-31 / 32, 31 / 32, 32)
        total = mass.sum((1, 2, 3))
        rows = torch.eye(2, 3).repeat(len(X), 1, 1)
        rows[:, 0, 2] = -(mass * place).sum((1, 2, 3)) / total
        rows[:, 1, 2] = -(mass * place[:, None]).sum((1, 2, 3)) / total
        grid = F.affine_grid(rows, X.shape, align_corners=False)
        return super().forward(
            F.grid_sample(X, grid, padding_mode="border", align_corners=False)
        )
