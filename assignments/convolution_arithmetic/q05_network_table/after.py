# %% tags=["otter_ignore"]
block_of_two = [("CONV3", 10), ("POOL2", None)]
digit_network = [*block_of_two, *block_of_two, ("FLATTEN", None), ("FC", 3)]
table_shape, table_total = (1, 28, 28), 0
for kind, size in digit_network:
    row_params, table_shape = table_row(kind, size, table_shape)
    table_total += row_params
    print(f"{kind:8}{row_params:6}  {table_shape}")
print(f"in all  {table_total:6}")

# %% [markdown]
# More than half of the parameters sit in the dense layer, although it has only three outputs.
