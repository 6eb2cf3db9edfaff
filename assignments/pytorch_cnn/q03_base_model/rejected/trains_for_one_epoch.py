"""Trains for one epoch only."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "are asked for"

base_settings = Settings(optimizer="sgd", learning_rate=0.01, epochs=1)
short_images = load_images("digits")
short = NeuralNetwork(**short_images.shape)
save_weights(
    "base", short, fit(short, short_images, base_settings, train_step, verbose=False)
)
