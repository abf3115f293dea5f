"""What the program is, its version and licence."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gui.named import named

__all__ = ["About"]


class About(QDialog):
    """A few lines about Chainrule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Chainrule"))
        name = named(QLabel("Chainrule", self), "headline")
        self.text = QLabel(
            self.tr(
                "Draw a computation graph and see every value and every derivative.\n\n"
                "Version {version}, with Qt {qt} (LGPL).\n"
                "Free software under the MIT licence.\n"
                "Set in Inter and STIX Two, both under the Open Font License."
            ).format(version=_version(), qt=qVersion()),
            self,
        )
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(name)
        layout.addWidget(self.text)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def _version() -> str:
    try:
        return version("chainrule")
    except PackageNotFoundError:  # run from a copy of the source
        return "unknown"
