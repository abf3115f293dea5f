"""What is still asked for is told nowhere: no panel, export or program gives it away."""

from dataclasses import replace
from pathlib import Path

from hands import click
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from quiz_desk import Desk

import engine
from engine.assignments import graph_from_text
from gui.actions.action import shown_lens
from gui.actions.file import FILE
from gui.canvas.tooltip import tooltip_at
from gui.commands import SetValue
from gui.dialogs.export_picture import ExportPicture
from gui.exports.closing import pages
from gui.exports.subject import Subject
from gui.picture.layout import place_all
from gui.picture.not_finite import begins_at
from gui.picture.plain_text import plain_text
from gui.quiz import Blank


def test_the_answers_cannot_be_read_anywhere(desk: Desk) -> None:
    desk.window.document.do(SetValue("w", 5.0))  # c = −10, a = −2, d = −4, J = 8
    desk.settle()
    click(desk.panel.begin)
    desk.window.canvas.entry.close_editor()
    window, canvas = desk.window, desk.window.canvas
    answers = {"−10", "−4", "8", "−20"}
    assert desk.numbers() <= {"?", "5", "−2", "8", "2", "1"}
    assert desk.hands.written("a", 1) == ("8", "?")  # b's own value, which is given
    for name in ("c", "d", "J", "a"):
        x, y = desk.hands.middle(name)
        said = tooltip_at(canvas.picture, QPointF(x, y), 4.0)
        assert not any(f"= {number}" in said for number in answers)
        assert "= ?" in said
    for edge in (engine.Edge("c", "a", 0), engine.Edge("d", "J", 0)):
        at = canvas.picture.edge_index[edge.target, edge.port]
        label = canvas.picture.edge_labels(at)[0]
        said = tooltip_at(canvas.picture, QPointF(label.x, label.baseline + 8), 4.0)
        assert not any(number in said for number in answers)
    for shown in ("c", "d", "J"):
        window.inspector.show_selection([shown], [])
        texts = {label.text() for label in window.inspector.findChildren(QLabel)}
        assert not texts & answers
        if shown != "J":  # where every way back begins, and nothing is asked for
            assert window.inspector.node_page.chain.isHidden()  # a hint that costs nothing
        assert not any(
            view.isVisibleTo(window.inspector) for view in window.inspector.node_page.local
        )
    spoken = QAccessible.queryAccessibleInterface(canvas)
    assert spoken is not None
    for k in range(spoken.childCount()):
        child = spoken.child(k)
        said = " ".join(child.text(kind) for kind in QAccessible.Text if kind.value < 5)
        assert not any(number in said for number in ("−10", "−20"))


def test_what_was_found_is_explained_while_the_rest_is_asked_for(desk: Desk) -> None:
    inspector = desk.window.inspector
    page = inspector.node_page
    desk.panel.values.setChecked(False)
    click(desk.panel.begin)
    desk.type("2")  # of d, into J
    desk.window.turn_to("inspect")
    inspector.show_selection(["d"], [])
    assert page.chain.texts()[:2] == ["Local derivative", "∂J/∂d = d = 2"]
    assert not any(view.isVisibleTo(inspector) for view in page.local)  # both are still asked for
    inspector.show_selection(["J"], [])
    assert [view.isVisibleTo(inspector) for view in page.local][:1] == [True]
    inspector.show_selection(["a"], [])
    assert page.chain.texts() == []
    assert page.chain.isHidden()


def test_no_program_or_text_is_shown_that_tells_the_answers(desk: Desk) -> None:
    action = next(action for action in FILE if action.id == "file.export_code")
    assert action.enabled(desk.window)
    click(desk.panel.begin)
    assert not action.enabled(desk.window)
    desk.session.stop()
    assert action.enabled(desk.window)


