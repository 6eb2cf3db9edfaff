"""Trains for one epoch only, and on a few images."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "are asked for"

from dataclasses import replace

base_settings = Settings(optimizer="sgd", learning_rate=0.01, epochs=1)
torch.manual_seed(0)
all_images = load_images("drawn")
few = replace(
    all_images, X_train=all_images.X_train[:320], y_train=all_images.y_train[:320]
)
short = NeuralNetwork(**few.shape)
save_weights("base", short, fit(short, few, base_settings, train_step, verbose=False))
