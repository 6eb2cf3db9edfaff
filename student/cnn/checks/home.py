AT_HOME = False
"""Set by `checks.notebook`. At home all tests are public, so that a message may say
what the answer should be, and one interrupt may stop them all."""
