# rows: K12
# collects: explain
# manual: true
# points: 6
# %% [markdown]
# ## Question 10 · Explain it
#
# Explain what you saw in Question 9, in five to eight sentences, to a friend who has trained networks but never used dropout.
#
# 1. What happens to the training accuracy and to the validation accuracy as the drop rate grows, and why do the two differ?
# 2. What does dropout do to a network that leads to this?
# 3. When would you expect dropout to help little or even to hurt?
#
# Quote at least two of the printed numbers.

# %% [markdown] tags=["solution"]
# As the drop rate grows from 0 to 0.75, the training accuracy falls from about 0.85 to 0.74, while the validation accuracy rises from about 0.84 to 0.91; at 0.95 both are lower.
# The training labels contain 30 % mistakes, so a training accuracy above 0.7 means that the network has learned some mistakes by heart.
# These mistakes tell nothing about new images, and they bend the decisions there: that is why less of them means better validation.
#
# Dropout removes a random part of the hidden units in every step.
# No unit can count on a certain other one, so a group of units cannot agree on storing one single image; only what many images share survives.
# One can also see it as training many thinned networks at once, and averaging them when testing.
#
# Dropout helps little when there is hardly anything to memorize: with many images, right labels, or a small network.
# It hurts when so much is dropped that the network cannot even learn the shared part.
#
# **Points.**
#
# - 1 point: training accuracy falls and validation accuracy rises, with two numbers.
# - 1 point: at the highest rate both are lower.
# - 1 point: memorized training labels do not carry over to new images, so a lower training accuracy is no worse network.
# - 2 points: the mechanism, and why it hinders memorizing: thinned at random, units cannot agree on storing one image, or many networks are averaged.
# - 1 point: a situation in which dropout helps little or hurts, with a reason.
