"""Turns every picture by 15 degrees before it looks, those that are turned too."""

CAUGHT_BY = "test_own_network_reads_turned_images"
HINT = "which way does your network see them"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        rows = torch.tensor([[0.966, -0.259, 0.0], [0.259, 0.966, 0.0]])
        grid = F.affine_grid(rows.repeat(len(X), 1, 1), X.shape, align_corners=False)
        return super().forward(
            F.grid_sample(X, grid, padding_mode="border", align_corners=False)
        )
