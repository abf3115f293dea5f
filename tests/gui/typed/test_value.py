"""Values as they are typed and written: read back as they were, refused with a sentence."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import engine
from gui.typed.number_meant import is_numbers
from gui.typed.value import rows_of, value_of
from gui.typed.value_text import text_of


@given(st.floats())
def test_a_number_is_read_back_as_it_was(number: float) -> None:
    read = value_of(text_of(number))
    assert isinstance(read, float)
    assert read == number or (math.isnan(read) and math.isnan(number))
    assert math.copysign(1, read) == math.copysign(1, number) or math.isnan(number)


@given(hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=3), elements=st.floats()))
def test_an_array_is_read_back_as_it_was(array: np.ndarray) -> None:
    read = value_of(text_of(array))
    assert isinstance(read, np.ndarray)
    np.testing.assert_array_equal(read, array)


def test_an_exponent_is_as_short_as_in_the_picture() -> None:
    assert [text_of(x) for x in (1e300, -2.5e-7, 1e-10)] == ["1e300", "-2.5e-7", "1e-10"]
    assert text_of(np.array([[1e300, -2.5e-7], [2.0, math.inf]])) == (
        "[[1e300, -2.5e-7], [2, inf]]"
    )


@pytest.mark.parametrize(
    ("text", "entry"), [("1∞", "1∞"), ("[1, 2∞; 3, 4]", "2∞"), ("∞∞", "∞∞"), ("[1, ∞x]", "∞x")]
)
def test_an_infinity_within_what_is_no_number_is_told_as_it_was_typed(text: str, entry: str):
    with pytest.raises(engine.InvalidValueError, match=f"^‘{entry}’ is not a number"):
        value_of(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2.0),
        (" −1.5e3 ", -1500.0),
        ("1/4", 0.25),
        ("-1/4", -0.25),
        ("−∞", -math.inf),
        ("½", 0.5),
        ("–2", -2.0),
        ("- 2", -2.0),
        ("−¾", -0.75),
    ],
)
def test_what_people_type(text: str, number: float) -> None:
    assert value_of(text) == number


@pytest.mark.parametrize(
    "text", ["", "two", "1/0", "1/x", "1e999", "[1, [2]]", "[1, true]", "[", "[null]", "{}", "[{}]"]
)
def test_what_is_no_value_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(engine.InvalidValueError, match=r"\w+ \w+"):
        value_of(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2*3", "6"),
        ("2^-1", "0.5"),
        ("(2)", "2"),
        ("2,5", "2.5"),
        ("1/x", ""),
        ("0x10", "16"),
        ("0B11", "3"),
        ("π", "3.141592653589793"),
        ("pi/2", "1.5707963267948966"),
        ("1 2 ½", "[1, 2, 0.5]"),
        ("1, 2; 3", "[1, 2, 3]"),
        ("1.000,5", "1000.5"),
        ("1,000", "1000 or 1.000"),
        ("1 000", "1000"),
        ("(1, 2)", "[1, 2]"),
        ("(1 2; 3, 4)", "[1, 2; 3, 4]"),
        ("1½", "1.5"),
        ("2⅖", "2.4"),
        ("1⅒", "1.1"),
        ("1²", "1"),
        ("1·10⁻³", "0.001"),
        ("1.000.000", "1000000"),
        ("w = 3", "3"),
        ('"5"', "5"),
        ("w = x", ""),
        ("50%", "0.5"),
        ("x%", ""),
        ("1 two", ""),
        ("1 2 3 4 5 6 7 8 9", ""),
    ],
)
def test_what_comes_to_a_number_is_told_it(text: str, hint: str) -> None:
    with pytest.raises(engine.InvalidValueError) as caught:
        value_of(text)
    said = f"‘{text}’ is not a number"
    assert str(caught.value) == (f"{said}; write {hint}" if hint else said)
    for proposed in filter(None, hint.split(" or ")):
        assert np.isfinite(value_of(proposed)).all()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[[1, 2; 3, 4]]", "[1, 2; 3, 4]"),
        ("[[1, 2]; [3, 4]]", "[[1, 2], [3, 4]]"),
        ("[[1 2] ;\n[3 4]]", "[[1 2], [3 4]]"),
        ("np.array([[1; 2]])", "[1; 2]"),
        ("[[1, 2; 3, 4], [5, 6; 7, 8]]", ""),
        ("[[1, x; 3, 4]]", ""),
        ("[[1, 2]; [3]]", ""),
        (f"[[{'1, ' * 40}2; 3, 4]]", ""),
    ],
)
def test_rows_that_are_divided_twice_are_told_how_they_are_divided_once(text, meant) -> None:
    with pytest.raises(engine.InvalidValueError) as caught:
        value_of(text)
    said = "rows are divided by ‘;’ or stand in brackets, not both"
    assert str(caught.value) == (f"{said}; write {meant}" if meant else said)
    if meant:
        assert np.ndim(value_of(meant)) == 2


def test_a_bracket_without_a_partner_is_told_first() -> None:
    with pytest.raises(engine.InvalidValueError, match=r"nothing closes the ‘\["):
        value_of("[[1, 2; 3, 4]")


@pytest.mark.parametrize("text", ["[" + "1," * 60_000 + "1]", "[[" + "1;" * 60_000 + "1]]"])
def test_a_very_long_list_is_refused_before_it_is_looked_through(text: str) -> None:
    with pytest.raises(engine.InvalidValueError, match="this array is too long to be typed"):
        value_of(text)


def test_of_a_very_long_text_no_number_is_sought() -> None:
    with pytest.raises(engine.InvalidValueError, match=r"…’ is not a number$"):
        value_of("2*" * 600 + "2")
    assert not is_numbers("1" + ".000" * 300)


def test_an_array_is_written_without_points_that_say_nothing() -> None:
    array = np.array([[1.0, -0.0, 2.5], [1e20, math.inf, -3.0]])
    assert text_of(array) == "[[1, -0.0, 2.5], [1e20, inf, -3]]"


@pytest.mark.parametrize(
    ("text", "array", "rows"),
    [
        ("[1, 2; 3, 4]", [[1, 2], [3, 4]], 2),
        ("[1 2; nan −4]", [[1, 2], [math.nan, -4]], 2),
        ("[1; 2]", [[1], [2]], 2),
        ("[.5, +2., 1/4; ½ −½ 01]", [[0.5, 2, 0.25], [0.5, -0.5, 1]], 2),
        ("[[½], [-1/2]]", [[0.5], [-0.5]], 2),
        ("[1.250,3.000]", [1.25, 3], 1),
        ("[1, 2,]", [1, 2], 1),
        ("[[1, 2], [3, 4],]", [[1, 2], [3, 4]], 2),
        ("[0.120,5]", [0.12, 5], 1),
        ("[1,234; 1.000, 5]", [[1, 234], [1, 5]], 2),
        ("[[1. -2.]\n [3. 4.]]", [[1, -2], [3, 4]], 2),
        ("array([1., 2.])", [1, 2], 1),
        ("np.array([[1, 2],\n  [3, 4]], dtype=np.float32)", [[1, 2], [3, 4]], 2),
        ("torch.tensor([1., 2.], requires_grad=True)", [1, 2], 1),
        ("1\t2\n3\t4\n", [[1, 2], [3, 4]], 2),
        ("1,5\t2\n3\t4", [[1.5, 2], [3, 4]], 2),
        ("1,5\n2\n", [1.5, 2], 2),
        ("1,000\t2\n0,125\t3", [[1, 2], [0.125, 3]], 2),
        ("1\t2", [1, 2], 1),
        ("1 2\n3 4", [[1, 2], [3, 4]], 2),
        ("  1,5  2,5\r\n  3 4\n", [[1.5, 2.5], [3, 4]], 2),
        ("1, 2\n−3, nan", [[1, 2], [-3, math.nan]], 2),
        ("x y\n1 2\n3 4", [[1, 2], [3, 4]], 2),
        ("100 200\n3 4", [[100, 200], [3, 4]], 2),
        ("learning rate\n0.1\n0.2", [0.1, 0.2], 2),
        ("x\ty\n1\t2\n3\t4", [[1, 2], [3, 4]], 2),
        ("inf\t−∞\n1\tNaN", [[math.inf, -math.inf], [1, math.nan]], 2),
        ("7", 7, 1),
    ],
)
def test_rows_are_read_as_cards_and_spreadsheets_write_them(text, array, rows) -> None:
    np.testing.assert_array_equal(value_of(text), np.array(array, dtype=float))
    assert len(rows_of(text)) == rows


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1\t2\n3", "the table’s rows differ in length: row 2 has 1, the first 2"),
        ("1 2\n3", "the table’s rows differ in length: row 2 has 1, the first 2"),
        ("1 2\n3 x", "row 2, cell 1: ‘3 x’ is not a number"),
        ("x\ty\n1\t2\n3\tz", "row 3, cell 2: ‘z’ is not a number"),
        ("12 345\n67 890", "row 1, cell 1: ‘12 345’ is not a number; write 12345"),
        ("1 000\n1 5", "row 1, cell 1: ‘1 000’ is not a number; write 1000"),
        ("\t1\n2\t3", "a cell of row 1 of the table is empty"),
        ("1\t2\n3\t", "a cell of row 2 of the table is empty"),
        ("1\tx\n3\t4", "row 1, cell 2: ‘x’ is not a number"),
        ("1\t2\n1,000\t3", "row 2, cell 1: ‘1,000’ is not a number; write 1000 or 1.000"),
        ("1,000\t2,500\n1\t2", "row 1, cell 1: ‘1,000’ is not a number; write 1000 or 1.000"),
        ("[1,000]", "‘000’ is no entry: a comma and a blank divide, so a thousand is 1000"),
        ("[1 050; 2 3]", "‘050’ is no entry: a comma and a blank divide, so a thousand is 1000"),
        ("[1.000,5]", "‘1.000,5’ may be one number or two; write 1000.5, or 1.000, 5 for two"),
        ("[2; 1.250,5]", "‘1.250,5’ may be one number or two; write 1250.5, or 1.250, 5 for two"),
        ("[1, 2]^T", "a column of numbers is [1; 2; 3]"),
        ("[1, 2].T", "a column of numbers is [1; 2; 3]"),
        ("1,5; 2,5", "‘1,5; 2,5’ is not a number"),
        ("1,5 2,5", "‘1,5 2,5’ is not a number"),
        ("[1, 2; 3]", "write an array as rows of equal length, such as [1, 2; 3, 4]"),
        ("[1,, 2]", "write an array as rows of equal length, such as [1, 2; 3, 4]"),
        ("[1, 2", "nothing closes the ‘[’ at character 1"),
        ("[[1, 2], [3, 4]", "nothing closes the ‘[’ at character 1"),
        ("[1, 2]]", "the ‘]’ at character 7 closes nothing"),
        ("[1, 2)", "a ‘[’ ends with ‘]’, not with ‘)’ at character 6"),
        ("[1, -1e999]", "‘-1e999’ is too large for a number"),
        ("1e308/1e-9", "‘1e308/1e-9’ is too large for a number"),
        ("[1, x]", "‘x’ is not a number"),
        ("1/0", "‘1/0’ is no number: nothing is divided by 0"),
        ("−1/2/0.0", "‘-1/2/0.0’ is no number: nothing is divided by 0"),
        ("[1/0, 2]", "‘1/0’ is no number: nothing is divided by 0"),
        ("x/0", "‘x/0’ is not a number"),
        ("[2, 2*3]", "‘2*3’ is not a number; write 6"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(engine.InvalidValueError) as caught:
        value_of(text)
    assert str(caught.value) == reason


pieces = ["1", "2.5", "−", "∞", "nan", "[", "]", ",", ";", "\t", "\n", '"', "x", " ", "½", "/", "{"]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(pieces), max_size=12).map("".join))
@example("[]")
@example("[[], []]")
@example("a" * 100_000)
@example('"1\n2"\t3')
@example('"1\t2')
def test_whatever_is_pasted_is_read_or_refused_with_a_short_sentence(text: str) -> None:
    for read in (value_of, rows_of):
        said = ""
        try:
            read(text)
        except engine.InvalidValueError as error:
            said = str(error)
        assert len(said) < 300
        assert "\n" not in said


def test_more_cells_than_can_be_read_at_once_are_refused() -> None:
    with pytest.raises(engine.InvalidValueError, match="too many cells"):
        value_of("1\n" * 200_001)
