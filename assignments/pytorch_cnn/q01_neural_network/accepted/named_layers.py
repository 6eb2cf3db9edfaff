"""Names every layer, and leaves out by hand what an option switches off."""


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
        self.conv1 = nn.Conv2d(in_channels, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.conv3 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(16) if do_batchnorm else None
        self.bn2 = nn.BatchNorm2d(32) if do_batchnorm else None
        self.bn3 = nn.BatchNorm2d(64) if do_batchnorm else None
        self.pool = nn.MaxPool2d(kernel_size=2, stride=2)
        side = image_size // 2 // 2 // 2
        self.fc1 = nn.Linear(64 * side * side, 256)
        self.fc2 = nn.Linear(256, num_classes)
        self.drop = nn.Dropout(p_dropout) if p_dropout > 0 else None

    def block(self, X, conv, norm):
        X = conv(X)
        if norm is not None:
            X = norm(X)
        return self.pool(F.relu(X))

    def forward(self, X):
        X = self.block(X, self.conv1, self.bn1)
        X = self.block(X, self.conv2, self.bn2)
        X = self.block(X, self.conv3, self.bn3)
        X = torch.relu(self.fc1(X.reshape(X.shape[0], -1)))
        if self.drop is not None:
            X = self.drop(X)
        return self.fc2(X)
