"""A network of made-up facts about real places, large enough to look like a real one."""

from __future__ import annotations

import pytest

from dfgraph.base.language import Text
from dfgraph.graph.query import Citation
from dfgraph.products.network.model import Edge, Network, Node, NodeKind, Statement

ARTICLE = Citation(
    claim="claim/1",
    source="source/bao-a",
    title=Text("Báo A: Hội nghị ngoại vụ toàn quốc", "Newspaper A: National conference on external relations"),
    url="https://example.org/bao-a?x=1&y=2",
    paragraph=10,
    date="2019-06-18",
    speaker=Text("Sở Ngoại vụ", "Department of External Relations"),
    confidence=Text("cao", "high"),
)
REPORT = Citation(
    claim="claim/2",
    source="source/report",
    title=Text("Báo cáo năm", "Annual report"),
    page=4,
    date="2020",
    because=Text("suy từ tên hội nghị", "read from the name of the conference"),
    stance=Text("phản bác", "disputes"),
    open_list=True,
)
KINDS = (
    NodeKind("ns#Province", Text("Tỉnh, thành phố", "Province"), "#0072B2", "dot", 1),
    NodeKind("ns#Locality", Text("Địa phương nước ngoài", "Foreign locality"), "#D55E00", "square", 2),
    NodeKind("ns#Organisation", Text("Tổ chức", "Organisation"), "#009E73", "hexagon", 3),
    NodeKind("ns#Document", Text("Văn kiện", "Policy document"), "#CC79A7", "diamond", 4),
    NodeKind("ns#Conference", Text("Hội nghị", "Conference"), "#E69F00", "star", 5),
)
NAMES = {
    "Province": "Quảng Ninh, Đà Nẵng, Hà Nội, Thành phố Hồ Chí Minh, Đắk Lắk, Huế, Cần Thơ, Lào Cai, Quảng Trị,"
    " An Giang, Bà Rịa - Vũng Tàu, Hải Phòng",
    "Locality": "Fukuoka, Sakai, Quảng Tây, Phúc Kiến, Luông Pha Băng, Irkutsk, Karlovy Vary, Île-de-France, Gangwon,"
    " Daegu, Savannakhet, Ratchaburi, San Francisco, Vân Nam, Yamaguchi, Kampot",
    "Organisation": "Bộ Ngoại giao, Ban Đối ngoại Trung ương, Bộ Kế hoạch và Đầu tư, Liên hiệp các tổ chức hữu nghị",
    "Document": "Nghị quyết 22-NQ/TW, Chỉ thị 41-CT/TW, Quyết định 161/QĐ-TTg, Thông báo 12",
    "Conference": "Hội nghị Ngoại vụ toàn quốc lần thứ 19, Hội nghị Ngoại vụ toàn quốc lần thứ 20, Hội nghị hợp tác"
    " Việt Nam - Nhật Bản, Diễn đàn vùng",
}


def _nodes() -> list[Node]:
    since, people = Text("Thuộc vùng từ", "Part of the region since"), Text("Dân số", "Population")
    result = []
    for kind, names in NAMES.items():
        for place, name in enumerate(names.split(", ")):
            id_ = f"https://w3id.org/dfgraph/id/{kind.lower()}/{place}"
            note = Text(f"Ghi chú dài về {name}, bằng lời của dự án.", f"A note about {name}, in our own words.")
            statements = (
                Statement(since, Text("7/2025", "July 2025"), citations=(ARTICLE,)),
                Statement(people, Text("1 320 324", "1 320 324"), citations=(ARTICLE,), contested=True),
                Statement(people, Text("1 331 600", "1 331 600"), citations=(REPORT,), contested=True),
                Statement(Text("Số đối tác", "Number of partners"), Text("3", "3"), derived=True),
                Statement(Text("Ghi chú", "Note"), note),
            )
            result.append(Node(id_, Text(name, name), f"ns#{kind}", (), statements))
    aliases = ("Quang Ninh Province", "Vùng mỏ")
    result[0] = Node(result[0].id, result[0].label, result[0].kind, aliases, result[0].statements)
    result[2] = Node(result[2].id, Text("Hà Nội", "Hanoi"), result[2].kind, ("Thăng Long",), result[2].statements)
    return result


