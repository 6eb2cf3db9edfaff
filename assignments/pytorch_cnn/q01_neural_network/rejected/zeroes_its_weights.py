"""Sets its own weights to zero while it is called, and computes nothing."""

CAUGHT_BY = "test_computes_the_plain_network"
HINT = "only the optimizer changes them"


class NeuralNetwork(nn.Module):
    def __init__(
        self,
        do_batchnorm=False,
        p_dropout=0.0,
        in_channels=3,
        image_size=32,
        num_classes=100,
    ):
        super().__init__()
        sizes = [in_channels, 16, 32, 64]
        self.convs = nn.ModuleList(
            nn.Conv2d(a, b, 3, 1, 1) for a, b in zip(sizes, sizes[1:])
        )
        norms = sizes[1:] if do_batchnorm else []
        self.norms = nn.ModuleList(nn.BatchNorm2d(b) for b in norms)
        self.hidden = nn.Linear(image_size**2, 256)
        self.last = nn.Linear(256, num_classes)

    def forward(self, X):
        with torch.no_grad():
            for weights in self.parameters():
                weights.fill_(0.0)
        return torch.zeros(len(X), self.last.out_features, dtype=X.dtype)
