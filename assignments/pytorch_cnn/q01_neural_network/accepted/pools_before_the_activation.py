"""Pools before ReLU and drops before ReLU: both give the same function."""


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

        def block(a, b):
            norm = [nn.BatchNorm2d(b)] if do_batchnorm else []
            return nn.Sequential(
                nn.Conv2d(a, b, (3, 3), padding="same"),
                *norm,
                nn.MaxPool2d(2),
                nn.ReLU(),
            )

        self.features = nn.Sequential(
            block(in_channels, 16), block(16, 32), block(32, 64), nn.Flatten()
        )
        drop = [nn.Dropout(p=p_dropout)] if p_dropout else []
        self.classifier = nn.Sequential(
            nn.Linear(64 * (image_size // 8) * (image_size // 8), 256),
            *drop,
            nn.ReLU(inplace=True),
            nn.Linear(256, num_classes),
        )

    def forward(self, X):
        return self.classifier(self.features(X))
