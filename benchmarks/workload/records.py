"""The workload: records like those that people write, the same ones on every machine.

They are mixed as in a curated article: half are partnerships, three in ten figures, two in ten agreements; a source has
some dozens of records, several to a paragraph. On average a record makes about fifteen distinct statements: nine facts,
and six on the claim (that it is one, what it speaks of, its source, the passage, when it was recorded, how sure it is).
"""

from __future__ import annotations

from random import Random
from typing import Any, Final

from workload.words import (
    AGREEMENTS,
    CITIES,
    COUNTRIES,
    FIELDS,
    HEDGES,
    INDICATORS,
    LEVELS,
    LOCALITY_ENDS,
    LOCALITY_STARTS,
    OFFICES,
    PAPERS,
    PROVINCES,
    STATES,
    TIES,
    slug,
)

Record = dict[str, Any]
"""Field → text, list of texts, text by language, or (`evidence`) a mapping of texts."""

GAZETTEER: Final = "source/gazetteer"
COMMON: Final = {"recorded": "2026-11-21", "confidence": "high"}
"""The evidence that all records of a file share."""


def workload(count: int, seed: int = 1) -> dict[str, list[Record]]:
    """Records by kind: `count` partnerships, figures and agreements, and the things they speak of."""
    return _Maker(count, Random(seed)).make()


