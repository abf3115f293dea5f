"""Tables: read from text with every fault by row and column, kept in a graph with distrust."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine.formats.chainrule_file import dumps, loads
from engine.training import Table, read_table, table_from_text, text_from_table
from engine.training.table import MOST_CELLS
from engine.training.table_text import cells_of, has_decimal_comma, is_number, number_of

ROWS = ((1.0, 2.0), (3.5, -4.0))


@pytest.mark.parametrize(
    "text",
    [
        "x,y\n1,2\n3.5,-4\n",
        "x\ty\r\n1\t2\r\n3,5\t−4",
        '"x";"y"\n\n1;2\n;\n3,5;-4\n',
        " x , y \n 1 , 2 \n 3.5 , -4.0 ",
    ],
)
def test_commas_semicolons_and_cells_copied_from_a_spreadsheet(text):
    assert table_from_text(text) == Table(("x", "y"), ROWS)


def test_text_is_read_back_exactly():
    numbers = np.random.default_rng(1).normal(size=(20, 3)).tolist()
    table = Table(("x[0]", 'a "b", c', "y"), tuple(map(tuple, numbers)))
    assert table_from_text(text_from_table(table)) == table
    assert table_from_text(text_from_table(table, "\t")) == table


NAMES = st.text(st.sampled_from("ab;,\"' .−#"), min_size=1, max_size=4)


@settings(max_examples=60)
@given(
    st.lists(NAMES.filter(lambda name: name == name.strip()), min_size=1, max_size=3, unique=True),
    st.sampled_from(",\t"),
)
def test_a_name_may_hold_the_marks_that_divide_cells(columns, delimiter):
    table = Table(tuple(columns), (tuple(map(float, range(len(columns)))),))
    assert table_from_text(text_from_table(table, delimiter)) == table


def test_a_mark_within_quotes_divides_no_cells():
    assert table_from_text('"price; new",x\n1,2').columns == ("price; new", "x")


FAULTS = [
    ("", "the table is empty: its first row names the inputs"),
    (" \n\n", "the table is empty: its first row names the inputs"),
    ('x,"a\nb"\n1,2', r"row 1, column 2: 'a\nb' cannot be a name"),
    ("x,y\n", "there are no rows below the names in row 1"),
    ("1,2\n3,4", "row 1: expected the names of inputs, found numbers: 1, 2"),
    ("1,2,3,4,5\n", "row 1: expected the names of inputs, found numbers: 1, 2, 3, 4, …"),
    ("\nx,,y\n1,2,3", "row 2, column 2: the name is missing"),
    ("x,y,x\n1,2,3", "row 1, column 3: 'x' appears twice"),
    ("x,y\n1,2\n3,four", "row 3, column y: 'four' is not a finite number"),
    ("x,y\n1,2\n\n3,", "row 4, column y: the cell is empty"),
    ("x,y\n1,nan", "row 2, column y: 'nan' is not a finite number"),
    ("x,y\n1,1e999", "row 2, column y: '1e999' is not a finite number"),
    ("x,y\n1,1_000", "row 2, column y: '1_000' is not a finite number"),
    ("x,y\n1", "row 2: has 1 cell where there are 2 columns"),
    ("x,y\n1,2,3", "row 2: has 3 cells where there are 2 columns"),
    (
        "x\n1,5",
        "row 2: has 2 cells where there is 1 column; where 1,5 is a number, divide the cells "
        "by semicolons",
    ),
    ('x,y\n1,"2,5"', "row 2, column y: '2,5' is not a finite number; write 2.5"),
    ("x,y\n1," + "z" * 30, f"row 2, column y: '{'z' * 20}…' is not a finite number"),
    ("x;y\n1,000;2,500", "row 2, column x: '1,000' is not a finite number; write 1000 or 1.000"),
    ("1,000;2,500\n1;2", "row 1: expected the names of inputs, found numbers: 1,000, 2,500"),
    ('x,y\n1,"2', "line 2: a quote is opened and never closed"),
]


@pytest.mark.parametrize(("text", "sentence"), FAULTS, ids=[s for _, s in FAULTS])
def test_a_fault_is_one_sentence_with_its_place(text, sentence):
    with pytest.raises(engine.FileError) as caught:
        table_from_text(text)
    assert str(caught.value) == sentence


def test_a_file_is_read_and_refused_by_its_sentence(tmp_path):
    path = tmp_path / "points.csv"
    path.write_bytes("\ufeffx,y\r\n1,2\r\n3.5,-4\r\n".encode())
    assert read_table(path) == Table(("x", "y"), ROWS)
    path.write_bytes(b"x,y\n1,\xff")
    with pytest.raises(
        engine.FileError, match="row 2 is no text in UTF-8: save the table as CSV in UTF-8"
    ):
        read_table(path)
    with pytest.raises(engine.FileError, match="it is a folder, not a file"):
        read_table(tmp_path)
    with path.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with pytest.raises(engine.LimitError, match="larger than 64 MB"):
        read_table(path)


def test_cells_and_numbers_as_they_are_copied():
    assert cells_of("1\t2\n\n3\t") == [["1", "2"], ["3", ""]]
    assert number_of("1,5") == 1.5
    assert number_of("1,5", comma=False) is None
    assert number_of("1.000,5") is None
    assert number_of("1,000") is None
    assert number_of("1,000", decimal=True) == 1.0
    assert is_number("1,000")
    assert is_number("2.5")
    assert not is_number("x")


def test_a_comma_is_the_decimal_one_where_another_cell_says_so():
    assert table_from_text("x;y\n1,000;2,500\n0,123;4").rows == ((1.0, 2.5), (0.123, 4.0))
    assert not has_decimal_comma([["1,000", "2"], ["1.000,5"]])


def test_a_comma_divides_no_cells_where_there_is_one_column():
    assert cells_of("1,5\n\n 2,5 \n", one_column=True) == [["1,5"], ["2,5"]]
    assert cells_of("1,5\n2,5") == [["1", "5"], ["2", "5"]]
    assert cells_of("1;5", one_column=True) == [["1", "5"]]
    assert cells_of("1,5\t2", one_column=True) == [["1,5", "2"]]


# --- in a graph


def test_a_graph_keeps_its_table_in_its_file():
    graph = engine.Graph()
    assert Table.of(graph) is None
    graph.network.graph["data"] = Table(("x", "y"), ROWS).tree()
    again = loads(dumps(graph))
    assert Table.of(again) == Table(("x", "y"), ROWS)
    assert dumps(again) == dumps(graph)


TREES = [
    (7, "graph.data: expected an object with columns and rows"),
    ({"columns": "x"}, "graph.data: expected an object with columns and rows"),
    ({"columns": ["x", 1]}, "graph.data.columns[1]: expected the name of an input"),
    ({"columns": [""]}, "graph.data.columns[0]: expected the name of an input"),
    ({"columns": ["x", "x"]}, "graph.data.columns[1]: 'x' appears twice"),
    ({"columns": ["x"]}, "graph.data.rows: expected a list of rows"),
    ({"columns": ["x"], "rows": [1]}, "graph.data.rows[0]: expected a list of numbers"),
    (
        {"columns": ["x"], "rows": [[1], [1, 2]]},
        "graph.data.rows[1]: has 2 numbers where there are 1 columns",
    ),
    ({"columns": ["x"], "rows": [["1"]]}, "graph.data.rows[0][0]: expected a number"),
    ({"columns": ["x"], "rows": [[True]]}, "graph.data.rows[0][0]: expected a number"),
    ({"columns": ["x"], "rows": [[10**400]]}, "graph.data.rows[0][0]: the number is too large"),
    (
        {"columns": ["x", "y"], "rows": [[]] * (MOST_CELLS // 2 + 1)},
        "graph.data.rows: a table may have at most 1,000,000 numbers",
    ),
]


@pytest.mark.parametrize(("tree", "sentence"), TREES, ids=[s for _, s in TREES])
def test_a_table_in_a_file_is_read_with_distrust(tree, sentence):
    graph = engine.Graph()
    graph.network.graph["data"] = tree
    with pytest.raises(engine.GraphError) as caught:
        Table.of(graph)
    assert str(caught.value) == sentence
