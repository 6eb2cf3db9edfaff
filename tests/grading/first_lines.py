# ruff: noqa: E501  # each cell on a line of its own
"""What people write at the top of a notebook: IPython's own magics, usual imports.

Each line is a cell of its own. `test_shell` runs them in a real kernel and in our
worker, and compares which of them end with an error.
"""

from __future__ import annotations

MAGICS = r"""
%matplotlib
%matplotlib inline
%matplotlib agg
%matplotlib --list
%matplotlib -l
%config InlineBackend.figure_format = 'retina'
%config InlineBackend.figure_formats = ['svg']
%config InlineBackend.rc = {}
%config
%config IPCompleter.greedy = True
%config Completer.use_jedi = False
%config InteractiveShell.ast_node_interactivity = 'all'
%config InteractiveShell.ast_node_interactivity = 'last_expr'
%pylab
%pylab inline
%pylab inline --no-import-all
%gui
%gui inline
%load_ext autoreload
%reload_ext autoreload
%unload_ext autoreload
%load_ext autoreload\n%autoreload 2
%load_ext no_such_extension
%cd
%cd .
%cd ..
%cd -
%cd -q .
%cd /content/drive/MyDrive/hw
%cd "/content/drive/My Drive"
%cd ~
%pushd .
%popd
%dirs
%dhist
%bookmark here
%bookmark -l
%bookmark -d here
%bookmark -r
%pwd
%ls
%ls -l
%ll
%mkdir made
%env
%env HOMEWORK=1
%env HOMEWORK
%set_env HOMEWORK 1
%env CUDA_VISIBLE_DEVICES=0
%store
%store -r
%store -z
%autosave 0
%autosave 120
%connect_info
%notebook saved.ipynb
%history
%hist
%hist -n
%recall
%rerun
%save kept.py 1
%macro again 1
%logstate
%logoff
%logon
%logstart
%logstop
%lsmagic
%magic
%quickref
%page 1
%pinfo print
%pinfo2 print
%pdoc print
%pdef print
%psource textwrap
%pfile textwrap
%psearch p*
%pprint
%precision 4
%precision
%colors nocolor
%colors linux
%xmode Plain
%xmode Verbose
%xmode Minimal
%xmode Context
%automagic
%automagic
%autocall
%autocall 0
%autoawait
%autoawait asyncio
%alias
%alias say echo
%unalias say
%alias_magic t timeit
%rehashx
%doctest_mode
%doctest_mode
%pdb on
%pdb off
%tb
%time 1 + 1
%timeit -n 1 -r 1 1 + 1
%prun 1 + 1
%who
%who_ls
%whos
%xdel nobody
%reset -f
%reset_selective -f nobody
%run no_such_file.py
%run -i no_such_file.py
%load no_such_file.py
%loadpy no_such_file.py
%pycat no_such_file.py
%pip list
%pip install -q numpy
%conda list
%conda install numpy
%uv pip list
%sx true
%system true
%sc l=true
%killbgscripts
%code_wrap
%edit
%ed
%clear
%cls
%less /etc/passwd
%more /etc/passwd
%man ls
%cat /etc/passwd
%subshell
%debug
%no_such_magic
%capture
!true
!pip install numpy
!ls
files = !ls
!!true
?print
print?
print??
%%time\nx = 1
%%timeit -n 1 -r 1\nx = 1
%%capture\nprint(1)
%%capture out\nprint(1)
%%capture --no-display\nprint(1)
%%bash\ntrue
%%sh\ntrue
%%script true\nx
%%system\ntrue
%%sx\ntrue
%%!\ntrue
%%html\n<b>1</b>
%%HTML\n<b>1</b>
%%markdown\n# a
%%latex\n$x$
%%javascript\n1
%%js\n1
%%svg\n<svg/>
%%writefile written.py\nx = 1
%%writefile -a written.py\ny = 1
%%file other.py\nx = 1
%run written.py
%run -i written.py
%load written.py
%pycat written.py
%%prun\nx = 1
%%no_such_magic\nx = 1
%%code_wrap before\nx = 1
""".strip().splitlines()

