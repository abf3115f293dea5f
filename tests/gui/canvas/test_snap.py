"""Where a dragged card snaps to."""

from hands import Hands
from PySide6.QtCore import QPointF, Qt

import engine
from gui.canvas.gestures.snap import Snap
from gui.picture.picture import Picture
from gui.run import read


def test_the_grid_may_lead_away_from_the_card_whose_line_it_is() -> None:
    graph = engine.Graph()
    graph.input("far", 1.0, position=(-4.0, 0.0))
    graph.input("dragged", 1.0, position=(500.0, 300.0))
    snap = Snap(Picture(graph, read(graph)), "dragged", {"dragged"})
    place, (line,) = snap.snapped(QPointF(596.0, 1.0), 1.0)  # near enough to it; 600 is not
    assert place == QPointF(600.0, 0.0)
    assert (line.p1(), line.p2()) == (QPointF(-4.0, 0.0), place)


def cards(**places: tuple[float, float]) -> Picture:
    graph = engine.Graph()
    for name, place in places.items():
        graph.input(name, 1.0, position=place)
    return Picture(graph, read(graph))


def test_a_guide_reaches_over_the_cards_on_its_line_and_no_others() -> None:
    picture = cards(
        a=(0.0, 0.0), b=(0.0, 300.0), e=(400.0, 900.0), f=(0.0, 1300.0), d=(800.0, 700.0)
    )
    place, (line,) = Snap(picture, "d", {"d"}).snapped(QPointF(3.0, 600.0), 1.0)
    assert place == QPointF(0.0, 600.0)
    assert (line.p1(), line.p2()) == (QPointF(0.0, 0.0), QPointF(0.0, 600.0))


def test_each_side_snaps_to_the_same_side_of_a_card() -> None:
    picture = cards(a=(0.0, 0.0), wider_than_a=(800.0, 700.0))
    (own, other), snap = picture.sizes[[1, 0], 0].tolist(), Snap(picture, "wider_than_a", set())
    for sign in (-1.0, 1.0):
        wanted = sign * (other - own) / 2
        place, (line,) = snap.snapped(QPointF(wanted + 4.0, 203.0), 1.0)
        assert place == QPointF(wanted, 200.0)
        assert line.x1() == line.x2() == sign * other / 2


def test_a_card_snaps_where_its_edge_runs_straight() -> None:
    graph = engine.Graph()
    for k, name in enumerate("wx"):
        graph.input(name, 1.0, position=(0.0, 300.0 * k))
    graph.op("multiply", "w", "x", name="c", position=(300.0, 55.0))
    picture = Picture(graph, read(graph))
    x, y = picture.entering_point("c", 0)
    place, (line,) = Snap(picture, "w", {"w"}).snapped(QPointF(-203.0, y + 3.0), 1.0)
    assert place == QPointF(-200.0, y)
    assert (line.x1(), line.x2(), line.y1(), line.y2()) == (-200.0, x, y, y)
    own = y - float(picture.centres[picture.index["c"], 1])  # now the card that the edge leads to
    place, (line,) = Snap(picture, "c", {"c"}).snapped(QPointF(403.0, 3.0 - own), 1.0)
    assert place == QPointF(400.0, -own)
    assert (line.p1(), line.p2()) == (QPointF(*picture.leaving_point("w")), QPointF(400.0, 0.0))
    _, guides = Snap(picture, "w", {"w", "c"}).snapped(QPointF(-203.0, y + 3.0), 1.0)
    assert guides == []  # what moves along gives no line
    _, guides = Snap(picture, "c", {"w", "c"}).snapped(QPointF(403.0, 3.0 - own), 1.0)
    assert guides == []


def test_a_card_snaps_within_six_pixels_at_any_zoom() -> None:
    snap = Snap(cards(a=(7.0, 0.0), d=(800.0, 700.0)), "d", {"d"})
    for scale in (0.5, 1.0, 2.0):
        near, far = (7.0 + pixels / scale for pixels in (5.5, 6.5))
        assert snap.snapped(QPointF(near, 200.0), scale)[0].x() == 7.0
        assert snap.snapped(QPointF(far, 200.0), scale)[0].x() != 7.0


def test_with_shift_only_the_line_across_its_way_is_shown(hands: Hands) -> None:
    graph = engine.Graph()
    graph.input("a", 1.0, position=(0.0, 0.0))
    graph.input("d", 1.0, position=(400.0, 203.0))
    graph.input("e", 1.0, position=(-300.0, 200.0))
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    x, y = hands.middle("d")
    hands.press((x, y))
    hands.carry((x - 398.0, y + 1.0), keys=Qt.KeyboardModifier.ShiftModifier)
    assert hands.middle("d") == (0.0, 203.0)
    [line] = hands.canvas.hand.gesture._guides
    assert line.x1() == line.x2() == 0.0
    hands.key(Qt.Key.Key_Escape)


def test_a_hand_within_one_step_of_the_grid_moves_nothing_again(linear_unit: Hands) -> None:
    (x, y), document = linear_unit.middle("b"), linear_unit.canvas.document
    linear_unit.press((x, y))
    linear_unit.carry((x - 33.0, y + 57.0))
    place, changes = linear_unit.middle("b"), list[object]()
    assert place != (x, y)
    document.changed.connect(changes.append)
    linear_unit.carry((x - 34.0, y + 58.0))
    assert (linear_unit.middle("b"), changes) == (place, [])
    document.end_preview()  # as a step of training does
    linear_unit.carry((x - 33.0, y + 57.0))
    assert linear_unit.middle("b") == place
    linear_unit.release((x - 33.0, y + 57.0))
    assert linear_unit.middle("b") == place