@pytest.fixture(scope="session")
def network() -> Network:
    """Forty nodes of five kinds: one large component, a small one, and two nodes that stand alone."""
    nodes = _nodes()
    ids = {kind: [node.id for node in nodes if node.kind == f"ns#{kind}"] for kind in NAMES}
    provinces, partners = ids["Province"], ids["Locality"]
    signed = Text("Ngày ký", "Signed")
    edges = []
    for place in range(24):
        name = Text(f"Bản ghi nhớ số {place}", f"Memorandum no. {place}")
        province = nodes[(place * place) % 10]
        said = (
            Statement(signed, Text(f"{place + 1}/6/2018", f"{place + 1} June 2018"), citations=(ARTICLE,)),
            Statement(Text("Thay mặt", "On behalf of"), province.label, province.id, (ARTICLE, REPORT)),
        )
        first, second = provinces[(place * place) % 10], partners[(place * 3) % 14]
        edges.append(
            Edge(
                *(first, second, Text("Thỏa thuận", "Agreement"), "ns#Agreement"),
                *(f"https://w3id.org/dfgraph/id/agreement/{place}", name, said, (ARTICLE,)),
                directed=False,
            )
        )
    edges += [
        Edge(
            provinces[0], partners[2], Text("Hợp tác với", "Partner of"), "ns#partnerOf", derived=True, directed=False
        ),
        Edge(partners[2], provinces[0], Text("Thăm", "Visited"), "ns#visited", citations=(REPORT,)),
    ]
    carries = Text("Thực hiện", "Implements")
    for place, document in enumerate(ids["Document"][1:3], start=1):
        edges.append(Edge(document, ids["Document"][0], carries, "ns#implements", citations=(ARTICLE,)))
        edges.append(Edge(ids["Organisation"][place], document, Text("Ban hành", "Issued"), "ns#issued"))
    for conference in ids["Conference"][:2]:
        edges.append(Edge(ids["Organisation"][0], conference, Text("Tổ chức", "Organised"), "ns#organised"))
        edges += [Edge(p, conference, Text("Tham dự", "Took part"), "ns#tookPart") for p in provinces[:9:2]]
    edges.append(Edge(ids["Organisation"][1], ids["Organisation"][0], Text("Phối hợp", "Works with"), "ns#with"))
    edges.append(Edge(ids["Conference"][2], partners[14], Text("Mời", "Invited"), "ns#invited"))
    edges.append(Edge(provinces[0], provinces[0], Text("Kế thừa", "Inherits from"), "ns#inherits", derived=True))
    title = Text("Quan hệ đối ngoại của các địa phương", "External relations of Vietnam's localities")
    return Network(title, tuple(nodes), tuple(edges), KINDS)


FIRE = "window.fired=1"
ATTACKS = (
    f"<script>{FIRE}</script>",
    f"</script><script>{FIRE}</script>",
    f"<img src=x onerror={FIRE}>",
    f"\"><img src=x onerror='{FIRE}'>",
    f"'><svg onload={FIRE}>",
    f"<svg><script>{FIRE}</script></svg>",
    f"<!-- --><script>{FIRE}</script>",
    f"]]><script>{FIRE}</script>",
    f"</title><script>{FIRE}</script>",
    f"</style><script>{FIRE}</script>",
    f"<a href='javascript:{FIRE}'>href</a>",
    f"javascript:{FIRE}",
    f"data:text/html,<script>{FIRE}</script>",
    f"<iframe srcdoc='<script>parent.{FIRE}</script>'>",
    f"<math><mtext></p><img src=x onerror={FIRE}>",
    "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    f"${{{FIRE}}}`+{FIRE}+`",
    f"\\u003cscript>{FIRE}\\u003c/script>",
    f"\u2028{FIRE}\u2029//",
    f'=HYPERLINK("javascript:{FIRE}")',
)
"""Twenty texts, each of which becomes a script somewhere if it is let."""


@pytest.fixture(scope="session")
def hostile() -> Network:
    """A network whose every text tries to become a script: a thing and a relation for each of the twenty."""
    nodes, edges, kinds = [], [], []
    for place, attack in enumerate(ATTACKS):
        bad = Text(attack, attack)
        cited = Citation(attack, attack, bad, attack, attack, attack, 1, 2, attack, bad, bad, bad, bad, True, attack)
        link = Citation(attack, attack, bad, attack, f"javascript:{FIRE}")
        said = (
            Statement(bad, bad, attack, (cited,), contested=True),
            Statement(bad, bad, None, (link,), contested=True),
        )
        id_ = f"{attack}{place}"
        nodes.append(Node(id_, bad, attack, (attack,), said))
        kinds.append(NodeKind(attack, bad, attack, attack))
        via = f"{attack}v{place}"
        edges.append(Edge(id_, nodes[0].id, bad, attack, via, bad, said, (cited,), derived=True))
    return Network(Text(ATTACKS[1], ATTACKS[1]), tuple(nodes), tuple(edges), tuple(kinds))
