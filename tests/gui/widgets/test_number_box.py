"""Boxes for numbers, by real keys: what is typed never becomes another number."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from gui.dialogs.randomise import Randomise
from gui.lesson.entry_box import EntryBox
from gui.widgets.number_box import DecimalBox, NumberBox, holds_refused


@pytest.fixture(params=["en_US", "de_DE", "fr_FR"])
def window(qtbot, request):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    yield window
    QLocale.setDefault(before)


def shown(box, window):
    window.layout().addWidget(box)
    window.show()
    box.setFocus()
    box.selectAll()
    return box


def whole(window):
    box = NumberBox(0, 1_000_000, window)
    box.setValue(7)
    return shown(box, window)


def decimal(window):
    box = DecimalBox(window)
    box.setDecimals(4)
    box.setRange(0.001, 1e6)
    box.setValue(7)
    return shown(box, window)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" 2 ", 2),
        ("+3", 3),
        ("1e3", 1000),
        ("1 000", 1000),
        ("1\u202f000\u00a0000", 1_000_000),
        ("2.0", 2),
        ("-0", 0),
        ("", 7),
    ],
)
def test_a_whole_number_is_read(window, text, number):
    box = whole(window)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    box.lineEdit().insert(text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.value(), box.problem, box.text()) == (number, "", str(number))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1.5", "‘1.5’ is not a whole number"),
        ("3,5", "‘3,5’ is not a whole number"),
        ("1,000", "‘1,000’ is not a number; write 1000"),
        ("1.000", "‘1.000’ is not a number; write 1000"),
        ("12abc", "‘12abc’ is not a number"),
        ("nan", "‘nan’ is not a number"),
        ("9" * 30, "a number from 0 to 1,000,000 is meant"),
        ("1e999", "a number from 0 to 1,000,000 is meant"),
        ("-1", "a number from 0 to 1,000,000 is meant"),
        ("x" * 30, f"‘{'x' * 20}…’ is not a number"),
    ],
)
def test_what_is_no_whole_number_stays_told_and_changes_nothing(window, text, problem):
    box, told = whole(window), []
    box.valueChanged.connect(told.append)
    QTest.keyClicks(box, text)
    assert (box.text(), box.problem, box.value()) == (text, problem, 7)
    assert told in ([], [*told[:-1], 7])
    assert box.property("refused")
    assert QToolTip.text() == box.accessibleDescription() == problem
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.clearFocus()
    assert (box.text(), box.value()) == (text, 7)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.value(), box.property("refused")) == ("7", 7, False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("0,125", 0.125),
        ("1/4", 0.25),
        ("1 000,5", 1000.5),
        ("1e3", 1e3),
    ],
)
def test_a_number_with_decimals_is_read_with_a_comma_too(window, text, number):
    box = decimal(window)
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.value(), box.problem) == (number, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1,000", "‘1,000’ is not a number; write 1000 or 1.000"),
        ("1.23456", "a number with 4 decimals at most is meant"),
        ("-0.5", "a number from 0.001 to 1,000,000 is meant"),
        ("abc", "‘abc’ is not a number"),
    ],
)
def test_what_may_be_two_numbers_or_has_too_many_decimals_is_told(window, text, problem):
    box = decimal(window)
    QTest.keyClicks(box, text)
    assert (box.value(), box.problem) == (7.0, problem)


def test_a_number_that_is_too_small_may_yet_grow_and_is_told_in_the_end(window):
    box = NumberBox(16, 4000, window)
    shown(box, window)
    QTest.keyClicks(box, "x")
    assert box.property("refused")
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClicks(box, "1")
    assert not box.property("refused")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value(), box.property("refused")) == ("1", 16, True)
    assert QToolTip.text() == "a number from 16 to 4,000 is meant"
    box.clearFocus()
    assert (box.text(), box.property("refused")) == ("1", True)
    QTest.keyClicks(box, "920")
    assert (box.value(), box.property("refused")) == (1920, False)


def refused_keys(box, text):
    """Type; return the texts on the way that are outlined and told."""
    refused = []
    box.selectAll()
    for key in text:
        if key.isascii():
            QTest.keyClicks(box, key)
        else:
            box.lineEdit().insert(key)  # there is no such key
        if box.property("refused") or box.accessibleDescription():
            refused.append(box.text())
    return refused


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("-0.5", -0.5),
        ("−0.5", -0.5),
        (",5", 0.5),
        ("1e3", 1000),
        ("1e-3", 0.001),
        ("1/4", 0.25),
        ("-1/-4", 0.25),
        ("1 000", 1000),
        ("12\u202f000,5", 12000.5),
        ("1 000 000", 1_000_000),
    ],
)
def test_what_may_become_a_number_is_not_told(window, text, number):
    box = decimal(window)
    box.setRange(-1e6, 1e6)
    assert refused_keys(box, text) == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.value(), box.problem) == (number, "")


@pytest.mark.parametrize("text", ["-", "1e", "1 0", "1/"])
def test_what_was_but_begun_is_told_in_the_end_and_changes_nothing(qtbot, window, text):
    box = decimal(window)
    assert refused_keys(box, text) == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value(), box.property("refused")) == (text, 7, True)
    assert QToolTip.text() == f"‘{text}’ is not a number"
    box.setValue(8)
    window.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    assert refused_keys(box, text) == []
    box.clearFocus()
    assert (box.text(), box.value(), box.property("refused")) == (text, 8, True)
    assert box.accessibleDescription() == f"‘{text}’ is not a number"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.property("refused")) == ("8.0000", False)


@pytest.mark.parametrize(
    ("make", "text", "problem"),
    [
        (whole, "1'000", "‘1'000’ is not a number; write 1000"),
        (decimal, "1'000", "‘1'000’ is not a number; write 1000"),
        (decimal, "1,000.5", "‘1,000.5’ is not a number; write 1000.5"),
        (decimal, "1.000,5", "‘1.000,5’ is not a number; write 1000.5"),
        (whole, "1.000,5", "‘1.000,5’ is not a whole number"),
        (whole, "9'000'000", "a number from 0 to 1,000,000 is meant"),
        (decimal, "1.5 000", "‘1.5 000’ is not a number"),
        (decimal, "1,5 000", "‘1,5 000’ is not a number"),
        (decimal, "12345 000", "‘12345 000’ is not a number"),
    ],
)
def test_thousands_that_others_divide_are_told_as_in_every_field(window, make, text, problem):
    box = make(window)
    QTest.keyClicks(box, text)
    assert (box.text(), box.problem, box.value()) == (text, problem, 7)
    assert QToolTip.text() == problem


def test_an_index_is_not_told_before_it_is_typed(window):
    box = EntryBox(window)
    box.set_shape((2, 30))
    shown(box, window)
    assert refused_keys(box, "[1, 12]") == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 42
    for text in ("[1, 30", "[2", "[x", "[1]", "[1, 2,"):
        assert refused_keys(box, text)[:1] == [text], text
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.value()) == ("[1, 12]", 42)


def test_an_arrow_goes_on_from_the_number_and_mends_the_text(window):
    box = whole(window)
    QTest.keyClicks(box, "1,5")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert (box.value(), box.text(), box.property("refused")) == (8, "8", False)


def test_an_entry_of_very_many_digits_is_none(window):
    """Python reads no number of 4,301 digits: pasted there, they ended in the fault dialog."""
    box = EntryBox(window)
    box.set_shape((2, 30))
    for text in (f"[1, {'1' * 5000}]", f"[1, {'1' * 5000}"):
        assert box.read(text) is None
        assert not box.begun(text)
        assert len(box.reason(text)) < 200
    assert box.read("[1, 29]") == 59


def test_an_entry_is_called_by_its_index_alone(window):
    box = EntryBox(window)
    box.set_shape((2, 30))
    shown(box, window)
    QTest.keyClicks(box, "[1, 1.5]")
    assert box.value() == 0
    assert box.problem == "no entry is called ‘[1, 1.5]’; the last one is [1, 29]"
    box.selectAll()
    QTest.keyClicks(box, "1, 12")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert np.unravel_index(box.value(), (2, 30)) == (1, 12)
    assert box.text() == "[1, 12]"


def test_a_form_is_not_taken_with_what_is_no_number(qtbot):
    dialog = Randomise({"All": ["w"]})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.seed.setFocus()
    dialog.seed.selectAll()
    QTest.keyClicks(dialog.seed, "1.5")
    QTest.keyClick(dialog.seed, Qt.Key.Key_Return)
    dialog.go.click()
    assert dialog.isVisible()
    assert holds_refused(dialog)
    dialog.seed.selectAll()
    QTest.keyClicks(dialog.seed, "15")
    dialog.go.click()
    assert not dialog.isVisible()
    assert dialog.seed.value() == 15