class _Maker:
    def __init__(self, count: int, random: Random) -> None:
        self.count = count
        self.random = random
        self.names: dict[str, tuple[str, str]] = {}

    def make(self) -> dict[str, list[Record]]:
        """All records; each kind refers to the ones before it only."""
        made: dict[str, list[Record]] = {"source": self.sources()}
        self.sources_made = [r["id"] for r in made["source"][1:]]
        made["country"] = [self.country(code) for code in COUNTRIES]
        made["province"] = [self.province(name) for name in PROVINCES]
        made["locality"] = [self.locality(n) for n in range(max(20, self.count // 100))]
        made["organisation"] = [self.organisation(n) for n in range(max(20, self.count // 200))]
        self.provinces = [r["id"] for r in made["province"]]
        self.abroad = [r["id"] for r in made["locality"]]
        self.offices = [r["id"] for r in made["organisation"]]
        made["visit"] = [self.visit(n) for n in range(self.count // 50)]
        self.visits = [r["id"] for r in made["visit"]]
        made["agreement"] = [r for n in range(self.count // 5) for r in self.agreement(n)]
        made["observation"] = [self.observation(n) for n in range(self.count * 3 // 10)]
        made["partnership"] = [self.partnership(n) for n in range(self.count // 2)]
        return made

    def thing(self, kind: str, id_: str, label: tuple[str, str], **values: Any) -> Record:
        self.names[id_] = label
        stated = {key: value for key, value in values.items() if value}
        return {"kind": kind, "id": id_, "label": {"vi": label[0], "en": label[1]}, **stated}

    def cited(self) -> dict[str, str]:
        return {"source": self.random.choice(self.sources_made), "paragraph": str(self.random.randint(1, 20))}

    def time(self, first: int = 1994, last: int = 2025) -> str:
        """A point of time: a day in six cases of ten, a month or a year in two each."""
        year, month, day = self.random.randint(first, last), self.random.randint(1, 12), self.random.randint(1, 28)
        precision = self.random.random()
        return f"{year}" if precision < 0.2 else f"{year}-{month:02}" + ("" if precision < 0.4 else f"-{day:02}")

    def sources(self) -> list[Record]:
        made = [self.thing("source", GAZETTEER, ("Danh bạ địa danh", "Gazetteer"), source_type="dataset")]
        for number in range(max(10, self.count // 60)):
            paper = self.random.choice(PAPERS)
            made.append(
                self.thing(
                    "source",
                    f"source/{slug(paper)}-{number:05}",
                    (
                        f"Công tác đối ngoại địa phương, kỳ {number + 1}",
                        f"External work of localities, part {number + 1}",
                    ),
                    source_type="news-article",
                    publisher=paper,
                    date=self.time(2000),
                    language="vi",
                    paragraphs="20",
                    url=f"https://example.org/{slug(paper)}/{number:05}.html",
                )
            )
        return made

    def country(self, code: str) -> Record:
        id_ = f"country/{code.lower()}"
        return self.thing("country", id_, COUNTRIES[code], iso2=code, evidence={"source": GAZETTEER})

    def province(self, name: str) -> Record:
        rank = "centrally-governed-city" if name in CITIES else "province"
        plain = slug(name).replace("-", " ").title()
        evidence = {"source": GAZETTEER}
        return self.thing(
            "province", f"province/{slug(name)}", (name, plain), rank=rank, within="country/vn", evidence=evidence
        )

    def locality(self, number: int) -> Record:
        code = self.random.choice([c for c in COUNTRIES if c != "VN"]).lower()
        name = self.random.choice(LOCALITY_STARTS) + self.random.choice(LOCALITY_ENDS)
        return self.thing(
            "locality",
            f"locality/{code}-{slug(name)}-{number}",
            (name, name),
            country=f"country/{code}",
            level=self.random.choice(LEVELS),
            evidence={"source": GAZETTEER},
        )

    def organisation(self, number: int) -> Record:
        type_, (vietnamese, english) = self.random.choice(list(OFFICES.items()))
        province = self.random.choice(PROVINCES)
        place = f"province/{slug(province)}"
        return self.thing(
            "organisation",
            f"organisation/{slug(vietnamese)}-{slug(province)}-{number}",
            (f"{vietnamese} {province}", f"{english} {self.names[place][1]}"),
            type=type_,
            governs=place,
            country="country/vn",
            evidence=self.cited(),
        )

    def visit(self, number: int) -> Record:
        host, visitor = self.random.choice(self.provinces), self.random.choice(self.abroad)
        day = f"{self.random.randint(2000, 2024)}-{self.random.randint(1, 12):02}-{self.random.randint(10, 20)}"
        (host_vi, host_en), (visitor_vi, visitor_en) = self.names[host], self.names[visitor]
        return self.thing(
            "visit",
            f"visit/{number:05}",
            (f"Đoàn {visitor_vi} thăm {host_vi}", f"Visit of {visitor_en} to {host_en}"),
            visitor=[visitor],
            host=[host],
            date=day if number % 3 else f"{day}/{day[:8]}{int(day[8:]) + 3}",
            status="completed",
            evidence=self.cited(),
        )

    def agreement(self, number: int) -> list[Record]:
        """One agreement; every thirtieth is told by two sources."""
        random = self.random
        home = random.choice(self.provinces if random.random() < 0.6 else self.offices)
        away = random.choice(self.abroad)
        type_, (title_vi, title_en) = random.choice(list(AGREEMENTS.items()))
        fields = random.sample(list(FIELDS), 1 + (random.random() < 0.6))
        signed = self.time()
        record = self.thing(
            "agreement",
            f"agreement/{home.partition('/')[2]}--{away.partition('/')[2]}--{number:06}",
            (
                f"{title_vi} về {' và '.join(FIELDS[f][0] for f in fields)} giữa {self.names[home][0]} và "
                f"{self.names[away][0]}",
                f"{title_en} on {' and '.join(FIELDS[f][1] for f in fields)} between {self.names[home][1]} and "
                f"{self.names[away][1]}",
            ),
            type=type_,
            party=[home, away],
            signed=signed,
            signed_at=random.choice(self.visits) if self.visits and random.random() < 0.2 else "",
            expires=str(int(signed[:4]) + 5) if random.random() < 0.3 else "",
            fields=fields,
            state=random.choice(STATES),
            evidence=self.cited(),
        )
        return [record] if number % 30 else [record, {**record, "evidence": self.cited()}]

    def observation(self, number: int) -> Record:
        """One reported figure."""
        random = self.random
        indicator, unit = random.choice(list(INDICATORS.items()))
        year = random.randint(2005, 2024)
        return {
            "kind": "observation",
            "id": f"observation/{indicator}-{number:06}",
            "indicator": indicator,
            "value": str(random.randint(1, 400) * (1_000_000 if unit == "usd" else 1)),
            "unit": unit,
            "area": random.choice(self.provinces),
            "period": str(year) if random.random() < 0.7 else f"{year}/{year + random.randint(1, 5)}",
            **({"hedge": random.choice(HEDGES)} if random.random() < 0.4 else {}),
            "evidence": self.cited(),
        }

    def partnership(self, number: int) -> Record:
        """One tie between a province and a locality abroad."""
        home, away = self.random.choice(self.provinces), self.random.choice(self.abroad)
        return {
            "kind": "partnership",
            "id": f"partnership/{away.partition('/')[2]}--{home.partition('/')[2]}--{number:06}",
            "places": [home, away],
            "type": self.random.choice(TIES),
            "since": self.time(),
            "fields": self.random.sample(list(FIELDS), 2),
            "evidence": self.cited(),
        }
