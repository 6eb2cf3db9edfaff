"""Keeps the layers of the blocks in a plain list, where no optimizer finds them."""

CAUGHT_BY = "test_has_the_parameters_of_its_layers"
HINT = "layers in a plain list are not registered"


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
        self.blocks = []
        for before, width in zip((in_channels, 16, 32), (16, 32, 64)):
            self.blocks.append(nn.Conv2d(before, width, 3, padding=1))
            if do_batchnorm:
                self.blocks.append(nn.BatchNorm2d(width))
            self.blocks += [nn.ReLU(), nn.MaxPool2d(2)]
        self.hidden = nn.Linear(image_size**2, 256)
        self.dropout = nn.Dropout(p_dropout) if p_dropout else nn.Identity()
        self.last = nn.Linear(256, num_classes)

    def forward(self, X):
        for layer in self.blocks:
            X = layer(X)
        return self.last(self.dropout(self.hidden(X.flatten(1)).relu()))
