"""Says the defaults too, in another order."""

base_settings = Settings(
    epochs=10,
    schedule="constant",
    batch_size=64,
    weight_decay=0.0,
    learning_rate=0.001,
    optimizer="adam",
)
