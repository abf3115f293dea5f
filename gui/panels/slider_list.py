"""All sliders of a graph, each with its name and number: what a lecture turns while it speaks."""

from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.graph.dicts import attributes_of
from gui.document import Change, Document
from gui.panels.formula_view import FormulaView
from gui.panels.slider import Slider
from gui.picture.card import set_node_name
from gui.picture.numbers import number_text
from gui.slider_span import span_of
from gui.theme import LIGHT, Theme
from gui.widgets.named import named

__all__ = ["SliderList"]

_NAME, _NUMBER = 56, 58  # pixels
_NAME_SIZE = 17
_MOST = 100  # sliders; more are no panel
_MOST_READ = 1000  # attributes that say where from and where to; of a file some may be unusable
_MOST_FOLLOWED = 5000  # nodes of an edit; after one of more all are looked through, once asked


class SliderList(QWidget):
    """A row for each leaf that has a slider, in the graph's order; the first of very many."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme: Theme = LIGHT
        self._names: tuple[str, ...] = ()
        # all nodes with such an attribute, those beyond the most too
        self._having: set[str] = set()
        # nodes that may have one by now, or none any more; None stands for all there are
        self._unseen: dict[str, None] | None = None
        self._old = True  # whether the names are those from before
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        document.changed.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Write the names in the colours of `theme`."""
        self._theme = theme
        for row in self.rows:
            row.name.set_theme(theme)

    def refresh(self) -> None:
        """Show the numbers as they are now."""
        names = self.names
        while len(self.rows) < len(names):
            row = _Row(self._document, self)
            row.name.set_theme(self._theme)
            self.rows.append(row)
            self._column.addWidget(row)
        for k, row in enumerate(self.rows):
            row.setVisible(k < len(names))
            if k < len(names):
                row.show_node(names[k])

    @property
    def names(self) -> tuple[str, ...]:
        """The leaves that have a row; which these are is found once it is asked."""
        if self._old:
            graph = self._document.graph
            known, unseen = attributes_of(graph), self._unseen
            if unseen is not None and 2 * len(unseen) < len(graph):
                self._having.difference_update(unseen)
                self._having |= {name for name in unseen if "slider" in known.get(name, ())}
            else:
                self._having = {name for name, held in known.items() if "slider" in held}
            first = graph.in_order(self._having, _MOST_READ)
            usable = (name for name in first if span_of(graph, name) is not None)
            self._names = tuple(islice(usable, _MOST))
            self._unseen, self._old = {}, False
        return self._names

    def _follow(self, change: Change) -> None:
        """Note where sliders may have come or gone; nothing is looked at while nobody looks."""
        seen = change.removed, change.added, change.edited, change.looks
        if change.reset or sum(map(len, seen)) > _MOST_FOLLOWED:
            self._having, self._unseen, self._old = set(), None, True
        if self._unseen is None:
            return
        renamed = dict(change.renamed)
        self._having.difference_update((*change.removed, *renamed))
        for name in change.gone:
            self._unseen.pop(name, None)
        # a dict: names in the graph's order find their nodes in a third of the time
        self._unseen.update(
            dict.fromkeys((*change.added, *change.edited, *change.looks, *renamed.values()))
        )
        self._old = bool(self._old or self._unseen or renamed or change.removed)


class _Row(QWidget):
    """The name of a leaf, its slider and its number."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.name = FormulaView(self)
        self.name.setFixedWidth(_NAME)
        self.slider = Slider(document, self)
        self.number = named(QLabel(self), "value")
        self.number.setFixedWidth(_NUMBER)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.name)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.number)

    def show_node(self, node: str) -> None:
        graph = self._document.graph
        span = span_of(graph, node) if node in graph else None
        if span is None:
            return  # it has just gone, or lost its slider; the list is about to follow
        number = float(graph.value(node))
        self.name.show_text(set_node_name(graph, node, _NAME_SIZE))
        self.slider.show_node(node, span, number)
        self.number.setText(number_text(number))
