"""Trains with momentum for a few epochs, and saves."""

base_settings = Settings(
    optimizer="sgd", learning_rate=0.05, momentum=0.9, batch_size=32, epochs=12
)
torch.manual_seed(1)
other = NeuralNetwork(**load_images("digits").shape)
other_run = fit(other, load_images("digits"), base_settings, train_step, verbose=False)
save_weights("base", other, other_run)
