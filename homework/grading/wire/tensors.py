"""What torch adds to the language: tensors, modules, optimizers, and gradients.

Tensors and torch's own modules and optimizers travel by value, with what they share: an
optimizer's parameters stay the model's. A module of the other side's own class becomes
a `Mirror`: parameters, buffers and layers are here, `forward` is a call.

A tensor that was computed stays in its graph: on the other side it is the result of a
node whose backward asks the owner, and whose inputs are the leaves of the graph.
Tensors that want a gradient are themselves again when they come home.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from homework.grading.wire.frames import (
    Content,
    ProtocolError,
    Reader,
    UnsendableError,
    Writer,
)
from homework.grading.wire.names import SHARED, importable_class, shared_class
from homework.grading.wire.remotes import Remote, Side

WITH_GRADIENT, PARAMETER = 1, 2  # flags of a tensor
OURS, THEIRS = "ours", "theirs"  # who owns a shared parameter
UNSENT = -1  # the length of numbers that the other side has
BY_VALUE = (*SHARED, "torch.nn.modules")
DTYPES = {
    str(kind).removeprefix("torch."): kind
    for kind in (
        *(torch.float16, torch.float32, torch.float64, torch.bfloat16, torch.bool),
        *(torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64),
        *(torch.complex64, torch.complex128),
    )
}


class Through(torch.autograd.Function):
    """The other side's computation, as a node of this side's graph."""

    @staticmethod
    def forward(ctx: Any, out: Remote, value: Tensor, *_: Tensor) -> Tensor:
        """Return what was computed."""
        ctx.out = out
        return value.clone()

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        """Ask the other side for the gradients of the leaves."""
        (gradient,) = gradients
        found = ctx.out._peer.request("backward", ctx.out, gradient)
        return None, None, *found


def _backward(peer: Side, out: Any, gradient: Any) -> Any:
    graph = peer.graphs.get(peer.known(out))
    if graph is None:
        raise ProtocolError("That was not computed.")
    if not isinstance(gradient, Tensor) or gradient.shape != graph.shape:
        raise ProtocolError("A gradient has another shape.")
    with torch.enable_grad():  # `grad(graph, ..., gradient)` would import a lot
        loss = (graph * gradient).sum()
    return torch.autograd.grad(
        loss, _leaves(graph), retain_graph=True, allow_unused=True
    )


def _leaves(out: Tensor) -> list[Tensor]:
    """List the leaves of a tensor's graph, always in the same order."""
    found, seen, waiting = [], set(), [out.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        if hasattr(node, "variable"):
            found.append(node.variable)
        waiting += [before for before, _ in node.next_functions]
    return found


class Mirror(nn.Module):
    """A module of the other side's class: its parts are here, its `forward` there."""

    def __init__(self, remote: Remote) -> None:
        super().__init__()
        self.__dict__["_remote"] = remote

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Call the module on the other side, with the parameters of this one."""
        return _ask("forward", self, args, kwargs)

    def train(self, mode: bool = True) -> Any:
        """Change the mode on the other side, where a class may have its own way."""
        return self if _switched(self, mode) else _ask("train", self, mode)

    def eval(self) -> Any:
        """Likewise."""
        return self if _switched(self, False) else _ask("eval", self)

    def __getattr__(self, name: str) -> Any:
        try:
            return super().__getattr__(name)
        except AttributeError:
            if not name.startswith("__"):
                _ask("sync", self)  # what is asked for may read what is here
            return getattr(self.__dict__["_remote"], name)


def _ask(operation: str, mirror: Mirror, *operands: Any) -> Any:
    peer = mirror.__dict__["_remote"]._peer
    return peer.request(operation, mirror, *operands)


def _switched(mirror: Mirror, mode: bool) -> bool:
    """Change a mode where nothing else changes, without sending all parameters."""
    remote = mirror.__dict__["_remote"]
    modes = remote._peer.request("switch", remote, mode)
    if type(modes) is not list or len(modes) != len(_inner(mirror)):
        return False
    _set_modes(mirror, modes)
    return True


def _switch(_: Side, module: Any, mode: Any) -> list[bool] | None:
    """Change a module's mode and return all modes; ``None`` where that may do more."""
    for each in _inner(_module(module)):
        ways = each.train, each.eval
        usual = nn.Module.train, nn.Module.eval
        if tuple(getattr(way, "__func__", None) for way in ways) != usual:
            return None
    module.train(mode)
    return _modes(module)


def _module(value: Any) -> nn.Module:
    if not isinstance(value, nn.Module):
        raise ProtocolError("That is no module.")
    return value


OPERATIONS: dict[str, Any] = {
    "backward": _backward,
    "forward": lambda _, module, args, kwargs: _module(module)(*args, **kwargs),
    "train": lambda _, module, mode: _module(module).train(mode),
    "eval": lambda _, module: _module(module).eval(),
    "switch": _switch,
    "sync": lambda *_: None,  # to read the operands was all
}


@cache
def _mirror_class(name: str) -> type[Mirror]:
    return type(name, (Mirror,), {})


# --- writing ------------------------------------------------------------------


def write(peer: Side, writer: Writer, value: Any) -> Any:
    """Return the JSON of what is torch's, or ``None``."""
    if isinstance(value, Content):
        return _content(peer, writer, value.of)
    if isinstance(value, Tensor):
        return _write_tensor(peer, writer, value)
    if isinstance(value, nn.Module):
        return _write_module(peer, writer, value)
    if isinstance(value, Optimizer):
        return _write_optimizer(writer, value)
    if isinstance(value, torch.Size):
        return ["ts", *value]
    if isinstance(value, torch.dtype):
        return ["td", str(value).removeprefix("torch.")]
    if isinstance(value, torch.device):
        return ["tv", str(value)]
    return None


def _write_tensor(peer: Side, writer: Writer, value: Tensor) -> Any:
    if value.layout != torch.strided or value.dtype not in DTYPES.values():
        return None
    known, number = peer.origins.get(id(value), (None, 0))
    if known is value:
        writer.memo.add(value)
        return ["TO", number, value.is_leaf and _plain_tensor(peer, writer, value)]
    if value.grad_fn is not None:
        made = _computed(peer, writer, value)
        writer.memo.add(value)
        return made
    writer.memo.add(value)
    shared = value.requires_grad and writer.lends
    number = peer.number_of(value) if shared else 0
    raw = _raw(value)
    if number:
        peer.shared[OURS, number] = value, raw, _kind(value)
    return [*_plain_tensor(peer, writer, value, raw), number]


def _computed(peer: Side, writer: Writer, value: Tensor) -> list[Any]:
    if not peer.trusts:
        raise UnsendableError("A test's tensors go without what they were made of.")
    number = peer.number_of(value)
    with torch.enable_grad():
        # A change in place gives the tensor another graph; the copy keeps this one.
        peer.graphs[number] = value.clone()
    leaves = [writer.value(leaf) for leaf in _leaves(value)]
    return ["G", number, leaves, *_plain_tensor(peer, writer, value)[1:5]]


def _plain_tensor(
    peer: Side, writer: Writer, value: Tensor, raw: bytes | None = None
) -> list[Any]:
    """Write a tensor; without its numbers when it comes home and its owner has them.

    What changed in those goes with `changes_of_shared`.
    """
    flags = WITH_GRADIENT * value.requires_grad
    # `isinstance` asks a metaclass, which takes longer than all the rest.
    flags += PARAMETER * (
        type(value) is nn.Parameter or isinstance(value, nn.Parameter)
    )
    name = str(value.dtype).removeprefix("torch.")
    if _is_known_at_home(peer, value):
        place = [0, UNSENT]
    else:
        place = writer.buffer(_raw(value) if raw is None else raw)
        _share_again(peer, THEIRS, peer.origins.get(id(value), (None, 0))[1], value)
    gradient = writer.value(value.grad) if value.is_leaf else None
    return ["T", name, list(value.shape), *place, flags, gradient]


def _is_known_at_home(peer: Side, value: Tensor) -> bool:
    origin, number = peer.origins.get(id(value), (None, 0))
    return origin is value and _is_shared(peer, value, THEIRS, number)


def _is_shared(peer: Side, value: Tensor, side: str, number: int) -> bool:
    """Whether both sides have a parameter, and `changes_of_shared` looks after it."""
    shared, _, kind = peer.shared.get((side, number), (None, b"", None))
    return shared is value and kind == _kind(value)


def _share_again(peer: Side, side: str, number: int, value: Tensor) -> None:
    """Look after a parameter as it is now: it may have another dtype or shape."""
    if (side, number) in peer.shared:
        peer.shared[side, number] = value, _raw(value), _kind(value)


def _kind(value: Tensor) -> tuple[torch.dtype, torch.Size]:
    return value.dtype, value.shape


def _raw(value: Tensor) -> bytes:
    plain = value.detach()
    if plain.is_conj() or plain.is_neg() or not plain.is_cpu:
        plain = plain.cpu().resolve_conj().resolve_neg()
    if plain.dtype == torch.bfloat16:
        plain = plain.view(torch.int16)
    return plain.numpy().tobytes()


def _write_module(peer: Side, writer: Writer, module: nn.Module) -> Any:
    if isinstance(module, Mirror):
        writer.memo.add(module)
        number = writer.value(module.__dict__["_remote"])
        tensors = [[name, writer.value(held)] for name, held in _named(module)]
        return ["O", number, tensors, _modes(module)]
    place = importable_class(type(module), ("torch", *SHARED))
    state, plain = {}, place is not None and "forward" not in module.__dict__
    for name, value in module.__dict__.items():
        if "hook" in name:
            plain = plain and not (value and name.endswith("hooks"))
        elif name not in PARTS:
            state[name] = value
    if not peer.trusts and not (plain and writer.lends):
        raise UnsendableError(f"A test's {type(module).__name__} cannot be sent.")
    writer.memo.add(module)
    return [
        "M",
        list(place) if plain and place else peer.handle(writer, module),
        plain,
        [[name, writer.value(state[name])] for name in state if plain],
        *(
            [
                [name, writer.value(part)]
                for name, part in module.__dict__[parts].items()
            ]
            for parts in PARTS[:3]
        ),
        module.training,
    ]


PARTS = ("_parameters", "_buffers", "_modules", "training")
INNER = (*PARTS, "_compiled_call_impl")  # what a module may not say about itself


def _named(module: nn.Module) -> Iterator[tuple[str, Tensor]]:
    """Name the parameters and buffers as torch does, in a fraction of the time."""
    seen, waiting = {id(module)}, [("", module)]
    while waiting:
        prefix, each = waiting.pop()
        for held in (each._parameters, each._buffers):
            for name, value in held.items():
                if value is not None:
                    yield prefix + name, value
        for name, part in each._modules.items():
            if part is not None and id(part) not in seen:
                seen.add(id(part))
                waiting.append((f"{prefix}{name}.", part))


def _modes(module: nn.Module) -> list[bool]:
    return [bool(each.training) for each in _inner(module)]


def _inner(module: nn.Module) -> list[nn.Module]:
    """List a module and all that is in it, in the same order on both sides."""
    found, waiting = {id(module): module}, [module]
    while waiting:
        for part in waiting.pop()._modules.values():
            if part is not None and id(part) not in found:
                found[id(part)] = part
                waiting.append(part)
    return list(found.values())


def _write_optimizer(writer: Writer, optimizer: Optimizer) -> Any:
    if not writer.lends:
        return None
    place = importable_class(type(optimizer), ("torch",))
    if place is None or not place[0].startswith("torch.optim."):
        return None
    state = (optimizer.defaults, optimizer.param_groups, optimizer.state)
    return ["P", *place, *map(writer.value, state)]


# --- reading ------------------------------------------------------------------


def read(peer: Side, reader: Reader, tag: str, rest: list[Any]) -> Any:
    """Return what is torch's.

    Raises:
        ProtocolError: when it is not.

    """
    if tag in FROM_TESTS and not peer.trusts:
        raise ProtocolError("A test reads no such thing.")
    try:
        return READERS[tag](peer, reader, *rest)
    except RuntimeError as error:
        raise ProtocolError("Torch does not take that.") from error


def _read_tensor(peer: Side, reader: Reader, *plain: Any) -> Tensor:
    name, shape, start, length, flags, gradient, number = plain
    value = _tensor(reader, name, shape, start, length)
    if flags & PARAMETER:
        value = nn.Parameter(value, requires_grad=bool(flags & WITH_GRADIENT))
    elif flags & WITH_GRADIENT:
        value.requires_grad_()
    reader.memo.add(value)
    if gradient is not None:
        value.grad = _checked(reader.value(gradient))
    if number:
        peer.origins[id(value)] = value, int(number)
        peer.shared[THEIRS, int(number)] = value, _raw(value), _kind(value)
    return value


def _read_own_tensor(peer: Side, reader: Reader, number: Any, plain: Any) -> Tensor:
    own = peer.owned[number]
    if not isinstance(own, Tensor):
        raise ProtocolError("That is no tensor.")
    reader.memo.add(own)
    if plain:
        _fill_tensor(peer, reader, own, plain)
    return own


def _read_computed(
    peer: Side, reader: Reader, number: Any, leaves: Any, *plain: Any
) -> Tensor:
    made = _node(peer, reader, number, leaves, *plain)
    reader.memo.add(made)
    peer.origins[id(made)] = made, int(number)
    return made


def _node(peer: Side, reader: Reader, number: Any, leaves: Any, *plain: Any) -> Tensor:
    inputs = [_checked(reader.value(leaf)) for leaf in leaves]
    value = _tensor(reader, *plain)
    with torch.enable_grad():
        apply: Any = Through.apply
        made: Tensor = apply(peer.remote(number, "Tensor"), value, *inputs)
        return made


def _tensor(reader: Reader, name: Any, shape: Any, start: Any, length: Any) -> Tensor:
    kind = DTYPES[name]
    code = "<i2" if kind == torch.bfloat16 else np.dtype(_numpy_name(name)).str
    array = reader.array([code, start, length, *shape])
    value = torch.from_numpy(array)
    return value.view(kind) if kind == torch.bfloat16 else value


def _numpy_name(name: str) -> str:
    return "bool" if name == "bool" else name


def _checked(value: Any) -> Tensor | None:
    if value is not None and not isinstance(value, Tensor):
        raise ProtocolError("A gradient is no tensor.")
    return value


def _read_module(
    peer: Side,
    reader: Reader,
    place: Any,
    plain: Any,
    state: Any,
    parameters: Any,
    buffers: Any,
    modules: Any,
    training: Any,
) -> nn.Module:
    if plain:
        module, name = place
        kind = shared_class(module, name, BY_VALUE, imports=peer.trusts)
        if not issubclass(kind, nn.Module):
            raise ProtocolError("That is no module.")
        made = kind.__new__(kind)
        nn.Module.__init__(made)
    else:
        remote = reader.value(place)
        if not isinstance(remote, Remote):
            raise ProtocolError("That is no object of the other side.")
        made = _mirror_class(type(remote).__name__)(remote)
    reader.memo.add(made)
    for name, value in state:
        method = type(name) is str and callable(getattr(type(made), name, None))
        if type(name) is not str or "hook" in name or method or name in INNER:
            raise ProtocolError("A module has no such attribute.")
        made.__dict__[name] = reader.value(value)
    kinds = (nn.Parameter, Tensor, nn.Module)
    for part, held, kind in zip(
        PARTS[:3], (parameters, buffers, modules), kinds, strict=True
    ):
        for name, value in held:
            read_part = reader.value(value)
            if type(name) is not str or not isinstance(read_part, kind | None):
                raise ProtocolError("A module has no such part.")
            made.__dict__[part][name] = read_part
    made.training = training is True
    return made  # type: ignore[no-any-return]


def _read_own_module(
    peer: Side, reader: Reader, number: Any, tensors: Any, modes: Any
) -> nn.Module:
    owner = reader.value(number)
    if not isinstance(owner, nn.Module):
        raise ProtocolError("That is no module.")
    reader.memo.add(owner)
    own = dict(_named(owner))
    for name, made in tensors:
        if name in own and made[0] == "T":
            reader.memo.add(own[name])
            _fill_tensor(peer, reader, own[name], made)
        else:
            reader.value(made)
    _set_modes(owner, modes)
    return owner


def _read_optimizer(
    peer: Side, reader: Reader, module: Any, name: Any, *parts: Any
) -> Optimizer:
    kind = shared_class(module, name, ("torch.optim",), imports=peer.trusts)
    if not issubclass(kind, Optimizer):
        raise ProtocolError("That is no optimizer.")
    defaults, groups, state = map(reader.value, parts)
    if not (isinstance(defaults, dict) and isinstance(state, dict)):
        raise ProtocolError("An optimizer has no such state.")
    if type(groups) is not list or not all(isinstance(each, dict) for each in groups):
        raise ProtocolError("An optimizer has no such groups.")
    made: Optimizer = kind.__new__(kind)
    made.__setstate__({"defaults": defaults, "param_groups": groups, "state": state})
    return made


FROM_TESTS = ("O", "P")  # modules of the worker that come home, and optimizers
READERS: dict[str, Any] = {
    "T": _read_tensor,
    "TO": _read_own_tensor,
    "G": _read_computed,
    "M": _read_module,
    "O": _read_own_module,
    "P": _read_optimizer,
    "ts": lambda _, __, *sizes: torch.Size(sizes),
    "td": lambda _, __, name: DTYPES[name],
    "tv": lambda _, __, name: torch.device(name),
    "fill": lambda peer, reader, target, made: _fill(peer, reader, target, made),
}


# --- changes ------------------------------------------------------------------


def state_of(peer: Side, value: Any) -> Any:
    """Return what tells later whether a tensor or module was changed in place."""
    if isinstance(value, Tensor):
        if value.layout != torch.strided:
            return None
        gradient = value.grad if value.is_leaf else None
        known = _is_shared(peer, value, OURS, peer.known(value))
        numbers = b"" if known or _is_known_at_home(peer, value) else _raw(value)
        return numbers, value.requires_grad, id(gradient)
    return _modes(value) if isinstance(value, nn.Module) else None


def _content(peer: Side, writer: Writer, value: Any) -> Any:
    if isinstance(value, Tensor):
        if value.grad_fn is not None:  # changed in place, and part of a graph
            return _computed(peer, writer, value)
        return _plain_tensor(peer, writer, value)
    return ["modes", *_modes(value)]


def _fill(peer: Side, reader: Reader, target: Any, made: Any) -> None:
    if isinstance(target, Tensor) and made[0] == "T":
        _fill_tensor(peer, reader, target, made)
    elif isinstance(target, Tensor) and made[0] == "G":
        with torch.enable_grad():
            target.copy_(_node(peer, reader, *made[1:]))
    elif isinstance(target, nn.Module) and made[0] == "modes":
        _set_modes(target, made[1:])
    else:
        raise ProtocolError("A change does not fit what it changes.")


def _fill_tensor(peer: Side, reader: Reader, target: Tensor, made: list[Any]) -> None:
    name, shape, start, length, flags, gradient = made[1:7]
    if length != UNSENT:
        _fill_numbers(peer, target, _tensor(reader, name, shape, start, length))
        _share_again(peer, OURS, peer.known(target), target)
    if target.is_leaf:
        if target.is_floating_point():
            target.requires_grad_(bool(flags & WITH_GRADIENT))
        target.grad = _checked(reader.value(gradient))


def _fill_numbers(peer: Side, target: Tensor, value: Tensor) -> None:
    if value.shape != target.shape or value.dtype != target.dtype:
        if peer.trusts:  # else it is a test's, and keeps its shape and dtype
            target.data = value
    elif not torch.equal(value, target.detach()):  # a copy would touch the graph
        target.detach().copy_(value)


def _set_modes(module: nn.Module, modes: Any) -> None:
    for each, mode in zip(_inner(module), modes, strict=True):
        each.training = mode is True


def changes_of_shared(peer: Side, writer: Writer) -> list[Any]:
    """Write the parameters that both sides have and that this side has changed.

    A loop of one side may call the other's network while its optimizer moves it.
    """
    changes = []
    for (side, number), (tensor, before, kind) in list(peer.shared.items()):
        now = _raw(tensor)
        if now != before:
            peer.shared[side, number] = tensor, now, kind
            if len(now) != len(before):
                continue  # another dtype; it goes with its module
            changes.append([side, number, *writer.buffer(now)])
    return changes


def take_shared(peer: Side, reader: Reader, changes: Any) -> None:
    """Take in what `changes_of_shared` of the other side wrote."""
    for side, number, start, length in changes:
        key = (THEIRS if side == OURS else OURS, number)
        tensor, _, kind = peer.shared[key]
        if tensor.nbytes != length:
            continue  # it has another dtype here by now
        name = str(tensor.dtype).removeprefix("torch.")
        value = _tensor(reader, name, list(tensor.shape), start, length)
        tensor.detach().copy_(value)
        peer.shared[key] = tensor, _raw(tensor), kind


# --- what a call reads besides its arguments -----------------------------------

records_gradients = torch.is_grad_enabled
record_gradients = torch.set_grad_enabled
_last_known = b""  # torch's random state, as both sides know it


def forget_ambience() -> None:
    """Send the random state with the next call, whatever the other side had."""
    global _last_known
    _last_known = b""


def ambience(writer: Writer) -> Any:
    """Return whether gradients are recorded, and torch's random state if it changed."""
    global _last_known
    state = torch.get_rng_state().numpy().tobytes()
    changed = state != _last_known
    _last_known = state
    return [torch.is_grad_enabled(), writer.buffer(state) if changed else None]


def take_ambience(reader: Reader, made: Any, *, mode: bool, state: bool) -> None:
    """Set what `ambience` says, as far as asked to."""
    global _last_known
    enabled, place = made
    if mode:
        torch.set_grad_enabled(enabled is True)
    if place is None:
        return
    if state:
        given = bytes(reader.bytes_at(*place))
        try:
            torch.set_rng_state(torch.frombuffer(bytearray(given), dtype=torch.uint8))
        except RuntimeError as error:
            raise ProtocolError("That is no random state.") from error
        _last_known = given
    else:
        # Something was drawn, which tests may see. But a student's own state would
        # decide what tests draw after it, so they go on with another one of ours.
        # `torch.manual_seed` would note it for GPUs too, with a slow traceback.
        torch.default_generator.manual_seed(int(torch.randint(2**62, ()).item()))
