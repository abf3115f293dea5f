"""The drawing of a large picture says how far it is all along, so that it can be given up."""

import pytest

from engine.network import Form, Network
from engine.progress import listening
from gui.exports import Subject
from gui.picture import drawing
from gui.picture.drawing import draw
from gui.picture.layout import place_all
from gui.picture.lit import Lit
from gui.picture.picture import Picture
from gui.run import read
from gui.theme import LIGHT, Ink
from gui.threads.work import Cancelled


@pytest.fixture(scope="module")
def picture() -> Picture:
    """A picture of more edges than are numbered at once."""
    graph = Network((24, 24, 2), form=Form.NEURONS).build()
    place_all(graph)
    return Picture(graph, read(graph))


def test_it_can_be_given_up_amid_its_numbers(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbered: list[int] = []
    labels_of = picture.labels_of

    def noted(edges):
        numbered.extend(edges)
        return labels_of(edges)

    def stop(_share: float) -> None:
        if numbered:
            raise Cancelled

    monkeypatch.setattr(picture, "labels_of", noted)
    picture.content_bounds()  # asks for numbers, too
    numbered.clear()
    with listening(stop), pytest.raises(Cancelled):
        draw(picture, LIGHT)
    assert 0 < len(numbered) < len(picture.edges)


def test_what_it_says_never_falls_and_tells_of_the_last_numbers_too(picture: Picture) -> None:
    told: list[float] = []
    with listening(told.append):
        draw(picture, LIGHT)
    assert told == sorted(told)
    assert 0.9 <= told[-1] <= 1.0


def test_it_can_be_given_up_between_a_few_formulas(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Network((24, 24, 2), form=Form.NEURONS).build()
    place_all(graph)
    picture, written, set_name = Picture(graph, read(graph)), [], drawing._name

    def noted(picture: Picture, row: int):
        written.append(row)
        return set_name(picture, row)

    def stop(_share: float) -> None:
        if written:
            raise Cancelled

    monkeypatch.setattr(drawing, "_name", noted)
    with listening(stop), pytest.raises(Cancelled):
        draw(picture, LIGHT)
    assert 0 < len(written) <= 8


def test_what_an_export_draws_says_how_far_it_is_as_a_whole(picture: Picture) -> None:
    told: list[float] = []
    graph = picture.graph.copy()
    with listening(told.append):
        assert Subject(graph).drawing.shapes
    assert told == sorted(told)
    assert told[-1] > 0.9
    assert sum(share > 0.25 for share in told) > len(told) / 2  # most of the work is the drawing


def test_numbers_are_the_same_and_in_the_same_order_as_all_at_once(picture: Picture) -> None:
    written = [text for text in draw(picture, LIGHT).texts() if text.edge is not None]
    every = range(len(picture.edges))
    wanted = [label for pair in picture.labels_of(every) for label in pair]
    assert [text.text for text in written] == [label.text for label in wanted]
    assert [text.left for text in written] == [label.left for label in wanted]


def test_what_is_lit_is_gone_through_once_however_many_cards_there_are(picture: Picture) -> None:
    class Noted(frozenset[str]):
        rounds = 0

        def __iter__(self):
            Noted.rounds += 1
            return super().__iter__()

    drawn = draw(picture, LIGHT, lit=Lit(Ink.VALUE, Noted(picture.names)))
    assert all(box.lit for box in drawn.boxes())
    assert Noted.rounds <= 2
