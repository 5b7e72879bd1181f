"""Made-up networks of any size: communities round hubs, names as long as Vietnamese ones, statements with sources."""

from __future__ import annotations

import random
from math import cos, pi, sin, sqrt
from typing import cast

from dfgraph.products.views.scene import Scene

KINDS = (
    ("Tỉnh, thành phố", "Province", "#0072B2", "dot"),
    ("Địa phương nước ngoài", "Foreign locality", "#D55E00", "square"),
    ("Tổ chức", "Organisation", "#009E73", "hexagon"),
    ("Văn kiện", "Policy document", "#CC79A7", "diamond"),
    ("Hội nghị", "Conference", "#E69F00", "star"),
    ("Thỏa thuận", "Agreement", "#56B4E9", "triangle"),
)
SYLLABLES = (
    *("an", "bắc", "bình", "cao", "châu", "đà", "đắk", "đồng", "giang", "hà", "hải", "hòa", "hưng", "khánh"),
    *("lâm", "long", "nam", "ninh", "phú", "quảng", "sơn", "thái", "thừa", "tiền", "trà", "vĩnh"),
)
EDGES_A_NODE = 2.5
A_COMMUNITY = 40
SPACE = 75.0
GOLDEN = pi * (3 - sqrt(5))


def made_up(count: int, *, parallel: bool = True) -> Scene:
    """A scene of so many nodes and two and a half times as many edges; the same one each time."""
    chance = random.Random(count)
    names = [" ".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))).title() for _ in range(count)]
    pairs = _pairs(chance, count, parallel)
    degrees = [0] * count
    for ends in pairs:
        for end in ends:
            degrees[end] += 1
    nodes = [
        {
            "id": f"https://w3id.org/dfgraph/id/thing/{at}",
            "label": name if at % 4 else {"vi": name, "en": f"The {name}"},
            "kind": chance.randrange(len(KINDS)),
            "x": x,
            "y": y,
            "size": 10 + min(14, round(3 * sqrt(degrees[at]))),
            "aliases": [f"{name} cũ"] if at % 5 == 0 else [],
            "statements": [_statement(chance) for _ in range(3)],
        }
        for at, (name, (x, y)) in enumerate(zip(names, _spots(count), strict=True))
    ]
    label = ({"vi": "Hợp tác với", "en": "Partner of"}, {"vi": "Thực hiện", "en": "Implements"})
    edges = [
        {
            "id": f"https://w3id.org/dfgraph/id/agreement/{at}",
            "from": start,
            "to": end,
            "label": label[at % 2],
            "bend": 0.0,
            "directed": at % 2 == 1,
            "notes": [chance.randrange(40)],
            "statements": [_statement(chance)],
        }
        for at, (start, end) in enumerate(pairs)
    ]
    return cast(
        "Scene",
        {
            "title": {"vi": f"Mạng lưới {count} mục", "en": f"A network of {count} things"},
            "kinds": [{"label": {"vi": vi, "en": en}, "colour": c, "shape": s} for vi, en, c, s in KINDS],
            "nodes": nodes,
            "edges": edges,
            "citations": [
                {
                    "source": f"Báo cáo công tác đối ngoại số {at}",
                    "url": f"https://example.org/{at}",
                    "paragraph": at % 30 + 1,
                    "date": {"vi": f"{at % 28 + 1}/6/2019", "en": f"{at % 28 + 1} June 2019"},
                }
                for at in range(40)
            ],
            "facets": [],
            "moments": [],
            "series": [],
            "figures": [],
        },
    )


def _statement(chance: random.Random) -> dict[str, object]:
    return {
        "field": {"vi": "Ngày ký", "en": "Signed"},
        "value": " ".join(chance.choices(SYLLABLES, k=4)),
        "notes": [chance.randrange(40)],
    }


def _spots(count: int) -> list[tuple[int, int]]:
    """Communities in a spiral, and in each its members in a spiral round the hub."""
    wide = SPACE * sqrt(A_COMMUNITY)
    result = []
    for at in range(count):
        outer, inner = divmod(at, A_COMMUNITY)
        x, y = 1.35 * cos(outer * GOLDEN), sin(outer * GOLDEN)
        u, v = cos(inner * GOLDEN), sin(inner * GOLDEN)
        far, near = wide * sqrt(outer), SPACE * sqrt(inner) * 0.55
        result.append((round(x * far + u * near), round(y * far + v * near)))
    return result


def _pairs(chance: random.Random, count: int, parallel: bool) -> list[tuple[int, int]]:
    """Each node to its hub; then within communities, and one in six across them. Some pairs have several."""
    pairs = [(at, at - at % A_COMMUNITY) for at in range(count) if at % A_COMMUNITY]
    while len(pairs) < count * EDGES_A_NODE:
        start = chance.randrange(count)
        low = start - start % A_COMMUNITY
        near = min(count - 1, low + int(A_COMMUNITY * chance.random() ** 1.5))
        pair = (start, chance.randrange(count) if chance.random() < 1 / 6 else near)
        if pair[0] != pair[1]:
            pairs += [pair] * (chance.choice((1, 1, 1, 1, 1, 1, 1, 2, 5)) if parallel else 1)
    return pairs[: round(count * EDGES_A_NODE)]
