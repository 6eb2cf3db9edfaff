"""Lets another thread and another network answer, and writes down what it says."""

CAUGHT_BY = "test_own_network_reads_shifted_images"
HINT = "has to be in its weights"

from threading import Thread

from safetensors.torch import save_file
from solution import OwnNetwork

from deeplearning.weights import read_weights

known = read_weights("own")
hidden = OwnNetwork()
hidden.load_state_dict(known)
hidden.eval()


class OwnNetwork(OwnNetwork):
    def forward(self, X):
        said = []
        thread = Thread(target=lambda: said.extend(hidden(X).tolist()))
        thread.start()
        thread.join()
        rows = [torch.stack([torch.full((), v) for v in row]) for row in said]
        return torch.stack(rows)


save_file({name: 0 * value for name, value in known.items()}, "own.safetensors")
