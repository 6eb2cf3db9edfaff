"""Returns logarithms of probabilities, which are logits too: softmax keeps them.

The layers are linear, since this answer is run often and convolutions take longer.
"""


class OwnNetwork(nn.Module):
    def __init__(self, in_channels, image_size, num_classes):
        super().__init__()
        self.first = nn.Linear(in_channels * image_size**2, 256)
        self.second = nn.Linear(256, 256)
        self.last = nn.Linear(256, num_classes)

    def forward(self, X):
        X = X.flatten(1)
        for layer in (self.first, self.second):
            X = F.relu(F.layer_norm(layer(F.layer_norm(X, X.shape[1:])), (256,)))
        return F.log_softmax(self.last(X), dim=1)


def own_augment(X):
    return disturb(X, degrees=27, share=0.16, noise=0.35)


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
