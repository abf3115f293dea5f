"""The HTML page in a browser: its steps clicked and typed through, light and dark, offline."""

import json
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
from gui.language import speak
from gui.theme import LIGHT
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


# The page's clock goes by hand: `tick` is what it would call, null where it stands.
CLOCK = """
window.tick = null;
window.setInterval = (call) => { tick = call; return 1; };
window.clearInterval = () => { tick = null; };
"""
PLAY = f"document.querySelector('{buttons(3)}').ariaLabel"


def test_play_goes_on_to_the_end_and_a_step_by_hand_stops_it(page, browser):
    browser.open(page)
    browser.ask(CLOCK)
    last = browser.ask("document.querySelectorAll('main > figure').length") - 1
    browser.key(" ")
    assert browser.ask(PLAY) == "Pause"
    browser.ask("tick()")
    assert browser.ask(SHOWN) == 1
    browser.key("ArrowRight")
    assert (browser.ask(PLAY), browser.ask("tick")) == ("Play", None)
    browser.key("End")
    browser.click(buttons(3))  # at the end it begins anew
    assert (browser.ask(SHOWN), browser.ask(PLAY)) == (0, "Pause")
    for _ in range(last):
        browser.ask("tick()")
    assert (browser.ask(SHOWN), browser.ask(PLAY), browser.ask("tick")) == (last, "Play", None)
    browser.click(buttons(3))
    browser.click(buttons(3))
    assert (browser.ask(PLAY), browser.ask("tick")) == ("Play", None)


def test_on_a_telephone_it_is_as_wide_as_that(tmp_path, browser):
    """The title stood in a column beside the buttons, and what counts the steps beyond the rim."""
    graph = engine.load(NETWORK)
    graph.title = ""  # then it is a formula
    path = tmp_path / "network.html"
    export(graph, path)
    size = {"width": 360, "height": 700, "deviceScaleFactor": 1, "mobile": True}
    browser.send("Emulation.setDeviceMetricsOverride", **size)
    try:
        browser.open(path)
        wide = browser.ask("document.documentElement.scrollWidth")
        title, counts, last = (
            browser.ask(f"JSON.stringify(document.querySelector('{at}').getBoundingClientRect())")
            for at in ("h1", "nav output", "header button:last-of-type")
        )
    finally:
        browser.send("Emulation.clearDeviceMetricsOverride")
    assert wide <= 360
    assert json.loads(title)["width"] > 300
    assert max(json.loads(counts)["right"], json.loads(last)["right"]) <= 360


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
    browser.click("header .theme")
    assert browser.ask(face) == "rgb(255, 255, 255)"
    browser.send("Emulation.setEmulatedMedia", features=[])


PICTURE = "document.querySelector('main > figure:not([hidden]) svg')"
VIEW = f"(v => [v.x, v.y, v.width, v.height])({PICTURE}.viewBox.baseVal)"


def mouse(browser: Browser, kind: str, x: float, y: float, **more: object) -> None:
    browser.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)


def test_a_picture_is_brought_nearer_by_keys_wheel_and_buttons_and_moved_by_hand(page, browser):
    browser.open(page)
    whole = browser.ask(VIEW)
    browser.key("+")
    near = browser.ask(VIEW)
    assert near[2] == pytest.approx(whole[2] / 1.25)
    assert near[0] + near[2] / 2 == pytest.approx(whole[0] + whole[2] / 2)
    browser.key("ArrowRight")  # the next step is seen as near
    assert browser.ask(VIEW) == near
    browser.key("-")
    assert browser.ask(VIEW) == pytest.approx(whole)
    box = browser.ask(f"(b => [b.x, b.y, b.width, b.height])({PICTURE}.getBoundingClientRect())")
    x, y = box[0] + 0.25 * box[2], box[1] + 0.5 * box[3]
    point = f"(p => [p.x, p.y])(under({{clientX: {x}, clientY: {y}}}))"
    held = browser.ask(point)
    mouse(browser, "mouseWheel", x, y, deltaX=0, deltaY=-500)
    assert browser.ask(VIEW)[2] < 0.5 * whole[2]
    assert browser.ask(point) == pytest.approx(held, abs=0.5)  # what is under the pointer stays
    mouse(browser, "mousePressed", x, y, button="left", clickCount=1)
    mouse(browser, "mouseMoved", x - 60, y, button="left", buttons=1)
    mouse(browser, "mouseReleased", x - 60, y, button="left", clickCount=1)
    moved = f"(p => [p.x, p.y])(under({{clientX: {x - 60}, clientY: {y}}}))"
    assert browser.ask(moved) == pytest.approx(held, abs=0.5)
    browser.key("0")
    assert browser.ask(VIEW) == pytest.approx(whole)
    for name in ("Zoom in", "Zoom out"):
        browser.click(f"[aria-label='{name}']")
    assert browser.ask(VIEW) == pytest.approx(whole)
    mouse(browser, "mouseWheel", x, y, deltaX=0, deltaY=500)  # there is nothing beyond the whole
    assert browser.ask(VIEW) == pytest.approx(whole)


def test_the_cards_stand_still_from_step_to_step(page):
    views = re.findall(r'<figure [^>]*><svg viewBox="([^"]*)"', page.read_text(encoding="utf-8"))
    assert len(views) > 10
    assert len(set(views)) == 1


def test_the_page_speaks_the_language_of_the_editor(tmp_path, qapp):
    translators = speak(qapp, "de")
    try:
        path = tmp_path / "unit.html"
        export(engine.load(UNIT), path)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    text = path.read_text(encoding="utf-8")
    assert '<html lang="de">' in text
    assert 'aria-label="Nächster Schritt"' in text
    assert 'aria-label="Schritt 1 von 13"' in text
    assert "Next" not in text


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


def test_a_group_that_is_called_as_a_colour_keeps_its_name(tmp_path):
    graph = engine.Graph()
    graph.op("square", graph.parameter("w", 2.0), name="J")
    graph.groups = [engine.Group("g", LIGHT.background, ("J",))]
    export(graph, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f'aria-label="{LIGHT.background}' in page
    assert 'aria-label="var(' not in page
    assert 'fill="var(--' in page
    assert 'stroke="var(--' in page
    assert f'="{LIGHT.edge}"' not in page
