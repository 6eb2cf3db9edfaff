"""Trains a network without batch norm, in batches of 32, for some epochs."""


class OwnNetwork(nn.Module):
    def __init__(self, in_channels, image_size, num_classes):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(in_channels, 24, 3, padding=1),
            nn.GroupNorm(4, 24),
            nn.GELU(),
            nn.Conv2d(24, 32, 3, padding=1, stride=2),
            nn.GroupNorm(4, 32),
            nn.GELU(),
            nn.Conv2d(32, 48, 3, padding=1),
            nn.GroupNorm(4, 48),
            nn.GELU(),
            nn.Flatten(),
            nn.Linear(48 * image_size**2 // 4, num_classes),
        )

    def forward(self, X):
        low, high = X.amin((1, 2, 3), keepdim=True), X.amax((1, 2, 3), keepdim=True)
        return self.layers((X - low) / (high - low + 1e-3))


def own_augment(X):
    return disturb(X, 29, 0.18, 0.25)


own_settings = Settings(learning_rate=2e-3, batch_size=32, epochs=25, schedule="cosine")
torch.manual_seed(5)
mine = load_images("digits")
trained = OwnNetwork(**mine.shape)
run = fit(trained, mine, own_settings, train_step, augment=own_augment, verbose=False)
save_weights("own", trained, run)
