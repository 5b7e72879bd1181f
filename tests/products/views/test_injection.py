"""Facts that would like to run as script, by the way that every fact takes: file, build, page, browser.

Twenty attacks stand in every field of every kind that holds text, and in what evidence may say.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from browsing import browser
from dfgraph import Project, Severity
from dfgraph.project.viewing import PageOptions, Wish
from dfgraph.sources.schema import Field, Kind, Schema, ValueType
from rooms import Watched, saved
from worlds import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

__all__ = ["browser"]

FIRE = "window.fired=1"
ATTACKS = (
    f"<script>{FIRE}</script>",
    f"</script><script>{FIRE}</script>",
    f"<!--<script>{FIRE}//-->",
    f"<img src=x onerror={FIRE}>",
    f"javascript:{FIRE}",
    f"<svg onload={FIRE}><script>{FIRE}</script></svg>",
    f'" onmouseover="{FIRE}" autofocus onfocus="{FIRE}',
    f"' onclick='{FIRE}' x='><b>",
    "{{ 7 * 7 }}{% import 'os' as os %}${7 * 7}#{7 * 7}",
    f"</style><style>*{{background:url(https://example.org/x?{FIRE})}}</style>",
    f"a\u2028{FIRE}\u2029b",
    f"\u202e>1=derif.wodniw<\u202c {FIRE}",
    f"%00\\u0000&#0;<scr\\0ipt>{FIRE}</script>",
    f"data:text/html,<script>{FIRE}</script>",
    f"&lt;script&gt;{FIRE}&lt;/script&gt;&#60;img src=x onerror={FIRE}&#62;",
    f"<a href=\"https://example.org/\" onclick='{FIRE}'>x</a>",
    f'=HYPERLINK("https://example.org/?"&A1;"{FIRE}")',
    f"]]></title><iframe srcdoc='<script>parent.{FIRE}</script>'>",
    f"\\u003cscript\\u003e{FIRE}\\u003c/script\\u003e${{{FIRE}}}`",
    f"@SUM(1+1)*cmd|'/c {FIRE}'!A1<math><mi//xlink:href='javascript:{FIRE}'>",
)
ADDRESSES = (
    f"https://example.org/'onmouseover='{FIRE}",
    f"https://example.org/#javascript:{FIRE}",
    f"https://example.org/?x=%22%3E%3Cscript%3E{FIRE}",
    f"https://example.org/&quot;onclick=&quot;{FIRE}",
)
REFUSED = (
    f"javascript:{FIRE}",
    f" javascript:{FIRE}",
    f"data:text/html,<script>{FIRE}</script>",
    f'https://example.org/"onmouseover="{FIRE}',
    f"https://example.org/<script>{FIRE}</script>",
)
SHAPED: Mapping[str, Callable[[int], str]] = {
    "iso2": lambda n: "Q" + chr(65 + n),
    "iso_3166_2": lambda n: f"VN-{n:02}",
    "gso_code": lambda n: f"{n:02}",
    "language": lambda _: "vi",
    "characters": lambda n: f"{n}-{n + 9}",
    "digest": lambda n: f"sha256:{n:064}",
}
"""What a field must look like where its form leaves no room for an attack."""
WATCH = """window.broken = [];
  addEventListener("securitypolicyviolation", event => window.broken.push(event.violatedDirective));
  for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => { window.fired = name; };"""
FOREIGN = """() => [...document.querySelectorAll("*")].flatMap(one => [
  ...["IFRAME", "OBJECT", "EMBED", "IMG", "MATH", "BASE", "FORM", "B"].filter(name => one.nodeName === name),
  ...[...one.attributes].filter(({ name, value }) => /^on|^srcdoc$/.test(name)
    || (/href$|^src$|^action$/.test(name) && !/^(https?:|file:|[a-z-]+\\.html)/.test(value)))
    .map(({ name }) => name)])"""
"""What no page of ours has: elements and attributes that load or run something."""


def _value(field: Field, kind: Kind, n: int, schema: Schema) -> Any:
    """Something of the right type: an attack where a text may be."""
    match field.type:
        case ValueType.TEXT:
            said = ATTACKS[n]
            # An alias is one of many: there all twenty stand at once, for every thing of the kind.
            return {"vi": [f"{said} {kind.key}{n}"], "en": said} if field.key == "alias" else {"vi": said, "en": said}
        case ValueType.STRING:
            return SHAPED[field.key](n) if field.key in SHAPED else ATTACKS[n]
        case ValueType.ADDRESS:
            return ADDRESSES[n % len(ADDRESSES)]
        case ValueType.INTEGER | ValueType.DECIMAL:
            return n + 1
        case ValueType.TIME | ValueType.DATE:
            return "2020-06-18"
        case ValueType.REFERENCE if field.key in ("places", "party", "participants"):
            return [_target(field.range or "", place, schema) for place in (n, n + 1)]
        case ValueType.REFERENCE if field.required or field.key in ("host", "issuer", "area"):
            return _target(field.range or "", n, schema)
    return None


def _target(wanted: str, n: int, schema: Schema) -> str | None:
    for concept in schema.concepts:
        if wanted in concept.supers:
            return concept.id
    for kind in schema.kinds.values():
        if wanted in kind.supers and not kind.id_from:
            return f"{kind.prefix}/{kind.key}-{(n + 1) % len(ATTACKS)}"
    return None


def _records(schema: Schema) -> Iterator[dict[str, Any]]:
    """Twenty things of every kind; each names itself and its evidence by an attack."""
    for kind in schema.kinds.values():
        for n, attack in enumerate(ATTACKS):
            words = {"vi": attack, "en": attack}
            said = {field.key: _value(field, kind, n, schema) for field in kind.fields.values()}
            record: dict[str, Any] = {"kind": kind.key} | {
                key: value for key, value in said.items() if value is not None
            }
            if kind.key != "passage":
                record["id"] = f"{kind.prefix}/{kind.key}-{n}"
            if not kind.self_evident:
                record["evidence"] = {
                    **{"source": f"source/source-{n}", "paragraph": n + 1, "speaker": f"organisation/organisation-{n}"},
                    **{"inferred": True, "because": words, "note": words, "recorded_by": f"person/person-{n}"},
                    "confidence": "high",
                }
            yield record


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The shipped ontology with such facts alone, built."""
    folder = tmp_path_factory.mktemp("hostile") / "project"
    shutil.copytree(ROOT / "ontology", folder / "ontology")
    (folder / "data").mkdir()
    records = list(_records(Project.open(folder).ontology.schema))
    (folder / "data" / "facts.yaml").write_text(json.dumps(records, indent=0), encoding="utf-8")
    opened = Project.open(folder)
    opened.build()
    return Project.open(folder)


