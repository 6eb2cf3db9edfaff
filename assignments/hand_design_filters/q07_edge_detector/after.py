# %% tags=["otter_ignore"]
outlines = {
    "edges of the scene": edge_detecting(photo),
    "with noise": edge_detecting(noisy_photo),
    "averaged first": edge_detecting(averaging_filtering(noisy_photo, 3)),
}
show_images(outlines, signed=True, width=8.0)
for label, outline in outlines.items():
    print(f"{label:18} spread in the sky {np.std(outline[flat]):5.1f}")

# %% [markdown]
# Grey is zero here.
# The sky has a ramp, and the Laplacian sees only its rounding to bytes: outlines remain, each with a bright and a dark side.
#
# Compare the second and the third picture with the first: what is gained, and what is lost?
# Away from the border, two convolutions in a row are one convolution with a larger kernel: this pair is again a single filter, one that a network could learn.
