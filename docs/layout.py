"""The picture of the layout: the layers of the import contract, each with its first sentence."""

import ast
import html
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
SVG = "http://www.w3.org/2000/svg"
TITLE = (
    "src/onrecord: what stands higher may import what stands lower; "
    "neighbours never import one another"
)
WIDTH, ROW, GAP, MARGIN = 960, 62, 14, 20


def layout_picture() -> str:
    """Give the picture as SVG: what stands higher may import what stands lower, never back."""
    layers = _layers()
    height = MARGIN * 2 + 40 + len(layers) * (ROW + GAP)
    parts = [
        f'<svg xmlns="{SVG}" viewBox="0 0 {WIDTH} {height}" font-family="system-ui, sans-serif">',
        f'<rect width="{WIDTH}" height="{height}" fill="#fbfaf7"/>',
        _text((MARGIN, MARGIN + 14), 'font-size="15" fill="#333"', TITLE),
    ]
    top = MARGIN + 34
    for layer in layers:
        parts += _row(layer, top)
        top += ROW + GAP
    return "\n".join([*parts, "</svg>", ""])


def _layers() -> list[list[str]]:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    first = contract["contracts"][0]["layers"]
    return [[name.strip() for name in layer.split("|")] for layer in first]


def _row(names: list[str], top: int) -> list[str]:
    width = (WIDTH - 2 * MARGIN - GAP * (len(names) - 1)) / len(names)
    parts: list[str] = []
    for place, name in enumerate(names):
        left = MARGIN + place * (width + GAP)
        box = f'x="{left:.0f}" y="{top}" width="{width:.0f}" height="{ROW}" rx="6"'
        small = 13 if len(names) == 1 else 11
        parts += [
            f'<rect {box} fill="#fff" stroke="#8a8172"/>',
            _text((left + 12, top + 25), 'font-size="16" font-weight="600" fill="#1f3a4d"', name),
            _text(
                (left + 12, top + 46), f'font-size="{small}" fill="#555"', _sentence(name, width)
            ),
        ]
    return parts


def _text(at: tuple[float, float], style: str, words: str) -> str:
    return f'<text x="{at[0]:.0f}" y="{at[1]}" {style}>{html.escape(words)}</text>'


def _sentence(name: str, width: float) -> str:
    """Give the first sentence of a module's docstring, cut to its box."""
    base = ROOT / "src" / "onrecord" / name
    path = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
    doc = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    sentence = " ".join(doc.partition("\n\n")[0].split())
    room = int(width / 5.9)
    return sentence if len(sentence) <= room else sentence[: room - 1].rstrip() + "…"
