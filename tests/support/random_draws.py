"""What random hands draw from: places, keys, texts, actions."""

import hypothesis.strategies as st
from PySide6.QtCore import Qt

MODIFIERS = Qt.KeyboardModifier
KEYS = st.sampled_from(
    [
        MODIFIERS.NoModifier,
        MODIFIERS.NoModifier,
        MODIFIERS.ControlModifier,
        MODIFIERS.ShiftModifier,
        MODIFIERS.AltModifier,
    ]
)
TEXTS = st.one_of(
    st.sampled_from(["relu", "*", "2.5", "w=2", "x", "zz", "x^", "b2=3", "[1,2]", "w", "d", "e"]),
    st.sampled_from(["J=(w*x+b-y)^2/2", "c*x", "a+c", "q=c^2;r=q+a", "formula", "input", "1/0"]),
)
OPS = st.sampled_from(["relu", "add", "parameter", "multiply", "formula", "matmul", "log"])
PLACES = st.sampled_from(["out", "port", "card", "number", "edge", "empty"])
POINTS = st.tuples(PLACES, st.integers(0, 40), st.integers(0, 40))
BUTTONS = st.sampled_from(
    [Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton, Qt.MouseButton.BackButton]
)
PRESSED = st.sampled_from([Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Tab])
ENDS = st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Escape])

HELD = st.sampled_from([Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt])
ACTED = [
    *(f"align.{way}" for way in ("left", "centre", "right", "top", "middle", "bottom")),
    *(f"align.{way}" for way in ("across", "down")),
    *(f"edit.{what}" for what in ("undo", "redo", "cut", "copy", "paste", "paste_joined")),
    *(f"edit.{what}" for what in ("duplicate", "delete", "delete_healing", "rename", "value")),
    *(f"edit.{what}" for what in ("select_all", "find", "find_next", "find_previous")),
    *(f"graph.{what}" for what in ("arrange", "output", "slider", "slider", "next_problem")),
    *(f"graph.{what}" for what in ("add", "connect", "onward", "back", "up", "down")),
    *(f"graph.{what}" for what in ("insert", "group", "fold", "ungroup")),
    *(f"view.{what}" for what in ("fit", "fit_selection", "zoom_in", "zoom_out", "full_size")),
    *(f"view.{what}" for what in ("palette", "inspector", "next_pane", "previous_pane")),
    *(f"{tab}.panel" for tab in ("bump", "quiz", "train")),
    *(f"numbers.{what}" for what in ("both", "values", "derivatives", "neither")),
]