@pytest.fixture(scope="module")
def pages(project: Project) -> Path:
    """The pages of those facts: all that need no choice, and one about a thing, whose name is in the title."""
    viewing = project.viewing(PageOptions("vi"))
    viewing.one(Wish("organisation/organisation-1"), project.places.output / "around.html")
    return viewing.all()[0].parent


@pytest.fixture
def visit(browser: Browser, pages: Path) -> Iterator[Callable[[str], Watched]]:
    """Opens a page; afterwards nothing of the facts has run, asked, loaded or broken the page's policy."""
    opened: list[tuple[Watched, list[str]]] = []

    def opener(name: str) -> Watched:
        context = browser.new_context(offline=True, reduced_motion="reduce", viewport={"width": 1366, "height": 900})
        context.add_init_script(WATCH)
        watched, dialogs = Watched(context.new_page()), list[str]()

        def heard(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        opened.append((watched, dialogs))
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("console", watched.hear)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.on("dialog", heard)
        watched.page.goto((pages / f"{name}.html").as_uri())
        return watched

    yield opener
    for watched, dialogs in opened:
        assert [url for url in watched.requests if not url.startswith(("file://", "blob:"))] == []
        assert (watched.complaints, dialogs) == ([], [])
        assert watched.evaluate("window.broken") == []
        assert watched.evaluate("window.fired ?? null") is None
        assert watched.evaluate(FOREIGN) == []
        watched.page.context.close()


def _open(visit: Callable[[str], Watched], name: str) -> Watched:
    page = visit(name)
    page.until("document.documentElement.dataset.ready === ''")
    return page


def test_everything_stays_text_in_the_panel(visit: Callable[[str], Watched], project: Project) -> None:
    """Of a thing of every kind for each attack: name, aliases, fields, addresses, citations, as they were written."""
    page = _open(visit, "everything")
    for kind in project.ontology.schema.kinds.values():
        for n in range(len(ATTACKS)) if kind.key != "passage" else ():
            id_ = f"{kind.prefix}/{kind.key}-{n}"
            page.evaluate("id => { location.hash = 'id=' + id; }", quote(id_, safe=""))
            page.until(f"decodeURIComponent(location.hash) === '#id={id_}'")
            page.until("document.querySelector('#panel dl') !== null")
            told = page.evaluate("document.querySelector('#panel').textContent")
            assert told.count(ATTACKS[n]) >= 3, (kind.key, n)
    assert page.evaluate(FOREIGN) == []


@pytest.mark.parametrize("name", ["partners", "cascade", "people", "everything", "around"])
def test_everything_stays_text_on_every_tab(visit: Callable[[str], Watched], name: str) -> None:
    """Shown, pointed at, searched, filtered, told in the other language, printed."""
    page = _open(visit, name)
    page.fill("#query", "window fired")
    page.press("#query", "Enter")
    for summary in page.locator("#tools summary").all():
        summary.click()
    for tab in page.evaluate("[...document.querySelectorAll('[role=tab]')].map(e => e.id)"):
        page.click(f"#{tab}")
        for mark in page.locator(".map-point, .map-flow-hit, .time-moment circle, .number-hit").all()[:6]:
            if mark.is_visible():
                mark.hover(force=True)
        page.click("#language")
        assert page.evaluate(FOREIGN) == [], tab
    page.page.emulate_media(media="print")
    page.page.pdf()
    assert page.evaluate(FOREIGN) == []


def test_answers_stay_text(visit: Callable[[str], Watched]) -> None:
    """All that is said of anything, asked for in the page itself; and its download."""
    page = _open(visit, "partners")
    page.click("#tab-sparql")
    page.select_option("#sparql-question", "")
    page.click(".ask .editor .cm-content")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("SELECT DISTINCT ?said WHERE { ?thing ?field ?said . FILTER isLiteral(?said) }")
    end = time.monotonic() + 20
    while "Sẵn sàng" not in "".join(page.texts(".ask [role=status]")) and time.monotonic() < end:
        time.sleep(0.05)
    page.click(".ask .go")
    page.until("document.querySelector('.answer tbody') !== null")
    while page.locator(".answer > button").count():
        page.locator(".answer > button").click()
    said = page.evaluate("document.querySelector('.answer').textContent")
    assert [attack for attack in ATTACKS if attack not in said] == []
    _harmless(saved(page, "text=Tải về CSV")[1].decode("utf-8-sig"))


def _harmless(sheet: str) -> None:
    """No cell begins as a formula does."""
    assert "HYPERLINK" in sheet
    for row in csv.reader(io.StringIO(sheet), delimiter=";"):
        for cell in row:
            assert cell[:1] not in "=@" or not cell, cell


def test_downloads_are_harmless(visit: Callable[[str], Watched]) -> None:
    """Sheets compute nothing, a workbook holds texts alone, and the drawing is a drawing."""
    page = _open(visit, "everything")
    page.click("#tab-table")
    _harmless(saved(page, "text=Tải CSV")[1].decode("utf-8-sig"))
    workbook = zipfile.ZipFile(io.BytesIO(saved(page, "text=Tải Excel")[1]))
    for name in workbook.namelist():
        content = workbook.read(name)
        ElementTree.fromstring(content)
        assert b"<f>" not in content
        assert b"hyperlink" not in content
        assert b"TargetMode" not in content
    page.click("#tab-network")
    drawing = ElementTree.fromstring(saved(page, "#save-svg")[1])
    used = {one.tag.rpartition("}")[2] for one in drawing.iter()}
    assert not used & {"script", "a", "image", "use", "foreignObject", "style"}
    assert not [name for one in drawing.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    assert any("window.fired" in (one.text or "") for one in drawing.iter())


def test_the_list_of_pages_stays_text(visit: Callable[[str], Watched]) -> None:
    """In both languages; where facts name a page, its title is theirs as they wrote it."""
    page = visit("index")
    page.click("#language")
    assert page.locator(".pages li").count() > 2
    assert page.locator(".pages a[href*=conferences]").count() == 0  # of these facts it shows nothing
    other = _open(visit, "around")
    assert ATTACKS[1] in other.inner_text("h1")
    assert ATTACKS[1] in other.title()


def test_addresses_that_run_are_refused(project: Project, tmp_path: Path) -> None:
    """Before anything is built: an address is one of the web, without signs that could end its place."""
    shutil.copytree(project.places.ontology, tmp_path / "ontology")
    records = [
        {"kind": "source", "id": f"source/s{n}", "label": {"vi": "A", "en": "A"}, "source_type": "report", "url": url}
        for n, url in enumerate(REFUSED)
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "facts.yaml").write_text(json.dumps(records, indent=0), encoding="utf-8")
    findings = Project.open(tmp_path).check().findings
    assert len([one for one in findings if one.severity is Severity.ERROR]) >= len(REFUSED)
