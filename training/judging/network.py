"""The judge: an encoder that is told where the names are, and a head for each question."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extract.tagger.marking import AROUND, MARKS
from onrecord.extract.tagger.pieces import SHAPES, STATES
from training.encoder import Encoder
from training.judging.passages import Batch

LABELS = 5
"""Neutral, praises, is praised, blames, is blamed."""
SURVEYS = 2
"""Annotations of factuality that are learnt from; the first is what ships."""


class Judged(NamedTuple):
    """Factuality (places, 2), attitude scores (places, 5)."""

    facts: Tensor
    attitudes: Tensor


class Judge(nn.Module):
    """The encoder, told beside the pieces where names stand, and a head for each question."""

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        sizes = (SHAPES, STATES, 2, MARKS)
        self.features = nn.ModuleList([nn.Embedding(n, width) for n in sizes])
        for table in self.features:
            nn.init.zeros_(table.weight)
        nn.init.normal_(self.features[3].weight, std=0.02)
        self.drop = nn.Dropout(dropout)
        self.fact_hidden = nn.Linear(width, width)
        self.fact = nn.Linear(width, SURVEYS)
        self.hidden = nn.Linear(3 * width, width)
        self.attitude = nn.Linear(width, LABELS)

    def forward(self, batch: Batch) -> Judged:
        """Give what is judged at each place of a batch."""
        given, parts = batch.features, []
        for table, size in zip(reversed(self.features), (MARKS, 2, STATES), strict=False):
            parts.append(table(given % size))
            given = given // size
        parts.append(self.features[0](given))
        x = self.encoder(batch.ids, batch.mask, torch.stack(parts).sum(0))
        seen = x[batch.rows]
        one = torch.einsum("np,npw->nw", batch.one.to(x.dtype), seen)
        other = torch.einsum("np,npw->nw", batch.other.to(x.dtype), seen)
        facts = self.fact(self.drop(functional.gelu(self.fact_hidden(self.drop(one)))))
        pair = self.drop(torch.cat([one, other, seen[:, 0]], -1))
        attitudes = self.attitude(self.drop(functional.gelu(self.hidden(pair))))
        return Judged(facts.float(), attitudes.float())


class PairJudge(nn.Module):
    """The encoder, which reads brackets around two names, and a head for attitudes alone.

    The brackets begin as those of the vocabulary and are learnt, as all words are.
    """

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        with torch.no_grad():
            for (opens, closes), (begun, ended) in zip(AROUND, PRINTED, strict=True):
                encoder.words.weight[[opens, closes]] = encoder.words.weight[[begun, ended]]
        self.drop = nn.Dropout(dropout)
        self.hidden = nn.Linear(3 * width, width)
        self.attitude = nn.Linear(width, LABELS)

    def forward(self, batch: Batch) -> Judged:
        """Give the attitudes of each pair; it knows nothing of facts."""
        x = self.encoder(batch.ids, batch.mask, torch.zeros(1, 1, self.encoder.shape.width))
        seen = x[batch.rows]
        one = torch.einsum("np,npw->nw", batch.one.to(x.dtype), seen)
        other = torch.einsum("np,npw->nw", batch.other.to(x.dtype), seen)
        pair = self.drop(torch.cat([one, other, seen[:, 0]], -1))
        attitudes = self.attitude(self.drop(torch.tanh(self.hidden(pair)))).float()
        return Judged(attitudes.new_zeros(0), attitudes)


PRINTED = ((1031, 1033), (1006, 1007))
"""`[ ]` and `( )` in the vocabulary of BERT (uncased)."""
Either = Judge | PairJudge
