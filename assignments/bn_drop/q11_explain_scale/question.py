# rows: K8
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question 11 · Explain the flat curve
#
# Look at the two curves of Question 8, and explain them in four to six sentences to a friend who knows backpropagation.
#
# 1. Why does a deep network without batch normalization train only from a narrow range of scales, and what goes wrong on each side?
# 2. Why does batch normalization make the range so much wider?
# 3. Why does the normalized curve still sink at large scales?
#
# Quote two of the printed numbers.

# %% [markdown] tags=["solution"]
# Without batch normalization each hidden layer multiplies the spread of its input by about the scale of the weights times the square root of the width.
# After five layers that factor stands to the fifth power: below a certain scale the signal and its gradient die out, and above it the scores start so large that the first steps are wild.
# Only scales whose factor is near 1 train, so accuracies go from 0.24 to 0.95 here.
#
# With batch normalization each hidden layer divides by the spread of its batch.
# A constant in front of the weights multiplies the spread as well, so it cancels, and in every hidden layer the normalized values start with spread 1: accuracies go from 0.86 to 0.96 only.
# At large scales the output layer, which nothing normalizes, starts with scores that are large and wrong; and 80 steps of Adam of about 0.01 each hardly move weights of size 1, so little is repaired.
#
# **Points.**
#
# - 1 point: both sides without the layer: dying below, too large above.
# - 1 point: the layers multiply, so the effect grows with depth.
# - 1 point: the scale cancels, because the spread that is divided by carries the same factor.
# - 1 point: a reason for the right end (the output layer's large first scores, or steps that are small beside the weights), and two numbers agree with the plot.
