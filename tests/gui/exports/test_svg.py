"""SVG: what it tells those who do not see it, and its paths; what it shows is in test_alike."""

import re

from examples import example
from PySide6.QtGui import QPainterPath

from gui.exports import Subject, html, svg
from gui.exports.length import length
from gui.fonts import Face
from gui.picture.runs import Run, outline


def test_a_formula_is_told_as_it_is_read():
    text = svg.render(Subject(example("linear-unit"))).decode()
    assert 'aria-label="J = ½ d²"' in text
    assert 'aria-label="−4"' in text


def test_what_the_steps_of_a_lesson_have_in_common_is_outlined_once(monkeypatch):
    asked, known = [], svg._text
    monkeypatch.setattr(svg, "_text", lambda text, theme: asked.append(text) or known(text, theme))
    for render in (svg.render_steps, html.render):
        asked.clear()
        render(Subject(example("linear-unit")))
        assert len(asked) == len(set(asked)) > 20


def test_letters_are_written_point_by_point_as_their_outline_has_them():
    path = outline(Run("Jg8−", Face.ITALIC, 17, 3.25, -40.5))
    elements = [path.elementAt(at) for at in range(path.elementCount())]
    kinds = QPainterPath.ElementType
    begun = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
    expected = [(begun.get(e.type, " "), length(e.x), length(e.y)) for e in elements]
    assert {kind for kind, *_ in expected} == {"M", "L", "C", " "}
    data = svg._path_data(path)
    assert re.findall(r"([MLC ])(\S+?) ([-.0-9]+)", data.replace("Z", "")) == expected
    assert data.count("Z") == data.count("M")
    assert svg._path_data(outline(Run(" ", Face.SANS, 12))) == ""
