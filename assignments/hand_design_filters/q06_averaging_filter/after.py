# %% tags=["otter_ignore"]
blurred = {f"n = {n}": averaging_filtering(noisy_photo, n) for n in (2, 4, 9)}
show_images(blurred)
flat = (slice(4, 30), slice(4, 20))  # a part of the sky
for label, blurry in {"as it is": noisy_photo, **blurred}.items():
    print(
        f"{label:10} noise in the sky {np.std(blurry[flat] - photo[flat] * 1.0):5.1f}"
    )

# %% [markdown]
# The printed numbers follow a law: which one, and why?
# Then look at the fine stripes in the three pictures, and count how many pixels one stripe and its gap take.
# Question 9 asks for both.
#
# A filter is chosen for what it keeps *and* for what it removes.
