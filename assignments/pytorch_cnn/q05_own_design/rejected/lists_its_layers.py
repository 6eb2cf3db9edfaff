"""Keeps its layers in a plain list, so only the last one is trained and saved."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "Layers in a plain list are not saved"

from safetensors.torch import save_file
from solution import OwnNetwork


class OwnNetwork(nn.Module):
    def __init__(self, in_channels=3, image_size=32, num_classes=10):
        super().__init__()
        widths = [in_channels, 16, 32, 64]
        self.blocks = []
        for before, width in zip(widths, widths[1:]):
            self.blocks.append(nn.Conv2d(before, width, 3, padding=1))
        self.last = nn.Linear(64 * (image_size // 8) ** 2, num_classes)

    def forward(self, X):
        for block in self.blocks:
            X = F.max_pool2d(F.relu(block(X)), 2)
        return self.last(X.flatten(1))


save_file(OwnNetwork().state_dict(), "own.safetensors")
