"""Ignores p_dropout."""

CAUGHT_BY = "test_drops_with_the_given_probability"
HINT = "Does dropout come between"


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
        layers += [nn.Flatten(), nn.Linear(image_size**2, 256), nn.ReLU()]
        layers.append(nn.Linear(256, num_classes))
        self.layers = nn.Sequential(*layers)

    def forward(self, X):
        return self.layers(X)
