"""The camera of a lesson: numbers that can be read at every step, whatever the graph's size."""

import pytest
from hands import Hands, drag_to
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.network import Form, Network
from gui.actions.file import open_lesson, open_path
from gui.commands import fold, group
from gui.window.camera import READABLE, READABLE_AFAR
from resources import resource

LESSONS = sorted(path.stem for path in resource("lessons").glob("*.chainrule"))


def begin(window, name: str, *, present: bool) -> None:
    open_lesson(window, resource(f"lessons/{name}.chainrule"))
    QApplication.processEvents()
    if present:
        QTest.keyClick(window.canvas, Qt.Key.Key_F11)
        QApplication.processEvents()  # the screen's size first, then that of a projector
        window.resize(1920, 1080)
    for _ in range(3):
        QApplication.processEvents()


def step(window) -> None:
    QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
    window.lesson.settle()
    window.stage.camera.settle()


def lit_boxes(window) -> list[QRectF]:
    """Where the step's card and the numbers of its edges stand in the view."""
    picture, lesson, viewpoint = window.canvas.picture, window.lesson, window.canvas.viewpoint
    boxes = [tuple(picture.rectangles()[picture.index[lesson.node]])]
    for edge in lesson.lit.edges:
        labels = picture.edge_labels(picture.edge_index[(edge.target, edge.port)])
        boxes += [label.box() for label in labels]
    return [
        QRectF(viewpoint.to_view(QPointF(*box[:2])), viewpoint.to_view(QPointF(*box[2:])))
        for box in boxes
    ]


@pytest.mark.parametrize("present", [False, True])
@pytest.mark.parametrize("name", LESSONS)
def test_every_step_of_every_lesson_can_be_read_and_is_wholly_in_view(window, name, present):
    begin(window, name, present=present)
    least = READABLE_AFAR if present else READABLE
    view = QRectF(window.canvas.viewport().rect())
    for _ in range(window.lesson.walk.last):
        step(window)
        assert window.canvas.viewpoint.scale >= 0.9 * least  # where an edge is led far around
        assert all(
            view.contains(box.topLeft()) and view.contains(box.bottomRight())
            for box in lit_boxes(window)
        ), window.lesson.node


def test_a_small_lesson_stays_where_it_is(window):
    begin(window, "linear-unit", present=True)
    before = window.canvas.viewpoint.transform()
    for _ in range(window.lesson.walk.last):
        step(window)
        assert window.canvas.viewpoint.transform() == before


def test_a_window_that_grows_in_a_lesson_shows_the_whole_picture_larger(window):
    window.resize(760, 560)
    begin(window, "linear-unit", present=False)
    small = window.canvas.viewpoint.scale
    window.resize(1500, 900)
    for _ in range(3):
        QApplication.processEvents()
    large = window.canvas.viewpoint.scale
    assert large > small
    window.canvas.fit()
    assert window.canvas.viewpoint.scale == large
    window.canvas.zoom_to(0.5)
    window.resize(1300, 800)
    for _ in range(3):
        QApplication.processEvents()
    assert window.canvas.viewpoint.scale == 0.5  # whoever zooms keeps what he chose


def test_whoever_zooms_takes_the_camera_over_and_still_sees_the_step(window):
    begin(window, "xor", present=False)
    step(window)
    Hands(window.canvas).wheel(400, Qt.KeyboardModifier.ControlModifier)
    scale = window.canvas.viewpoint.scale
    view = window.canvas.viewport().rect()
    for _ in range(window.lesson.walk.last - 1):
        step(window)
        row = window.canvas.picture.index[window.lesson.node]
        assert window.canvas.viewpoint.scale == scale
        assert view.intersects(window.canvas.view_rect(row))


