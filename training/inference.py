"""What a network in the training framework says of a text: the reference for the shipped one."""

import numpy as np
import torch

from onrecord.extract.tagger.decoding import Scores, Seen, log_softmax
from onrecord.extract.tagger.labels import ROLES, TAGS
from onrecord.extract.tagger.pieces import Pieces
from onrecord.extract.tagger.windows import Window, windows
from training.network import Network


@torch.inference_mode()
def scores_of(network: Network, pieces: Pieces) -> Scores:
    """Give what the network says of the pieces of a text, as the decoder takes it."""
    network.eval()
    tags = np.zeros((len(pieces), TAGS), np.float32)
    numbers = np.zeros(len(pieces), np.int64)
    seen = []
    for number, window in enumerate(windows(pieces.paragraph)):
        outputs = [side[0, 1:-1].float().numpy() for side in network(*_tensors(pieces, window))]
        own = slice(window.own_first, window.own_last)
        tags[own] = outputs[0][own.start - window.first : own.stop - window.first]
        numbers[own] = number
        seen.append(
            Seen(window.first, *(side.reshape(len(side), ROLES, -1) for side in outputs[1:]))
        )
    away = network.away.detach().numpy()
    return Scores(0, log_softmax(tags), away, tuple(seen), numbers)


def _tensors(pieces: Pieces, window: Window) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    inside = slice(window.first, window.last)
    ids = np.concatenate([[101], pieces.ids[inside], [102]])[None]
    features = np.pad(pieces.features[inside], ((1, 1), (0, 0)))[None]
    return torch.from_numpy(ids), torch.ones_like(torch.from_numpy(ids)), torch.from_numpy(features)
