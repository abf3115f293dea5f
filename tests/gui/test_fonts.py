"""Every sign is set in a font that ships, whatever the machine has besides."""

import pytest
from PySide6.QtGui import QTextLayout

from gui.fonts import Face, font

SHIPPED = {"Inter", "STIX Two Math", "STIX Two Text"}
SIGNS = "aJ2½²·−×∂√→←≈≠≤≥∞∇∑∏∘⊙∈αβσθΔ′…\u202f"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("face", Face)
def test_no_sign_is_borrowed_from_a_font_of_the_machine(face: Face) -> None:
    for sign in SIGNS:
        line = QTextLayout(sign, font(face, 20))
        line.beginLayout()
        line.createLine()
        line.endLayout()
        (run,) = line.glyphRuns()
        assert run.rawFont().familyName() in SHIPPED, sign
        assert 0 not in run.glyphIndexes(), sign


@pytest.mark.usefixtures("qapp")
def test_a_sign_leaves_the_line_as_high_as_it_is() -> None:
    heights = set()
    for text in ("J/x", "∂J/∂x ≈ √2"):
        line = QTextLayout(text, font(Face.ITALIC, 20))
        line.beginLayout()
        heights.add((line.createLine().height(), line.lineAt(0).ascent()))
        line.endLayout()
    assert len(heights) == 1
