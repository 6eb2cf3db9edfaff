"""Numbers of a network that are in no state_dict are counted, and honest ones are 0."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from checks.unregistered import unregistered

ROWS = np.linspace(-1, 1, 5120, dtype=np.float32).reshape(10, 512)
IMAGES = torch.rand(8, 3, 32, 32, generator=torch.Generator().manual_seed(0))


class Half(nn.Module):
    """Has its first layer where it belongs; `last` makes logits of its features."""

    last: Callable[[Tensor], Tensor]

    def __init__(self, last: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 8, 3, padding=1)
        self.__dict__["last"] = last

    def forward(self, X: Tensor) -> Any:
        """Compute the logits."""
        return self.last(F.max_pool2d(self.first(X), 4).flatten(1))


def from_bytes() -> Any:
    content = ROWS.tobytes()
    return lambda f: F.linear(
        f, torch.frombuffer(bytearray(content), dtype=torch.float32).view(10, 512)
    )


def from_a_dictionary() -> Any:
    table = {"weight": torch.from_numpy(ROWS)}
    return lambda f: F.linear(f, table["weight"])


def from_a_plain_list() -> Any:
    layers = [nn.Linear(512, 10, bias=False)]
    return lambda f: layers[0](f)


def from_a_list_of_numbers() -> Any:
    numbers = ROWS.tolist()
    return lambda f: f @ torch.tensor(numbers).T


def from_a_text() -> Any:
    text = " ".join(map(str, ROWS.ravel().tolist()))
    return lambda f: F.linear(f, torch.Tensor([*map(float, text.split())]).view(10, -1))


def from_a_buffer_that_is_not_saved() -> Any:
    holder = nn.Module()
    table = torch.from_numpy(ROWS)
    holder.register_buffer("table", table, persistent=False)
    return lambda f: F.linear(f, holder.get_buffer("table"))


def from_a_new_parameter() -> Any:
    return lambda f: F.linear(f, nn.Parameter(torch.from_numpy(ROWS).clone()))


@pytest.mark.parametrize(
    "kept",
    [
        from_bytes,
        from_a_dictionary,
        from_a_plain_list,
        from_a_list_of_numbers,
        from_a_text,
        from_a_buffer_that_is_not_saved,
        from_a_new_parameter,
    ],
)
def test_half_a_network_is_found_wherever_it_is_kept(kept: Callable[[], Any]) -> None:
    assert unregistered(Half(kept()).eval(), IMAGES) == ROWS.size


def test_weights_that_are_replaced_while_it_computes_are_found() -> None:
    network = Half(lambda f: f)

    class Loads(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = network

        def forward(self, X: Tensor) -> Any:
            known = torch.from_numpy(ROWS[:8, :27].copy()).view(8, 3, 3, 3)
            self.inner.first.weight.data = known
            return self.inner(X)

    assert unregistered(Loads(), IMAGES) == 216


def test_a_way_through_numpy_grows_with_the_images() -> None:
    network = Half(lambda f: torch.from_numpy(f.detach().numpy() @ ROWS.T))
    assert unregistered(network, IMAGES) == 80
    assert unregistered(network, IMAGES[:4]) == 40


class Honest(nn.Module):
    """What a design may have: attention, recurrence, a fixed filter, coordinates."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.norm = nn.Conv2d(3, 16, 3, padding=1), nn.BatchNorm2d(16)
        self.attends = nn.TransformerEncoderLayer(16, 2, 32, batch_first=True)
        self.reads = nn.LSTM(16, 8, batch_first=True)
        self.places, self.last = nn.Embedding(64, 16), nn.Linear(8, 10)
        self.mean = torch.tensor([0.4, 0.5, 0.6]).view(1, 3, 1, 1)
        self.blur = torch.ones(3, 1, 5, 5) / 25

    def forward(self, X: Tensor) -> Any:
        """Compute the logits."""
        X = F.conv2d(X - self.mean, self.blur, groups=3, padding=2)
        X = X + torch.linspace(-1, 1, 32) + 0 * torch.Tensor(len(X), 1, 1, 1).zero_()
        maps = F.max_pool2d(F.relu(self.norm(self.first(X))), 4)
        rows = maps.flatten(2).transpose(1, 2) + self.places(torch.arange(64))
        out, _ = self.reads(self.attends(rows))
        return self.last(out[:, -1])


def test_honest_designs_have_their_constants_only() -> None:
    network = Honest().eval()
    assert unregistered(network, IMAGES) == 3 + 75
    assert unregistered(network, IMAGES[:4]) == 3 + 75


def test_it_is_no_wall() -> None:
    """What another thread computes is not seen: shuffled weights are for that."""
    said: list[Any] = []
    hidden = Half(from_bytes())

    def elsewhere(_: Tensor) -> Tensor:
        thread = Thread(target=lambda: said.append(hidden(IMAGES).tolist()))
        thread.start()
        thread.join()
        rows = [torch.stack([torch.full((), v) for v in row]) for row in said[-1]]
        return torch.stack(rows)

    assert unregistered(Half(elsewhere), IMAGES) == 0
