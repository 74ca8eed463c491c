"""The judges as ONNX graphs: the finder's encoder, then heads over averages of places."""

import numpy as np
import onnx

from training.graph import MICROSOFT, Array, Graph, encoded, numbers_of
from training.judging.network import Either, Judge, PairJudge

HEADS = ("places.mean", "fact_hidden", "fact", "hidden", "attitude")
PAIR_HEADS = ("places.mean", "hidden", "attitude")
"""Products that stay in float32: they are small."""


def graph_of(judge: Either) -> onnx.ModelProto:
    """Give the graph of a judge; `spans` (3, n, pieces) average one, other and the opening."""
    state = numbers_of(judge)
    if isinstance(judge, PairJudge):  # it is told nothing beside the pieces: one row of zeros
        state["features.0.weight"] = np.zeros((1, judge.encoder.shape.width), np.float32)
    graph = Graph()
    x = encoded(graph, state, judge.encoder.shape)
    means = graph.node("MatMul", ["spans", x], "places.mean")
    turned = graph.node("Transpose", [means], "places.turned", perm=[1, 0, 2])
    flat = graph.weight("flat", np.array([0, -1], np.int64))
    pair = graph.node("Reshape", [turned, flat], "places.pair")
    outputs: dict[str, tuple[int | str, ...]] = {"attitudes": ("n", 5)}
    if isinstance(judge, Judge):
        first = graph.weight("first", np.array([0], np.int64))
        one = graph.node("Gather", [means, first], "places.one", axis=0)
        _head(graph, state, _gelu(graph, state, one, "fact_hidden"), ("fact", "facts"))
        outputs = {"facts": (1, "n", 2), **outputs}
        bent = _gelu(graph, state, pair, "hidden")
    else:
        bent = _tanh(graph, state, pair, "hidden")
    _head(graph, state, bent, ("attitude", "attitudes"))
    return graph.model("judging", {"spans": (3, "n", "pieces")}, outputs)


def _gelu(graph: Graph, state: dict[str, Array], x: str, name: str) -> str:
    product = graph.matmul(x, state[f"{name}.weight"].T, name)
    bias = graph.weight(f"{name}.bias", state[f"{name}.bias"])
    return graph.node("BiasGelu", [product, bias], f"{name}.gelu", domain=MICROSOFT)


def _tanh(graph: Graph, state: dict[str, Array], x: str, name: str) -> str:
    product = graph.matmul(x, state[f"{name}.weight"].T, name)
    bias = graph.weight(f"{name}.bias", state[f"{name}.bias"])
    return graph.node("Tanh", [graph.node("Add", [product, bias], f"{name}.sum")], f"{name}.tanh")


def _head(graph: Graph, state: dict[str, Array], x: str, names: tuple[str, str]) -> None:
    last, output = names
    product = graph.matmul(x, state[f"{last}.weight"].T, last)
    graph.node("Add", [product, graph.weight(f"{last}.bias", state[f"{last}.bias"])], output)
