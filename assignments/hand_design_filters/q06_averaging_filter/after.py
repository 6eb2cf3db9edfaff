# %% tags=["otter_ignore"]
blurred = {f"n = {n}": averaging_filtering(noisy_photo, n) for n in (2, 4, 9)}
show_images(blurred)
flat = (slice(4, 30), slice(4, 20))  # a part of the sky, a few grey levels from flat
for label, blurry in {"as it is": noisy_photo, **blurred}.items():
    print(
        f"{label:10} noise in the sky {np.std(blurry[flat] - photo[flat] * 1.0):5.1f}"
    )

# %% [markdown]
# The mean of $n^2$ independent pixels has $n$ times less noise, and the printed numbers come close to that law.
#
# The price is sharpness, and the fine stripes are gone first: they repeat every four pixels, so a window of four sees their mean everywhere.
# A filter is chosen for what it keeps *and* for what it removes.
