"""Icons in the colours of a theme."""

import pytest
from PySide6.QtGui import QIcon, QImage

from gui.theme import DARK, LIGHT, Ink, Theme
from gui.widgets import icon as module
from gui.widgets.icon import icon

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(theme: Theme, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon("undo", theme).pixmap(18, 18, mode).toImage()


def darkest(image: QImage) -> tuple[str, int]:
    """Return the colour and the opacity of what is most opaque."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    most = max((image.pixelColor(*place) for place in places), key=lambda one: one.alpha())
    return most.name(), most.alpha()


def test_an_icon_has_its_themes_ink_and_is_dimmed_where_it_cannot_be_taken() -> None:
    for theme in (LIGHT, DARK):
        for mode, ink in (
            (QIcon.Mode.Normal, theme.inks[Ink.TEXT]),
            (QIcon.Mode.Disabled, theme.line),
        ):
            assert darkest(drawn(theme, mode)) == (ink, 255)


def test_another_theme_changes_the_ink_alone_and_draws_no_icon_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    light = drawn(LIGHT)
    module._drawn.cache_clear()
    monkeypatch.delattr(module, "QSvgRenderer")
    dark = drawn(DARK)
    assert dark != light
    alpha = QImage.Format.Format_Alpha8
    assert dark.convertToFormat(alpha) == light.convertToFormat(alpha)
