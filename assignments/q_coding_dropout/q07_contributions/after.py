# %% tags=["otter_ignore"]
w_without, w_with, part_without, part_with = compare(x, y)
print(
    "without dropout: w", w_without.round(4), "  contributions", part_without.round(4)
)
print("with dropout:    w", w_with.round(4), "  contributions", part_with.round(4))
wishes, too_much, wish_error = tug_of_war(x, y, 0.5)
print("wishes", wishes, f"  output {too_much:.0f}   squared error {wish_error:.0f}")

# %% [markdown]
# Which weight is the larger one in each row, and what becomes of the contributions?
# Hold the wishes and the output that they give against your letters.
