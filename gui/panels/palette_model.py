"""The palette's rows: leaves and ops under the names of their families, filtered by a search."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as _Persistent

from engine import ops
from engine.expression import Name
from gui.mime import OP
from gui.picture.formula import set_formula
from gui.picture.runs import Typeset
from gui.theme import Kind

__all__ = ["ROW", "Heading", "Item", "PaletteModel", "items"]

ROW = Qt.ItemDataRole.UserRole
_FORMULA_SIZE = 15
# The families by how soon a lecture needs them; a new one comes after these.
_ORDER = ("leaf", "arithmetic", "activation", "function", "comparison", "loss", "array")
_LEAF_NOTES = {
    "parameter": ("Parameter", "w", "learned", Kind.PARAMETER),
    "input": ("Input", "x", "given", Kind.INPUT),
    "constant": ("Constant", "2", "fixed", Kind.CONSTANT),
}


@dataclass(frozen=True)
class Heading:
    """A family's name above its ops."""

    title: str


@dataclass(frozen=True)
class Item:
    """A leaf or op that can be placed; `words` is what a search looks through."""

    op: str
    title: str
    symbol: str
    kind: Kind
    formula: Typeset | None
    note: str
    words: str


class PaletteModel(QAbstractListModel):
    """Headings and items as rows; an item's drag carries the name of its op."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._families = items()
        self._rows: list[Heading | Item] = []
        self.search("")

    def search(self, text: str) -> None:
        """Keep the rows that all words of `text` are found in."""
        words = text.lower().split()
        self.beginResetModel()
        self._rows = []
        for family, found in self._families:
            kept = [item for item in found if all(word in item.words for word in words)]
            if kept:
                self._rows += [Heading(family), *kept]
        self.endResetModel()

    def row(self, number: int) -> Heading | Item:
        """Return what stands in a row."""
        return self._rows[number]

    def first_item(self) -> QModelIndex:
        """Return the first row that can be placed, an invalid index where there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Item):
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: QModelIndex | _Persistent = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | _Persistent, role: int = 0) -> object:
        """Return a row itself, or its words for Qt and for screen readers."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Item):
            return f"{row.title} ({row.op})"
        return None

    def flags(self, index: QModelIndex | _Persistent) -> Qt.ItemFlag:
        """Return that items can be selected and dragged, headings nothing."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def mimeTypes(self) -> list[str]:
        """Return the one type of a drag."""
        return [OP]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # PySide types a Sequence
        """Return the name of the op dragged."""
        data = QMimeData()
        row = self._rows[indexes[0].row()]
        if isinstance(row, Item):
            data.setData(OP, QByteArray(row.op.encode()))
        return data


def items() -> list[tuple[str, list[Item]]]:
    """Return the families with their items: the leaves, then every op of the registry."""
    families: dict[str, list[Item]] = {family: [] for family in _ORDER}
    families["leaf"] = [_leaf(op) for op in ops.LEAVES]
    for name, op in ops.OPS.items():
        families.setdefault(op.family, []).append(_op(name, op))
    titles = {"leaf": "Leaves"}
    return [(titles.get(f, f.replace("_", " ").capitalize()), rows) for f, rows in families.items()]


def _leaf(op: str) -> Item:
    title, symbol, note, kind = _LEAF_NOTES[op]
    return Item(op, title, symbol, kind, None, note, f"{title} {op} leaf {note}".lower())


def _op(name: str, op: type[ops.Op]) -> Item:
    arguments = [Name(port) for port in op.inputs]
    formula = None
    if name != "formula":
        symbols = {key: other.symbol for key, other in ops.OPS.items()}
        formula = set_formula(
            ops.create(name, {}).written(*arguments), _FORMULA_SIZE, None, symbols
        )
    note = "type your own" if formula is None else ""
    words = f"{op.title} {name} {op.symbol} {op.family}".lower()
    return Item(name, op.title, op.symbol, Kind.OP, formula, note, words)
