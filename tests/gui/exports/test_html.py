"""The HTML page in a browser: its steps clicked and typed through, light and dark, offline."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.dom import minidom

import pytest
from browser import Browser

import engine
from gui.exports import export
from gui.exports.sequence import scenes
from gui.exports.subject import Subject
from resources import resource

UNIT = str(resource("examples/linear-unit.chainrule"))
NETWORK = str(resource("examples/two-layer-network.chainrule"))
SHOWN = "[...document.querySelectorAll('main > figure')].findIndex(f => f.offsetParent !== null)"
SAID = "document.querySelector('main > figure:not([hidden]) .said').textContent"


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "unit.html"
    export(engine.load(UNIT), path)
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as running:
        yield running


def buttons(number: int) -> str:
    return f"nav button:nth-of-type({number})"


def test_the_steps_are_walked_by_clicks_and_by_keys(page, browser):
    browser.open(page)
    count = len(scenes(Subject(engine.load(UNIT))))
    assert browser.ask("document.querySelectorAll('main > figure').length") == count
    assert browser.ask(SHOWN) == 0
    browser.click(buttons(4))
    assert browser.ask(SHOWN) == 1
    assert browser.ask(SAID) == "c = w · x = 2 · (−2) = −4"
    browser.key("ArrowRight")
    assert browser.ask(SAID) == "a = c + b = −4 + 8 = 4"
    browser.key("ArrowLeft")
    browser.click(buttons(2))
    assert browser.ask(SHOWN) == 0
    browser.key("End")
    assert browser.ask(SHOWN) == count - 1
    assert browser.ask("document.querySelector('nav output').value") == f"{count} / {count}"
    assert browser.ask("document.querySelectorAll('nav button:disabled').length") == 2
    browser.click(buttons(1))
    assert browser.ask(SHOWN) == 0
    assert browser.ask("location.hash") == "#1"
    assert browser.ask("document.getElementById('spoken').textContent").startswith("given")


def test_play_goes_on_and_a_step_by_hand_stops_it(page, browser):
    browser.open(page)
    browser.key(" ")
    assert browser.ask("document.querySelector('nav button:nth-of-type(3)').ariaLabel") == "Pause"
    browser.key("ArrowRight")
    assert browser.ask("document.querySelector('nav button:nth-of-type(3)').ariaLabel") == "Play"
    browser.key("End")
    browser.click(buttons(3))  # at the end it begins anew
    assert browser.ask(SHOWN) == 0
    browser.click(buttons(3))
    assert browser.ask("document.querySelector('nav button:nth-of-type(3)').ariaLabel") == "Play"


def test_it_asks_for_nothing_but_itself(page, browser):
    browser.asked.clear()
    browser.open(page)
    browser.key("End")
    assert browser.asked == [page.as_uri()]


def test_it_is_as_light_or_dark_as_its_reader(page, browser):
    face = "getComputedStyle(document.body).backgroundColor"
    ink = "getComputedStyle(document.querySelector('.defs [aria-label]')).fill"
    found = {}
    for scheme in ("light", "dark"):
        media = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.send("Emulation.setEmulatedMedia", features=media)
        browser.open(page)
        found[scheme] = browser.ask(face), browser.ask(ink)
        assert browser.ask("document.documentElement.scrollWidth <= innerWidth")
    assert found["light"] == ("rgb(255, 255, 255)", "rgb(28, 32, 36)")
    assert found["dark"] == ("rgb(31, 34, 41)", "rgb(236, 239, 243)")
    browser.click("header button")
    assert browser.ask(face) == "rgb(255, 255, 255)"
    browser.send("Emulation.setEmulatedMedia", features=[])


def test_on_paper_every_step_stands(page, browser):
    browser.open(page)
    browser.send("Emulation.setEmulatedMedia", media="print")
    seen = "[...document.querySelectorAll('main > figure')].every(f => f.offsetParent !== null)"
    assert browser.ask(seen)
    assert browser.ask("document.querySelector('nav').offsetParent === null")
    browser.send("Emulation.setEmulatedMedia", media="")


def test_no_name_can_become_markup(tmp_path, browser):
    graph = engine.Graph('</title><script>document.title = "taken"</script>')
    names = ['<img src="x">', "</script>", "&amp;", "a\"b'c", "--></svg>"]
    leaves = [graph.parameter(name, 2.0) for name in names]
    graph.op("add", *leaves, name="<b>J</b>")
    path = tmp_path / "hostile.html"
    export(graph, path)
    browser.open(path)
    assert browser.ask("document.title") == graph.title
    assert browser.ask("document.querySelectorAll('img, b, main script').length") == 0
    assert browser.ask("document.querySelectorAll('script').length") == 1
    browser.key("ArrowRight")
    assert browser.ask(SAID).startswith('<b>J</b> = <img src="x"> + </script> + &amp;')


def test_what_steps_share_stands_in_the_page_once(tmp_path):
    path = tmp_path / "network.html"
    export(engine.load(NETWORK), path)
    text = path.read_text(encoding="utf-8")
    defined = re.findall(r' id="(e\d+)"', text)
    used = re.findall(r'href="#(e\d+)"', text)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(used)
    assert len(used) > 5 * len(defined)
    assert "#1c2024" not in text.split("</style>")[1]  # every colour has its name
    body = text[text.index("<main>") : text.index("</main>") + 7]
    assert minidom.parseString(body.replace("<br>", "<br/>")).documentElement.tagName == "main"  # noqa: S318  our own
