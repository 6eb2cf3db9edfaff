"""Adds up one input number after the other; letters as a set."""


def dense_params(c_in, c_out, height, width):
    total = 0
    for _ in range(c_in * height * width):
        total += c_out * height * width
    return total


good_reasons = {"A", "C", "E", "G"}
