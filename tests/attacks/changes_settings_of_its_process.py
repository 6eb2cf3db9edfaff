"""Changes locale, umask, folder, precision of decimals and switching of threads."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "is not defined|settings"

# %%
import decimal
import gc
import locale
import os
import sys

locale.setlocale(locale.LC_ALL, "C")
os.umask(0o777)
os.mkdir("elsewhere")
os.chdir("/")
sys.setswitchinterval(1e-6)
decimal.getcontext().prec = 1
gc.set_threshold(1)
sys.float_repr_style = "none"
sys.set_int_max_str_digits(640)
raise RuntimeError("settings are changed")
