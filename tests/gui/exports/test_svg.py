"""SVG: what it tells those who do not see it, and its paths; what it shows is in test_alike."""

import re

import pytest
from examples import example
from PySide6.QtGui import QPainterPath

from gui.exports import Subject, html, svg
from gui.exports.length import length
from gui.exports.svg_letters import Letters, Outlines, path_data
from gui.fonts import Face
from gui.picture.runs import Run, glyphs


def test_a_formula_is_told_as_it_is_read():
    text = svg.render(Subject(example("linear-unit"))).decode()
    assert 'aria-label="J = ½ d²"' in text
    assert 'aria-label="−4"' in text


def test_what_the_steps_of_a_lesson_have_in_common_is_set_once(monkeypatch):
    asked, known = [], svg._text
    monkeypatch.setattr(svg, "_text", lambda text, *more: asked.append(text) or known(text, *more))
    for render in (svg.render_steps, html.render):
        asked.clear()
        render(Subject(example("linear-unit")))
        assert len(asked) == len(set(asked)) > 20


def test_the_outline_of_a_letter_stands_in_a_file_once():
    text = svg.render(Subject(example("two-hidden-units"))).decode()
    defined = re.findall(r'<path id="(\w+)" d="([^"]+)"', text)
    used = re.findall(r'<use xlink:href="#(\w+)"', text)
    assert len(defined) == len(dict(defined)) == len({data for _, data in defined})
    assert set(used) == {name for name, _ in defined}
    assert len(used) > 3 * len(defined)


def test_each_step_defines_the_letters_it_uses_and_no_others():
    steps = [data.decode() for data in svg.render_steps(Subject(example("linear-unit")))]
    defined = [set(re.findall(r'<path id="(\w+)"', step)) for step in steps]
    assert defined == [set(re.findall(r'<use xlink:href="#(\w+)"', step)) for step in steps]
    assert len(set(map(len, defined))) > 1


def test_letters_of_one_name_have_one_outline_in_all_pictures():
    found: dict[str, set[str]] = {}
    for name in ("linear-unit", "two-hidden-units"):
        text = svg.render(Subject(example(name))).decode()
        for letter, data in re.findall(r'<path id="(\w+)" d="([^"]+)"', text):
            found.setdefault(letter, set()).add(data)
    assert all(len(outlines) == 1 for outlines in found.values())


@pytest.mark.parametrize(
    "run", [Run("Jg8−", Face.ITALIC, 17, 3.25, -40.5), Run("0 7", Face.SANS, 16)]
)
def test_letters_stand_where_the_run_has_them(run):
    letters = [
        (path_data(some.rawFont().pathForGlyph(index)), run.x + place.x(), run.y + place.y())
        for some in glyphs(run.text, run.face, run.size)
        for index, place in zip(some.glyphIndexes(), some.positions(), strict=True)
    ]
    used: Outlines = {}
    written = Letters().of(run, used)
    found = re.findall(r'#(\w+)" x="([^"]+)"(?: y="([^"]+)")?', written)
    assert [(used[name], x, y or "0") for name, x, y in found] == [
        (data, length(x), length(y)) for data, x, y in letters if data
    ]


def test_an_outline_is_written_point_by_point():
    (some,) = glyphs("g", Face.ITALIC, 17)
    path = some.rawFont().pathForGlyph(some.glyphIndexes()[0])
    path.lineTo(1.0, 2.0)
    elements = [path.elementAt(at) for at in range(path.elementCount())]
    kinds = QPainterPath.ElementType
    begun = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
    expected = [(begun.get(e.type, " "), length(e.x), length(e.y)) for e in elements]
    assert {kind for kind, *_ in expected} == {"M", "L", "C", " "}
    data = path_data(path)
    assert re.findall(r"([MLC ])(\S+?) ([-.0-9]+)", data.replace("Z", "")) == expected
    assert data.count("Z") == data.count("M")
    assert path_data(QPainterPath()) == ""
