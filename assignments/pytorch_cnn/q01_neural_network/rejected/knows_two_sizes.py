"""Knows the flattened sizes of two kinds of images only."""

CAUGHT_BY = "test_computes_the_plain_network"
HINT = "numbers leave block 3"


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
        layers, before = [], in_channels
        for width in (16, 32, 64):
            layers.append(nn.Conv2d(before, width, 3, padding=1))
            if do_batchnorm:
                layers.append(nn.BatchNorm2d(width))
            layers += [nn.ReLU(), nn.MaxPool2d(2)]
            before = width
        layers += [
            nn.Flatten(),
            nn.Linear(1024 if image_size == 32 else 64, 256),
            nn.ReLU(),
        ]
        if p_dropout > 0:
            layers.append(nn.Dropout(p_dropout))
        layers.append(nn.Linear(256, num_classes))
        self.layers = nn.Sequential(*layers)

    def forward(self, X):
        return self.layers(X)
