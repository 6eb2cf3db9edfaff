# %% tags=["otter_ignore"]
own_gamma, own_beta = identity_params(earlier_h, 0.0)
restored_h = scaled_and_shifted(earlier_h, own_gamma, own_beta)
print("largest change with your parameters:", np.abs(restored_h - earlier_h).max())

# %% [markdown]
# With your parameters the layer does nothing, for this batch.
