"""Names every layer, uses layer norm, pools by hand, and renames the weights."""

from safetensors.torch import save_file
from solution import OwnNetwork

from deeplearning.weights import read_weights

ordered = list(OwnNetwork().state_dict())


def larger(X, dim):
    """Keep the larger of each two neighbours; done twice, that is max pooling."""
    return torch.maximum(*X.unflatten(dim, (-1, 2)).unbind(dim + 1))


class OwnNetwork(nn.Module):
    def __init__(self, in_channels=3, image_size=32, num_classes=10):
        super().__init__()
        widths = [in_channels, 16, 32, 64, 64]
        for i, (a, b) in enumerate(zip(widths, widths[1:])):
            setattr(self, f"conv{i}", nn.Conv2d(a, b, 3, padding=1, bias=False))
            setattr(self, f"norm{i}", nn.BatchNorm2d(b))
        self.last = nn.Linear(64 * (image_size // 8) ** 2, num_classes)

    def forward(self, X):
        X = F.layer_norm(X, X.shape[1:])
        for i in range(4):
            X = F.relu(getattr(self, f"norm{i}")(getattr(self, f"conv{i}")(X)))
            X = larger(larger(X, 2), 3) if i < 3 else X
        return self.last(F.dropout(X.flatten(1), 0.2, self.training))


weights = read_weights("own")
names = OwnNetwork().state_dict()
save_file({new: weights[old] for new, old in zip(names, ordered)}, "own.safetensors")
