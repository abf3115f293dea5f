"""Words in place of a number keep to the room between two cards."""

import engine
from gui.evaluation import read
from gui.picture.labels import number_pair
from gui.picture.layout import place_all
from gui.picture.picture import Picture
from gui.readings import Words
from resources import resource


class Worded:
    """Readings that write words in place of every value."""

    def __init__(self, graph: engine.Graph) -> None:
        self._readings = read(graph)

    def __getattr__(self, name: str) -> object:
        return getattr(self._readings, name)

    def value(self, node: str) -> Words:
        del node
        return Words("−4 → −4.002")


def test_words_wider_than_their_room_are_smaller_and_numbers_never_are() -> None:
    words, number = Words("−4 → −4.002"), -4.002
    (free, plain), (tight, kept) = number_pair(words, number), number_pair(words, number, 80.0)
    assert free.width > 80.0 >= tight.width
    assert kept.width == plain.width


def test_words_on_the_linear_unit_touch_no_card(qapp: object) -> None:
    del qapp
    graph = engine.load(resource("examples/linear-unit.chainrule"))
    place_all(graph)
    picture = Picture(graph, read(graph))
    picture.show(Worded(graph))
    for i in range(len(picture.edges)):
        left, top, right, bottom = picture.edge_labels(i)[0].box()
        for x0, y0, x1, y1 in picture.rectangles():
            assert right <= x0 or x1 <= left or bottom <= y0 or y1 <= top
