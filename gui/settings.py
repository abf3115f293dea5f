"""What the editor remembers between two starts."""

import contextlib
import json
import shutil
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from engine.words.number_text import DIGITS
from gui.paths import is_folder
from gui.readings import Numbers

__all__ = ["DIGIT_CHOICES", "RECENT_LIMIT", "Settings"]

RECENT_LIMIT = 10
DIGIT_CHOICES = (2, 3, 4, 5, 6, 8, 10)


class Settings:
    """Typed access to the user's settings; what is stored badly reads as its default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._beside = store is not None
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Chainrule", "chainrule"
        )

    @property
    def file(self) -> Path:
        """The file that holds the settings."""
        return Path(self._store.fileName())

    def sync(self) -> None:
        """Write what was chosen to the file now."""
        self._store.sync()

    @property
    def data(self) -> Path:
        """The folder of what the editor itself keeps: beside a given store, else the user's."""
        if self._beside:
            return self.file.parent
        kind = QStandardPaths.StandardLocation.GenericDataLocation
        return Path(QStandardPaths.writableLocation(kind)) / "chainrule"

    @property
    def recent(self) -> list[Path]:
        """The files opened or saved last, newest first, at most ten."""
        return [Path(name) for name in self._names("files/recent")][:RECENT_LIMIT]

    def add_recent(self, path: Path) -> None:
        """Put a file at the front of the recent ones."""
        path = path.absolute()
        self._store_recent([path, *(other for other in self.recent if other != path)])

    def remove_recent(self, path: Path) -> None:
        """Forget a file that cannot be opened any more."""
        path = path.absolute()
        self._store_recent([other for other in self.recent if other != path])

    def clear_recent(self) -> None:
        """Forget all recent files."""
        self._store_recent([])

    def _store_recent(self, paths: list[Path]) -> None:
        self._store.setValue("files/recent", [str(path) for path in paths[:RECENT_LIMIT]])

    @property
    def theme(self) -> str:
        """The chosen theme: `system`, `light` or `dark`."""
        stored = self._store.value("window/theme", "system")
        return stored if stored in ("light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("window/theme", name)

    @property
    def wheel_zooms(self) -> bool:
        """Whether the wheel alone zooms, instead of Ctrl+wheel."""
        return self._flag("canvas/wheel_zooms", default=False)

    @wheel_zooms.setter
    def wheel_zooms(self, on: bool) -> None:
        self._store.setValue("canvas/wheel_zooms", on)

    @property
    def snaps(self) -> bool:
        """Whether a card that is moved snaps to the grid and to other cards."""
        return self._flag("canvas/snaps", default=True)

    @snaps.setter
    def snaps(self, on: bool) -> None:
        self._store.setValue("canvas/snaps", on)

    @property
    def minimap(self) -> bool:
        """Whether a minimap appears while the view shows only a part of the graph."""
        return self._flag("canvas/minimap", default=True)

    @minimap.setter
    def minimap(self, on: bool) -> None:
        self._store.setValue("canvas/minimap", on)

    @property
    def numbers(self) -> Numbers:
        """Which numbers the edges show."""
        stored = self._store.value("canvas/numbers", "both")
        return next((n for n in Numbers if n.value == stored), Numbers.BOTH)

    @numbers.setter
    def numbers(self, numbers: Numbers) -> None:
        self._store.setValue("canvas/numbers", numbers.value)

    @property
    def digits(self) -> int:
        """With how many significant digits numbers are written at most."""
        stored = str(self._store.value("canvas/digits", DIGITS))
        return int(stored) if stored in map(str, DIGIT_CHOICES) else DIGITS

    @digits.setter
    def digits(self, count: int) -> None:
        self._store.setValue("canvas/digits", count)

    @property
    def hidden_panels(self) -> list[str]:
        """The panels that were hidden at the end of the last session."""
        return self._names("window/hidden")

    @hidden_panels.setter
    def hidden_panels(self, names: list[str]) -> None:
        self._store.setValue("window/hidden", names)

    @property
    def narrow_panels(self) -> dict[str, object]:
        """How wide those panels are with room that had none at the end of the last session."""
        return self._object("window/narrow")

    @narrow_panels.setter
    def narrow_panels(self, widths: dict[str, object]) -> None:
        self._store.setValue("window/narrow", json.dumps(widths))

    @property
    def language(self) -> str:
        """The chosen language such as `de`, empty for the system's."""
        stored = self._store.value("window/language", "")
        return stored if isinstance(stored, str) else ""

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("window/language", code)

    @property
    def export(self) -> dict[str, object]:
        """What was chosen for the last picture; empty before the first."""
        return self._object("export/choices")

    @export.setter
    def export(self, choices: dict[str, object]) -> None:
        self._store.setValue("export/choices", json.dumps(choices))

    def _object(self, key: str) -> dict[str, object]:
        """Return what was stored as JSON, nothing where it is none."""
        try:
            stored = json.loads(str(self._store.value(key, "{}")))
        except (ValueError, RecursionError):
            return {}
        return stored if isinstance(stored, dict) else {}

    def _flag(self, key: str, *, default: bool) -> bool:
        """Return a stored yes or no; an INI file holds it as a word."""
        stored = self._store.value(key, default)
        if isinstance(stored, bool):
            return stored
        return {"true": True, "false": False}.get(str(stored), default)

    def _names(self, key: str) -> list[str]:
        """Return a stored list of names; an INI file holds a list of one as the name alone."""
        stored = self._store.value(key, [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [name for name in names if isinstance(name, str) and name]

    @property
    def folder(self) -> Path:
        """Where the next file dialog begins: the folder of the newest recent file, or home."""
        for path in self.recent:
            if is_folder(path.parent):
                return path.parent
        return Path.home()

    def reset(self) -> None:
        """Forget everything that was chosen; a copy of the settings stays beside them."""
        kept = self.file
        if kept.exists():
            # Unreadable settings are a reason to reset them, too.
            with contextlib.suppress(OSError):
                shutil.copyfile(kept, kept.with_name(f"{kept.name}.before-reset"))
        self._store.clear()
        self._store.sync()

    def bytes_of(self, key: str) -> QByteArray | None:
        """Return what Qt stored under `key` (a window's geometry or state), None without it."""
        stored = self._store.value(key)
        return stored if isinstance(stored, QByteArray) else None

    def store_bytes(self, key: str, contents: QByteArray) -> None:
        """Keep a window's geometry or state under `key`."""
        self._store.setValue(key, contents)
