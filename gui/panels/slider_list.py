"""All sliders of a graph, each with its name and number: what a lecture turns while it speaks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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


class SliderList(QWidget):
    """A row for each leaf that has a slider; `names` are those leaves, in the graph's order."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme: Theme = LIGHT
        self.names: tuple[str, ...] = ()
        self._having: set[str] = set()  # all leaves with a slider, those beyond the most too
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        document.changed.connect(self._follow)
        self._look_at(document.graph.nodes())

    def set_theme(self, theme: Theme) -> None:
        """Write the names in the colours of `theme`."""
        self._theme = theme
        for row in self.rows:
            row.name.set_theme(theme)

    def refresh(self) -> None:
        """Show the numbers as they are now."""
        while len(self.rows) < len(self.names):
            row = _Row(self._document, self)
            row.name.set_theme(self._theme)
            self.rows.append(row)
            self._column.addWidget(row)
        for k, row in enumerate(self.rows):
            row.setVisible(k < len(self.names))
            if k < len(self.names):
                row.show_node(self.names[k])

    def _follow(self, change: Change) -> None:
        """Look for sliders only where an edit may have changed which there are."""
        if change.reset:
            self._having.clear()
            self._look_at(self._document.graph.nodes())
            return
        self._having.difference_update(change.removed, (old for old, _ in change.renamed))
        self._look_at([*change.added, *change.edited, *(new for _, new in change.renamed)])

    def _look_at(self, names: list[str]) -> None:
        """Take these leaves in where they have a slider now, and the others out."""
        graph = self._document.graph
        self._having.difference_update(names)
        known = graph.network._node  # of a large graph all are looked at
        some = [name for name in names if "slider" in known[name]]
        self._having.update(name for name in some if span_of(graph, name) is not None)
        self.names = tuple(graph.in_order(self._having)[:_MOST])


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
