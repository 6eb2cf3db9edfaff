# %% tags=["otter_ignore"]
rows, targets = dropout_rows(x, y)
w_dropout, training_loss, test_loss = fit_rows(rows, targets, x, y)
for row, row_target in zip(rows, targets):
    print(f"{row[0]:4.0f} {row[1]:4.0f}   target {row_target:.0f}")
print("w =", w_dropout.round(4), f"  prediction in testing {w_dropout @ x:.4f}")
print(f"training loss {training_loss:.4f}   test loss {test_loss:.4f}")

# %% [markdown]
# The row of zeros asks for 11 and gets 0, whatever $w$ is.
# Leave it out, and $w$ stays the same, but the loss changes.
