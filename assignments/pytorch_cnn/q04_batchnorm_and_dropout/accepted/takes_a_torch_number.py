"""Gives the probability as a tensor with one number, and the settings by position."""

bn_dropout_p = torch.tensor(0.3)
bn_dropout_settings = Settings("adam", 2e-3, 64, 14, schedule="cosine")
