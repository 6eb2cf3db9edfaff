"""Trains with more dropout, a constant learning rate, and noise of another strength."""

bn_dropout_p = 0.5
bn_dropout_settings = Settings(
    optimizer="adamw", learning_rate=2e-3, batch_size=100, epochs=15
)


def stronger(X):
    return (X + 0.15 * torch.randn_like(X)).clamp(0, 1)


torch.manual_seed(3)
mine = load_images("digits")
network = NeuralNetwork(do_batchnorm=True, p_dropout=bn_dropout_p, **mine.shape)
run = fit(
    network, mine, bn_dropout_settings, train_step, augment=stronger, verbose=False
)
save_weights("bn_dropout", network, run)
