"""Holds only the layers with parameters, and calls functions for the rest."""


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
        self.p_dropout = p_dropout
        self.last = nn.Linear(256, num_classes)
        self.hidden = nn.Linear(image_size**2, 256)
        sizes = [in_channels, 16, 32, 64]
        self.convs = nn.ModuleList(
            nn.Conv2d(a, b, 3, 1, 1) for a, b in zip(sizes, sizes[1:])
        )
        self.norms = nn.ModuleList(
            nn.BatchNorm2d(b) if do_batchnorm else nn.Identity() for b in sizes[1:]
        )

    def forward(self, X):
        for conv, norm in zip(self.convs, self.norms):
            X = F.max_pool2d(F.relu(norm(conv(X))), kernel_size=2, stride=2)
        X = F.relu(self.hidden(X.flatten(1)))
        return self.last(F.dropout(X, self.p_dropout, self.training))
