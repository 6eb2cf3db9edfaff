"""Trains a network of linear layers and layer norm, in batches of 128.

It learns faster than convolutions do, and this answer is trained and run often.
"""


class OwnNetwork(nn.Module):
    def __init__(self, in_channels, image_size, num_classes):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Flatten(),
            nn.Linear(in_channels * image_size**2, 256),
            nn.LayerNorm(256),
            nn.GELU(),
            nn.Linear(256, 256),
            nn.LayerNorm(256),
            nn.GELU(),
            nn.Linear(256, num_classes),
        )

    def forward(self, X):
        return self.layers(F.layer_norm(X, X.shape[1:]))


def own_augment(X):
    return disturb(X, 27, 0.16, 0.35)


own_settings = Settings(
    learning_rate=6e-3,
    batch_size=128,
    epochs=60,
    schedule="cosine",
    label_smoothing=0.1,
)
torch.manual_seed(5)
mine = load_images("digits")
trained = OwnNetwork(**mine.shape)
run = fit(trained, mine, own_settings, train_step, augment=own_augment, verbose=False)
save_weights("own", trained, run)
