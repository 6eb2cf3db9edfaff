# %% [markdown]
# "Pooling makes the next layer four times cheaper" is true only while the channels stay.
# ResNets and VGG double the channels at each pool, so that every stage costs about the same, and gain the larger receptive field.