CODE = r"""
import numpy as np
import matplotlib
import matplotlib.pyplot as plt
import matplotlib as mpl; mpl.use("agg")
import matplotlib; matplotlib.use("module://matplotlib_inline.backend_inline")
from matplotlib import pyplot as plt; plt.ion()
from matplotlib import pyplot as plt; plt.ioff()
import matplotlib.pyplot as plt; plt.style.use("ggplot"); plt.figure(); plt.show()
import matplotlib.pyplot as plt; plt.plot([1]); plt.savefig("figure.png")
import matplotlib.pyplot as plt; plt.rcParams["figure.figsize"] = (10, 8)
from mpl_toolkits.mplot3d import Axes3D
from matplotlib import animation, cm, colors
from matplotlib_inline.backend_inline import set_matplotlib_formats; set_matplotlib_formats("svg")
import matplotlib_inline; matplotlib_inline.backend_inline.set_matplotlib_formats("retina")
from IPython.display import display, HTML, Image, Markdown, Math, SVG
from IPython.display import display; display(1)
from IPython.display import HTML; HTML("<b>1</b>")
from IPython.display import clear_output; clear_output(wait=True)
from IPython.display import set_matplotlib_formats
from IPython import get_ipython; get_ipython()
from IPython.core.interactiveshell import InteractiveShell; InteractiveShell.ast_node_interactivity = "all"
from IPython.core.magic import register_line_magic
from IPython.core.getipython import get_ipython; get_ipython().run_line_magic("pwd", "")
get_ipython().run_line_magic("matplotlib", "inline")
get_ipython().run_line_magic("load_ext", "autoreload")
get_ipython().run_cell_magic("capture", "", "x = 1")
get_ipython().magic("matplotlib inline")
get_ipython().system("true")
get_ipython().run_cell("x = 1")
get_ipython().kernel
get_ipython().kernel.shell
get_ipython().config
get_ipython().config["IPKernelApp"]
"IPKernelApp" in get_ipython().config
get_ipython().has_trait("kernel")
get_ipython().ast_node_interactivity
get_ipython().user_ns["np"] = None
get_ipython().display_formatter
get_ipython().events.register("post_run_cell", lambda *_: None)
get_ipython().set_custom_exc((KeyError,), lambda *_: None)
get_ipython().set_next_input("x = 1")
get_ipython().ex("x = 1")
get_ipython().ev("1")
get_ipython().push({"pushed": 1})
get_ipython().getoutput("true")
get_ipython().history_manager
get_ipython().enable_matplotlib("inline")
get_ipython().parent_header
import asyncio; asyncio.create_task(asyncio.sleep(0))
import asyncio; await asyncio.sleep(0)
import asyncio; asyncio.get_running_loop()
import asyncio; asyncio.get_event_loop()
import asyncio; asyncio.ensure_future(asyncio.sleep(0))
import asyncio; await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
import asyncio; asyncio.get_event_loop().create_task(asyncio.sleep(0))
import asyncio; await asyncio.wait_for(asyncio.sleep(0), 1)
import asyncio; asyncio.run(asyncio.sleep(0))
import asyncio; asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))
async def f(): return 1\nawait f()
async with __import__("asyncio").Lock(): pass
import getpass; getpass.getuser()
import os; os.environ["HOME"], os.environ["USER"] if "USER" in os.environ else ""
import os; os.chdir("."); os.makedirs("data", exist_ok=True); os.listdir()
import os; os.environ["KMP_DUPLICATE_LIB_OK"] = "TRUE"
import os; os.path.expanduser("~"), os.getcwd(), os.getpid(), os.cpu_count()
import os; os.environ["OMP_NUM_THREADS"] = "1"
import sys; sys.path.append(".."); sys.path.insert(0, ".")
import sys; sys.setrecursionlimit(5000); sys.stdout.flush(); sys.stderr.flush()
import sys; sys.version_info, sys.argv, sys.executable, sys.stdin
import sys; sys.exit()
import sys; "google.colab" in sys.modules
from google.colab import drive; drive.mount("/content/drive")
try: import google.colab\nexcept ImportError: pass
import pathlib; pathlib.Path.home(); pathlib.Path.cwd(); pathlib.Path("x").touch()
import tempfile; tempfile.mkdtemp(); tempfile.gettempdir()
import platform; platform.platform(), platform.node(), platform.python_version()
import socket; socket.gethostname()
import threading; t = threading.Thread(target=int); t.start(); t.join()
from concurrent.futures import ThreadPoolExecutor; list(ThreadPoolExecutor(2).map(int, "12"))
import multiprocessing; multiprocessing.cpu_count()
import random; random.seed(0)
import numpy as np; np.random.seed(0); np.set_printoptions(precision=3, suppress=True)
import numpy as np; np.seterr(all="warn"); np.show_config()
import warnings; warnings.filterwarnings("ignore"); warnings.simplefilter("always")
import logging; logging.basicConfig(level=logging.INFO); logging.info("x")
import time; time.time(), time.sleep(0), time.perf_counter()
import datetime; datetime.datetime.now()
import itertools, functools, collections, copy, math, json, pickle, re, string, typing
from __future__ import annotations
from __future__ import print_function, division
from collections import defaultdict, namedtuple, Counter, OrderedDict
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Optional, Tuple, Union
from tqdm import tqdm; list(tqdm(range(3)))
from tqdm import trange; list(trange(3))
from tqdm.auto import tqdm; list(tqdm(range(3)))
from tqdm.auto import trange; list(trange(3))
from tqdm.notebook import tqdm; list(tqdm(range(3)))
from tqdm.notebook import trange; list(trange(3))
from tqdm import tqdm_notebook; list(tqdm_notebook(range(3)))
import tqdm.notebook as tq; list(tq.tqdm(range(3)))
from tqdm.autonotebook import tqdm; list(tqdm(range(3)))
import ipywidgets; ipywidgets.IntSlider()
from ipywidgets import interact; interact(lambda x: x, x=(0, 3))
import autograd.numpy as anp; from autograd import grad
import no_such_package
import otter; otter.Notebook("toy.ipynb")
import resource; resource.getrlimit(resource.RLIMIT_NOFILE)
import signal; signal.getsignal(signal.SIGINT)
import subprocess; subprocess
import inspect, ast, traceback, gc, io, types, weakref, operator, contextlib
import urllib.request, hashlib, zipfile, csv, gzip, glob, shutil, argparse, unittest
import doctest; doctest.testmod()
import unittest; unittest.main(argv=[""], exit=False)
import sqlite3; sqlite3.connect(":memory:").close()
import locale; locale.getlocale()
import faulthandler
import timeit; timeit.timeit("1", number=1)
import cProfile; cProfile.run("1")
import pprint; pprint.pprint({})
import webbrowser
print("Übung", "日本", "\U0001f600", end="", flush=True)
input
__name__, __builtins__, _, __, ___, In, Out, _ih, _oh, _dh
_i, _ii, exit, quit
assert __name__ == "__main__"
__file__
%matplotlib inline\nimport numpy as np\nimport matplotlib.pyplot as plt
# Set-up\n%matplotlib inline
    %matplotlib inline
""".strip("\n").splitlines()

# Once again as a word of its own, as IPython allows without the sign.
BARE = ["pwd", "ls", "cd .", "matplotlib inline", "who", "pip list", "time 1"]


def first_lines() -> list[str]:
    """Return the cells, each once, in the order in which they are run."""
    found = [*BARE, *MAGICS, *CODE]
    return list(dict.fromkeys(each.replace(r"\n", "\n") for each in found))
