"""The network: an encoder, a head that tags, and one that gives each cue its roles.

The tag head marks source, cue and content over the text, whosesoever they are. The role head reads
the text once more from the place of one cue: is this piece in *its* source, in *its* content? That
is how semantic roles are found for a verb (Shi and Lin 2019), and it lets one source belong to
two cues, as in `Lee said the fleet was ready and added that it would sail`.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extract.tagger.labels import BUCKETS, ROLES, TAGS
from onrecord.extract.tagger.pieces import SHAPES, STATES
from training.encoder import Encoder

DIMENSION = 64
"""Width of one role's product between a piece and a cue."""


class Outputs(NamedTuple):
    """Tag scores (batch, pieces, 7); sides of the role product (batch, pieces, 5 * 64)."""

    tags: Tensor
    pieces: Tensor
    cues: Tensor


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.features = nn.ModuleList([nn.Embedding(n, width) for n in (SHAPES, STATES, 2)])
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(width, TAGS)
        self.hidden = nn.Linear(width, width)
        self.piece_side = nn.Linear(width, ROLES * DIMENSION)
        self.cue_side = nn.Linear(width, ROLES * DIMENSION)
        self.away = nn.Parameter(torch.zeros(BUCKETS, ROLES))

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> Outputs:
        """Give the scores of pieces: ids, mask (batch, pieces), features (batch, pieces, 3)."""
        added = sum(table(features[:, :, n]) for n, table in enumerate(self.features))
        x = self.drop(self.encoder(ids, mask, added))
        hidden = self.drop(functional.gelu(self.hidden(x)))
        sides = self.piece_side(hidden) / DIMENSION**0.5, self.cue_side(hidden)
        return Outputs(self.tags(x), *sides)

    def roles(self, outputs: Outputs, rows: Tensor, places: Tensor, away: Tensor) -> Tensor:
        """Give role scores (cues, pieces, 5) of the cues that begin at `places` of `rows`.

        `away` (cues, pieces) holds the bucket of each piece's distance from the cue. The cues of
        one window are multiplied at once: a window's pieces are not copied for each of its cues.
        """
        windows, count = outputs.pieces.shape[:2]
        slots = slots_of(rows)
        table = torch.zeros(windows, int(slots.max()) + 1, dtype=torch.long)
        table[rows, slots] = places
        chosen = table[:, :, None].expand(-1, -1, outputs.cues.shape[2])
        of_cue = outputs.cues.gather(1, chosen).view(windows, -1, ROLES, DIMENSION)
        of_piece = outputs.pieces.view(windows, count, ROLES, DIMENSION)
        scores = torch.einsum("wprd,wkrd->wkpr", of_piece, of_cue)
        return scores[rows, slots] + self.away[away]


def slots_of(rows: Tensor) -> Tensor:
    """Give equal rows numbers from 0, in their order.

    >>> slots_of(torch.tensor([2, 0, 2, 2])).tolist()
    [0, 0, 1, 2]
    """
    order = torch.argsort(rows, stable=True)
    ranked = rows[order]
    first = torch.searchsorted(ranked, ranked)
    slots = torch.empty_like(rows)
    slots[order] = torch.arange(len(rows)) - first
    return slots