def test_training_does_not_tell_the_output_that_is_asked_for(desk: Desk) -> None:
    panel = desk.window.side.train
    click(desk.panel.begin)
    desk.window.turn_to("train")
    click(panel.once)
    assert panel.state.text() == "step 1"
    assert panel.curves.loss.curves == []
    desk.session.stop()
    desk.settle()
    assert panel.state.text().startswith("step 1, J = ")
    assert len(panel.curves.loss.curves) == 1


def test_an_export_shows_blanks_too(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    click(desk.panel.begin)
    desk.type("-4")
    graph = window.document.graph
    dialog = ExportPicture(
        graph, tmp_path / "x.png", window.settings, (), window, shown_lens(window)
    )
    texts = Subject(graph, dialog.choices.options()).drawing.texts()
    written = [plain_text(text.text) for text in texts]
    assert written.count("?") == 10
    assert "−4" in written
    bumped = Subject(graph, replace(dialog.choices.options(), bump=True))
    assert len(pages(bumped)) == 1
    assert bumped.remarks == ["no bump: it would tell what the quiz still asks for"]
    dialog.deleteLater()
    window.lesson.start()
    assert shown_lens(window) is None
    window.lesson.stop()


def test_why_a_derivative_is_not_finite_tells_nothing_that_is_asked_for(desk: Desk) -> None:
    graph = graph_from_text("s = sqrt(w); J = s*x", {"w": 0.0, "x": 0.0}, expand=False)
    place_all(graph)
    desk.window.document.reset(graph)
    desk.window.canvas.fit()
    desk.settle()
    click(desk.panel.begin)
    desk.window.canvas.entry.close_editor()
    assert Blank("w", engine.Edge("w", "s", 0)) not in desk.session.blanks  # there is no answer
    assert Blank("s", engine.Edge("s", "J", 0)) in desk.session.blanks
    seen = desk.window.evaluation.seen
    assert seen.nonfinite_derivatives == ("s",)  # NaN is seen on the edge
    assert begins_at(graph, seen, "s") == "∂J/∂w becomes NaN at s"
    desk.session.answer(Blank("s"), "0")
    seen = desk.window.evaluation.seen
    infinite = "∂J/∂w is NaN: the derivative of sqrt(w) is ∞ at w = 0"
    assert begins_at(graph, seen, "s") == infinite
    desk.session.answer(Blank("s", engine.Edge("s", "J", 0)), "0")
    seen = desk.window.evaluation.seen
    assert begins_at(graph, seen, "s") == f"{infinite}, and 0 · ∞ is NaN"


def test_too_large_a_product_is_not_told_before_its_factors(desk: Desk) -> None:
    values = {"w": 0.0, "b": 1.0, "z": 1e200}
    graph = graph_from_text("a = w*b; c = a*z; J = c*z", values, expand=False)
    desk.window.document.reset(graph)
    desk.settle()
    desk.panel.values.setChecked(False)
    click(desk.panel.begin)
    asked = Blank("c", engine.Edge("c", "J", 0))
    assert asked in desk.session.blanks
    assert begins_at(graph, desk.window.evaluation.seen, "c") == "∂J/∂a becomes ∞ at c"
    desk.session.answer(asked, "1e200")
    said = begins_at(graph, desk.window.evaluation.seen, "c")
    assert said == "∂J/∂a is ∞: 1e200 · 1e200 is too large"


def test_too_large_a_sum_is_marked_once_its_terms_are_found(desk: Desk) -> None:
    values = {"w": 0.0, "u": 1e308, "v": 1e308}
    graph = graph_from_text("a = w*u; b = w*v; J = a + b", values, expand=False)
    desk.window.document.reset(graph)
    desk.settle()
    click(desk.panel.begin)
    terms = [Blank("w", engine.Edge("w", to, 0)) for to in ("a", "b")]
    for blank in terms:
        assert desk.window.evaluation.seen.nonfinite_derivatives == ()
        desk.session.answer(blank, "1e308")
    assert desk.window.evaluation.seen.nonfinite_derivatives == ("w",)
