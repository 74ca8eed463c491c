"""The trained network as an ONNX graph, written node by node with ONNX Runtime's fused operators.

Written by hand and not traced: every node is one we want, so that nothing is left that a general
exporter could not fuse, and the graph's inputs are what the extractor has at hand. Adding and
normalising stay two nodes: the fused one (`SkipLayerNormalization`) took a fifth of the time.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.encoder import Shape
from training.network import Network

MICROSOFT = "com.microsoft"
Array = NDArray[Any]
Shapes = Mapping[str, Sequence[int | str | None]]
"""Names of float inputs or outputs, with their dimensions."""


class Graph:
    """Gathers nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: dict[str, Array] = {}

    def weight(self, name: str, value: Array) -> str:
        """Keep a weight; give its name."""
        self.weights[name] = np.ascontiguousarray(value)
        return name

    def node(self, kind: str, given: Iterable[str], name: str, **more: object) -> str:
        """Add a node with one output; give the output's name."""
        domain = more.pop("domain", "")
        self.nodes.append(
            helper.make_node(kind, list(given), [name], name=name, domain=str(domain), **more)
        )
        return name

    def matmul(self, given: str, weight: Array, name: str) -> str:
        """Multiply by a weight (in, out), in int8 where `quantize` rewrites it."""
        return self.node("MatMul", [given, self.weight(f"{name}.weight", weight)], name)

    def model(self, name: str, more: Shapes, outputs: Shapes) -> onnx.ModelProto:
        """Give the whole as a model; its inputs are the ids, the features, and `more`."""
        given = [
            helper.make_tensor_value_info(part, TensorProto.INT64, [1, "pieces"])
            for part in ("ids", "features")
        ]
        weights = [numpy_helper.from_array(value, part) for part, value in self.weights.items()]
        graph = helper.make_graph(
            self.nodes, name, given + _floats(more), _floats(outputs), weights
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def _floats(shapes: Shapes) -> list[onnx.ValueInfoProto]:
    return [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, list(dims))
        for name, dims in shapes.items()
    ]


def graph_of(network: Network) -> onnx.ModelProto:
    """Give the graph of a network in float32."""
    state = numbers_of(network)
    graph = Graph()
    _heads(graph, state, encoded(graph, state, network.encoder.shape))
    dims = (1, "pieces", None)
    return graph.model("attribution", {}, dict.fromkeys(OUTPUTS, dims))


OUTPUTS = ("tags", "piece_sides", "cue_sides")


def numbers_of(network: nn.Module) -> dict[str, Array]:
    """Give the weights of a network by their names, in float32."""
    return {name: value.detach().float().numpy() for name, value in network.state_dict().items()}


def encoded(graph: Graph, state: dict[str, Array], shape: Shape) -> str:
    """Add embeddings and layers; give the name of what they make: (1, pieces, width)."""
    x = _embeddings(graph, state, shape.epsilon)
    for number in range(shape.layers):
        x = _layer(graph, state, x, (number, shape.heads, shape.epsilon))
    return x


def combined_features(state: dict[str, Array]) -> Array:
    """Give one table for all features: the row is their number, the last feature counting ones.

    Of shape, state and beginning: row = shape * 8 + state * 2 + begins.
    """
    table = state["features.0.weight"]
    number = 1
    while (more := state.get(f"features.{number}.weight")) is not None:
        table = (table[:, None] + more[None]).reshape(-1, table.shape[1])
        number += 1
    return table


def _embeddings(graph: Graph, state: dict[str, Array], epsilon: float) -> str:
    """Words as int8 with one scale a word, places and features in full."""
    words = state["encoder.words.weight"]
    scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-8) / 127
    small = np.round(words / scale).astype(np.int8)
    rows = graph.node("Gather", [graph.weight("words", small), "ids"], "words.rows")
    scales = graph.node(
        "Gather", [graph.weight("words.scale", scale.astype(np.float32)), "ids"], "words.scales"
    )
    full = graph.node("Cast", [rows], "words.cast", to=TensorProto.FLOAT)
    word = graph.node("Mul", [full, scales], "words.full")
    length = graph.node("Shape", ["ids"], "ids.pieces", start=1, end=2)
    zero = graph.weight("zero", np.array([0], np.int64))
    places = graph.node(
        "Slice",
        [graph.weight("places", state["encoder.places.weight"]), zero, length],
        "places.now",
    )
    feature = graph.node(
        "Gather", [graph.weight("features.table", combined_features(state)), "features"], "feature"
    )
    added = graph.node("Add", [feature, places], "added")
    norm = [
        graph.weight(f"embed.{p}", state[f"encoder.norm.{q}"])
        for p, q in (("g", "weight"), ("b", "bias"))
    ]
    both = graph.node("Add", [word, added], "embedded.sum")
    return graph.node("LayerNormalization", [both, *norm], "embedded", epsilon=epsilon)


def _layer(graph: Graph, state: dict[str, Array], x: str, which: tuple[int, int, float]) -> str:
    number, heads, epsilon = which
    own, name = f"encoder.layers.{number}.", f"layer{number}."

    def weight(part: str) -> Array:
        return state[own + part + ".weight"].T

    def bias(part: str) -> str:
        return graph.weight(name + part + ".bias", state[own + part + ".bias"])

    def norm(part: str, given: list[str]) -> str:
        x, y, more = given
        added = graph.node(
            "Add", [graph.node("Add", [x, y], f"{name}{part}.sum"), more], f"{name}{part}.all"
        )
        gain = graph.weight(f"{name}{part}.gain", state[f"{own}{part}.weight"])
        shift = graph.weight(f"{name}{part}.shift", state[f"{own}{part}.bias"])
        return graph.node("LayerNormalization", [added, gain, shift], name + part, epsilon=epsilon)

    qkv = graph.weight(name + "qkv.weight", weight("qkv"))
    seen = graph.node(
        "Attention",
        [x, qkv, bias("qkv")],
        name + "attention",
        domain=MICROSOFT,
        num_heads=heads,
    )
    out = graph.matmul(seen, weight("out"), name + "out")
    x = norm("norm", [x, out, bias("out")])
    up = graph.matmul(x, weight("up"), name + "up")
    up = graph.node("BiasGelu", [up, bias("up")], name + "gelu", domain=MICROSOFT)
    down = graph.matmul(up, weight("down"), name + "down")
    return norm("last", [x, down, bias("down")])


def _heads(graph: Graph, state: dict[str, Array], x: str) -> None:
    for given, part, name in (
        (x, "tags", "tags"),
        (_hidden(graph, state, x), "piece_side", "piece_sides"),
        ("hidden", "cue_side", "cue_sides"),
    ):
        scale = 1 / 8 if part == "piece_side" else 1.0
        product = graph.matmul(given, state[f"{part}.weight"].T * scale, f"{name}.product")
        bias = graph.weight(f"{name}.bias", state[f"{part}.bias"] * np.float32(scale))
        graph.node("Add", [product, bias], name)


def _hidden(graph: Graph, state: dict[str, Array], x: str) -> str:
    product = graph.matmul(x, state["hidden.weight"].T, "hidden.product")
    bias = graph.weight("hidden.bias", state["hidden.bias"])
    return graph.node("BiasGelu", [product, bias], "hidden", domain=MICROSOFT)
