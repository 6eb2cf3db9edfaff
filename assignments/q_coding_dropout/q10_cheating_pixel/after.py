# %% tags=["otter_ignore"]
pixels = load_pixels()
print(f"{pixels.name}: accuracy on clean images / with the hint, three seeds")
for cheat_rate in (0.0, 0.5, 0.75):
    results = []
    for seed in range(3):
        torch.manual_seed(seed)
        results.append(cheat_experiment(pixels, cheat_rate))
    shown = "   ".join(f"{clean:.3f} / {hinted:.3f}" for clean, hinted in results)
    print(f"p_drop {cheat_rate:.2f}   {shown}")

# %% [markdown]
# Read down the first number of each pair, then the second one, and compare both with your letters.
# Then think of the two-weight model: which input there was the hint?