def test_the_camera_glides_and_gives_way_to_a_hand_on_the_wheel(window, monkeypatch):
    hour = 3_600_000  # ms: the glide is where the test puts it
    monkeypatch.setattr("gui.window.camera._GLIDE", hour)
    camera, viewpoint = window.stage.camera, window.canvas.viewpoint
    camera._glide.setDuration(hour)
    begin(window, "xor", present=False)
    whole = viewpoint.scale
    QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
    camera._glide.setCurrentTime(hour // 2)
    assert whole < viewpoint.scale < READABLE
    Hands(window.canvas).wheel(120, Qt.KeyboardModifier.ControlModifier)
    taken = viewpoint.transform()
    camera.settle()
    assert viewpoint.transform() == taken


@pytest.mark.parametrize("hand", ["keys", "pan"])
def test_a_glide_that_was_ended_stays_so_where_the_view_is_put_back(window, hand):
    begin(window, "linear-unit", present=True)
    window.resize(800, 800)  # too narrow for its numbers to be read from the back row
    for _ in range(3):
        QApplication.processEvents()
    whole = window.canvas.viewpoint.transform()
    hands = Hands(window.canvas)
    QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    if hand == "keys":  # all before the glide's first frame
        QTest.keyClick(window.canvas, Qt.Key.Key_Z)
        assert window.canvas.viewpoint.transform() != whole
        QTest.keyClick(window.canvas, Qt.Key.Key_Z)
    else:
        middle = Qt.MouseButton.MiddleButton
        hands.press((0.0, 0.0), button=middle)
        there = hands.pixel(0.0, 0.0)
        for pixel in (there + QPoint(40, 0), there):
            drag_to(hands.view, pixel, middle, Qt.KeyboardModifier.NoModifier)
        QTest.mouseRelease(hands.view, middle, Qt.KeyboardModifier.NoModifier, there)
    assert window.canvas.viewpoint.transform() == whole
    window.stage.camera.settle()
    assert window.canvas.viewpoint.transform() == whole


def test_back_at_the_first_step_the_whole_is_seen_again(window):
    begin(window, "xor", present=True)
    whole = window.canvas.viewpoint.scale
    step(window)
    assert window.canvas.viewpoint.scale > whole
    QTest.keyClick(window.canvas, Qt.Key.Key_Home)
    window.stage.camera.settle()
    assert window.canvas.viewpoint.scale == pytest.approx(whole)


def test_whatever_takes_the_full_screen_away_ends_presenting(window):
    begin(window, "linear-unit", present=False)
    window.present(True)
    assert window.presenting
    window.setWindowState(Qt.WindowState.WindowNoState)  # as a window manager does
    QApplication.processEvents()
    assert not window.presenting
    assert window.sidebar.isVisible()


def test_a_lesson_widens_no_narrow_window(window, unit):
    window.resize(700, 600)
    QApplication.processEvents()
    window.sidebar.show()  # which gave way to the canvas, by hand
    QApplication.processEvents()
    bar = window.transport
    window.lesson.start()
    QApplication.processEvents()
    assert window.width() == 700
    assert not bar.buttons["play"].isHidden()
    assert bar.buttons["step-first"].isHidden()
    assert bar.counter.isHidden()
    assert unit.view.width() >= bar.layout().minimumSize().width()
    window.resize(1400, 900)
    QApplication.processEvents()
    assert not bar.buttons["step-first"].isHidden()
    assert not bar.speed.isHidden()
    assert not bar.counter.isHidden()


@pytest.mark.parametrize("fitted", [True, False])
def test_after_a_lesson_what_was_seen_before_is_seen_again(window, fitted):
    begin(window, "xor", present=False)
    window.lesson.stop()
    QApplication.processEvents()
    if fitted:
        window.canvas.fit()
    else:
        window.canvas.look_at(QPointF(120.0, 80.0), 0.7)
    before = window.canvas.viewpoint.transform()
    window.lesson.start()
    QApplication.processEvents()
    for _ in range(3):
        step(window)
    assert window.canvas.viewpoint.transform() != before
    window.lesson.stop()
    QApplication.processEvents()
    after = window.canvas.viewpoint.transform()
    assert (after.m11(), after.dx(), after.dy()) == pytest.approx(
        (before.m11(), before.dx(), before.dy()), abs=1.5
    )
    assert window.canvas.fitted == fitted


@pytest.mark.parametrize("pans", [True, False])
def test_after_a_lesson_the_view_stays_where_somebody_moved_it(window, pans):
    begin(window, "xor", present=False)
    for _ in range(3):
        step(window)
    if pans:
        window.canvas.pan(QPointF(60.0, 0.0))
    else:
        window.canvas.zoom_to(0.5)
    scale, middle = window.canvas.viewpoint.scale, QRectF(window.canvas.viewport().rect()).center()
    seen = window.canvas.viewpoint.to_picture(middle)
    window.lesson.stop()
    QApplication.processEvents()
    middle = QRectF(window.canvas.viewport().rect()).center()
    after = window.canvas.viewpoint.to_picture(middle)
    assert window.canvas.viewpoint.scale == scale
    assert (after.x(), after.y()) == pytest.approx((seen.x(), seen.y()), abs=2.0)


def test_the_step_stays_in_view_when_a_fold_and_its_undo_put_it_elsewhere(window):
    begin(window, "xor", present=False)
    hands, graph = Hands(window.canvas), window.document.graph
    for _ in range(2):
        step(window)
    window.document.do(group(graph, set(graph.nodes()), "All"))
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    frame = window.canvas.picture.frames()[0]
    hands.double_click((frame.box[0] + 40, frame.box[1] + 8))
    assert graph.groups[0].folded
    window.stage.camera.settle()
    assert sees_card(window)
    for _ in range(20):
        step(window)
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.stage.camera.settle()
    assert not graph.groups[0].folded
    assert sees_card(window)


def test_what_somebody_scrolled_away_from_is_left_alone_by_a_fold(window):
    begin(window, "xor", present=False)
    step(window)
    graph = window.document.graph
    window.document.do(group(graph, set(graph.nodes()), "All"))
    window.canvas.pan(QPointF(5000, 0))
    before = window.canvas.viewpoint.transform()
    window.document.do(fold(graph, [graph.groups[0].id], folded=True))
    window.stage.camera.settle()
    assert window.canvas.viewpoint.transform() == before


def sees_card(window) -> bool:
    canvas = window.canvas
    row = canvas.picture.index[window.lesson.node]
    return canvas.viewport().rect().contains(canvas.view_rect(row))


def test_of_a_network_too_large_to_be_seen_each_step_is_seen_from_near(window, tmp_path):
    path = tmp_path / "network.chainrule"
    engine.save(Network((20,) * 12, form=Form.NEURONS).build(), path)
    assert open_path(window, path)
    whole = window.canvas.viewpoint
    window.canvas.fit()
    afar = whole.scale
    window.lesson.start()
    QApplication.processEvents()
    for _ in range(4):
        step(window)
        canvas, lit = window.canvas, window.lesson.lit
        assert window.lesson.node is None  # a step of a whole layer
        assert canvas.viewpoint.scale > 2 * afar
        first = min(
            (canvas.picture.index[n] for n in lit.nodes), key=canvas.picture.centres[:, 1].item
        )
        assert canvas.viewport().rect().intersects(canvas.view_rect(first))
