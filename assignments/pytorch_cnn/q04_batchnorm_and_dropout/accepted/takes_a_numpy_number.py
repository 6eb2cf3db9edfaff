"""Gives the probability as a number of NumPy, with the weights as they are."""

import numpy as np

bn_dropout_p = np.linspace(0.1, 0.5, 3)[1]
bn_dropout_settings = Settings(
    schedule="cosine", epochs=14, batch_size=64, learning_rate=0.002
)
