"""Runs machine code of its own that calls the kernel as 32-bit programs do."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "ended its process|another machine"

# %%
import ctypes
import mmap
import platform

if platform.machine() != "x86_64":
    raise RuntimeError("another machine")
page = mmap.mmap(-1, 4096, prot=7)
page.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20; int 0x80; ret
place = ctypes.addressof(ctypes.c_char.from_buffer(page))
raise RuntimeError(f"is process {ctypes.CFUNCTYPE(ctypes.c_int)(place)()}")
