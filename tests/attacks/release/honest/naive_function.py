def naive_function(x, weigh):
    return weigh(x) + np.tanh(x)
