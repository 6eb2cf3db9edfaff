"""Makes the calls that programs seldom make and that have a record of holes."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"tried \d\d, made \[\]"

# %%
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
space = ctypes.create_string_buffer(4096)
calls = {  # on x86_64: names, and arguments that would be good ones
    298: (space, 0, -1, -1, 0),  # perf_event_open
    321: (0, space, 64),  # bpf
    323: (0,),  # userfaultfd
    425: (8, space),  # io_uring_setup
    428: (-100, b"/", 0),  # open_tree
    430: (b"tmpfs", 0),  # fsopen
    250: (0, -3, 1),  # keyctl
    248: (b"user", b"x", b"y", 1, -3),  # add_key
    300: (0, 0),  # fanotify_init
    303: (-100, b"/", space, space, 0),  # name_to_handle_at
    319: (b"x", 0),  # memfd_create
    29: (0, 4096, 0o1600),  # shmget
    68: (0, 0o1600),  # msgget
    64: (0, 1, 0o1600),  # semget
    240: (b"x", 0o102, 0o600, None),  # mq_open
    135: (0x0040000,),  # personality: no random addresses
    41: (40, 1, 0),  # vsock
    41 | 1 << 32: (16, 3, 0),  # netlink
    41 | 2 << 32: (17, 3, 768),  # packets
    41 | 3 << 32: (38, 5, 0),  # the kernel's ciphers
    56: (0x10000000 | 17, 0, 0, 0, 0),  # clone with a user namespace
    272: (0x20000,),  # unshare
    101: (0, 0, 0, 0),  # ptrace: be traced
    312: (1, 1, 0, 0, 0),  # kcmp
    447: (0,),  # memfd_secret
    41 | 1 << 30: (1, 1, 0),  # by the numbers of x32
}
made = []
if platform.machine() == "x86_64":
    for number, arguments in calls.items():
        if libc.syscall(number & 0x7FFFFFFF, *arguments) >= 0:
            made.append(number & 0xFFFF)
raise RuntimeError(f"tried {len(calls)}, made {made}")
