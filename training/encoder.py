"""The pretrained encoder: BERT's layers at MiniLM's size."""

import json
import math
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Shape:
    """Sizes of an encoder, as its `config.json` gives them."""

    words: int
    width: int
    inner: int
    layers: int
    heads: int
    positions: int
    epsilon: float

    @classmethod
    def read(cls, folder: Path) -> "Shape":
        """Give the sizes of the encoder in a folder."""
        config = json.loads((folder / "config.json").read_text("utf-8"))
        return cls(
            words=config["vocab_size"],
            width=config["hidden_size"],
            inner=config["intermediate_size"],
            layers=config["num_hidden_layers"],
            heads=config["num_attention_heads"],
            positions=config["max_position_embeddings"],
            epsilon=config["layer_norm_eps"],
        )


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019): attention and a feed-forward net, norms after each."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(0.0)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Give (batch, pieces, width); `bias` is added to the attention scores before softmax."""
        batch, pieces, width = x.shape
        split = self.qkv(x).view(batch, pieces, 3, self.heads, width // self.heads)
        q, k, v = split.permute(2, 0, 3, 1, 4).reshape(3, batch * self.heads, pieces, -1)
        added = (
            bias.to(q.dtype).expand(batch, self.heads, pieces, pieces).reshape(-1, pieces, pieces)
        )
        # On a CPU the backward pass of this is twice as fast as that of fused attention.
        scores = torch.baddbmm(added, q, k.transpose(1, 2), alpha=1 / math.sqrt(q.shape[2]))
        seen = torch.bmm(scores.softmax(-1), v).view(batch, self.heads, pieces, -1)
        seen = seen.transpose(1, 2).reshape(batch, pieces, width)
        x = self.norm(x + self.drop(self.out(seen)))
        return self.last(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word, place and feature embeddings, then the layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList([Layer(shape) for _ in range(shape.layers)])

    def forward(self, ids: Tensor, mask: Tensor, added: Tensor) -> Tensor:
        """Give (batch, pieces, width) of ids (batch, pieces); `added` joins the embeddings."""
        count = ids.shape[1]
        places = self.places.weight[:count]
        x = self.norm(self.words(ids) + places + added)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_encoder(folder: Path) -> Encoder:
    """Give the encoder whose `config.json` and `model.safetensors` stand in a folder."""
    shape = Shape.read(folder)
    encoder = Encoder(shape)
    given = load_file(folder / "model.safetensors")
    given = {name.removeprefix("bert."): t for name, t in given.items()}
    encoder.load_state_dict(_renamed(given, shape))
    return encoder


def _renamed(given: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    """Give the published weights under the names of this module; queries, keys, values joined."""
    # every piece is of the first segment: its embedding is a constant
    segment = given["embeddings.token_type_embeddings.weight"][:1]
    state = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "places.weight": given["embeddings.position_embeddings.weight"] + segment,
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for number, part in product(range(shape.layers), ("weight", "bias")):
        old, new = f"encoder.layer.{number}", f"layers.{number}"
        names = [f"{old}.attention.self.{side}.{part}" for side in ("query", "key", "value")]
        state[f"{new}.qkv.{part}"] = torch.cat([given[name] for name in names])
        for ours, theirs in PARTS.items():
            state[f"{new}.{ours}.{part}"] = given[f"{old}.{theirs}.{part}"]
    return state


PARTS = {
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "last": "output.LayerNorm",
}
"""Parts of a layer: our names, and those of the published file."""
