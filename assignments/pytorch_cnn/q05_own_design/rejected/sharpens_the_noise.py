"""Sharpens the images, and with them the noise."""

CAUGHT_BY = "test_own_network_reads_noisy_images"
HINT = "smooth it or sharpen it"

from solution import OwnNetwork


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        X = (X - X.mean((1, 2, 3), keepdim=True)) / (
            X.std((1, 2, 3), keepdim=True) + 1e-3
        )
        blurred = F.avg_pool2d(F.pad(X, (1, 1, 1, 1), mode="replicate"), 3, 1)
        return super().forward(X + 2.0 * (X - blurred))
