"""`chainrule new`: graphs from text, and networks."""

import pytest
from printed import answer

import engine
from gui.exports import Subject


def test_new_writes_a_graph_that_is_laid_out(chainrule, tmp_path):
    out = tmp_path / "unit.chainrule"
    done = chainrule(
        *("new", "J = 1/2*(w*x+b-y)^2", "w=2", "x=-2", "b=8", "y=2", "-o", str(out)),
        *("--title", "A unit"),
    )
    assert done == (0, "", "")
    graph = engine.load(out)
    assert graph.title == "A unit"
    assert all("position" in graph.attributes(name) for name in graph.nodes())
    assert answer(chainrule, "evaluate", str(out))["nodes"]["w"]["derivative"] == -4.0


def test_new_of_several_assignments_with_chosen_parameters(chainrule, tmp_path):
    out = str(tmp_path / "g.chainrule")
    code, _, err = chainrule(
        *("new", "c = w*x; J = c^2/2", "w=2", "x=[1, 2]", "--parameters", "x", "-o", out)
    )
    assert (code, err) == (0, "")
    graph = engine.load(out)
    assert graph.op_of("x") == "parameter"
    assert graph.op_of("w") == "input"
    assert graph.nodes() == ["w", "x", "c", "J"]


def test_new_reads_e_to_a_power_and_lowered_digits_as_the_editor_does(chainrule, tmp_path):
    path = tmp_path / "g.chainrule"
    assert chainrule("new", "J = e^-x₁", "x_1=2", "-o", str(path)) == (0, "", "")
    assert [engine.load(path).op_of(name) for name in ("x_1", "J")] == ["input", "exp"]
    assert chainrule("new", "J = e^x", "e=2", "x=3", "-o", str(path)) == (0, "", "")
    assert engine.load(path).nodes() == ["e", "x", "J"]
    code, _, err = chainrule("new", "J = inf*x", "x=1", "-o", str(path))
    assert code == 2
    assert "inf is no name, and no number that an expression has" in err
    assert chainrule("new", "J = inf*x", "x=1", "inf=1", "-o", str(path)) == (0, "", "")


def test_new_tells_where_a_number_that_is_no_name_is_given(chainrule, tmp_path):
    out = ("-o", str(tmp_path / "g.chainrule"))
    code, _, err = chainrule("new", "c = inf; J = c*x", "x=1", *out)
    assert code == 2
    assert "has: write c for it, and give c=inf behind the text" in err
    assert chainrule("new", "J = c*x", "x=1", "c=inf", *out) == (0, "", "")


def test_new_reads_the_names_of_values_and_parameters_as_those_of_the_text(chainrule, tmp_path):
    path = tmp_path / "g.chainrule"
    names = ("w₁=2", "xₙ=1", "--parameters", "xₙ,v₁", "v₁=3")
    assert chainrule("new", "J = w₁*xₙ*v₁", *names, "-o", str(path)) == (0, "", "")
    graph = engine.load(path)
    assert [graph.op_of(name) for name in ("w_1", "x_n", "v_1")] == [
        "input",
        "parameter",
        "parameter",
    ]
    code, _, err = chainrule("new", "J = x₁", "x₁=2", "x_1=3", "-o", str(path))
    assert (code, "x_1 is given two values" in err) == (2, True)
    code, _, err = chainrule("new", "J = e^x", "x=2", "--parameters", "e", "-o", str(path))
    assert (code, "e has no value" in err) == (2, True)


def test_values_stand_before_and_behind_options(chainrule, tmp_path):
    path = tmp_path / "g.chainrule"
    done = chainrule("new", "J = w*x", "--no-expand", "w=2", "--title", "T", "x=3", "-o", str(path))
    assert done == (0, "", "")
    graph = engine.load(path)
    assert (graph.title, graph.value("w"), graph.value("x")) == ("T", 2.0, 3.0)


@pytest.mark.parametrize("form", ["arrays", "neurons", "operations"])
def test_new_writes_a_network(chainrule, tmp_path, form):
    path = tmp_path / "network.chainrule"
    options = ["--mlp", "3,4,1", "--activation", "tanh", "--form", form, "--seed", "3"]
    assert chainrule("new", *options, "-o", str(path)) == (0, "", "")
    graph = engine.load(path)
    assert graph.title == "Network 3–4–1, 21 parameters"
    assert all("position" in graph.attributes(name) for name in graph.nodes())
    code, _, _ = chainrule("check", str(path))
    assert code == 0
    again = tmp_path / "again.chainrule"
    chainrule("new", *options, "-o", str(again))
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mlp", "3,x"], "'x' is no size of a layer"),
        (["--mlp", "3,1", "--seed", "-1"], "--seed -1: a seed is 0 or more"),
        (["--mlp", "3,1", "--batch", "0"], "a batch has at least one example"),
        (["J = w", "--mlp", "3,1"], "--mlp makes the whole graph: 'J = w' has no place in it"),
        (["J = w", "w=1", "--activation", "tanh"], "--activation is for a network: add --mlp"),
        (["--from", "g.json", "--seed", "1"], "--seed is for a network: add --mlp SIZES"),
        (["--from", "g.json", "--mlp", "3,1"], "--mlp and --from are two graphs: ask for one"),
        (["--from", "g.json", "--expand"], "--expand is for a graph that is written as TEXT"),
        (["--mlp", "3,1", "--no-expand"], "--no-expand is for a graph that is written as TEXT"),
        (["--mlp", "3,1", "--parameters", "w"], "--parameters is for a graph that is written as"),
        ([], "write TEXT, such as 'J = (w*x+b-y)^2/2', or --mlp SIZES"),
    ],
)
def test_new_says_what_is_wrong_with_a_network(chainrule, tmp_path, arguments, said):
    path = tmp_path / "network.chainrule"
    code, out, err = chainrule("new", *arguments, "-o", str(path))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert not path.exists()


def test_an_op_is_told_its_axis(chainrule, tmp_path):
    out = str(tmp_path / "g.chainrule")
    assert chainrule("new", "J = sum(mean(x, axis=0)^2)", "x=[[1,2],[3,4]]", "-o", out)[0] == 0
    graph = engine.load(out)
    means = [name for name in graph.nodes() if graph.op_of(name) == "mean"]
    assert [graph.attributes(name)["axis"] for name in means] == [0]
    code, _, err = chainrule("new", "mean(x, axis=a)", "x=[1,2]", "-o", out)
    said = "axis is a whole number or several, such as axis=0 or axis=[0, 1] at character 14"
    assert (code, err) == (2, f'chainrule: {said}: "mean(x, axis=a)"\n')


def test_a_graph_too_long_to_be_read_in_a_window_is_laid_out_in_rows(chainrule, tmp_path):
    in_a_row = {}
    for kind, arguments in (
        ("unit", ["c = w*x; a = c+b; J = a^2", "w=1", "x=2", "b=3"]),
        ("net", ["--mlp", "784,128,10"]),
    ):
        path = tmp_path / f"{kind}.chainrule"
        assert chainrule("new", *arguments, "-o", str(path)) == (0, "", "")
        graph = engine.load(path)
        ops = [name for name in graph.nodes() if not graph.is_leaf(name)]
        xs = [graph.attributes(name)["position"][0] for name in ops]
        in_a_row[kind] = xs == sorted(xs)
    assert in_a_row == {"unit": True, "net": False}  # each op to the right of the one before


@pytest.mark.parametrize("layers", range(2, 7))
def test_an_export_of_a_graph_without_places_has_those_that_new_gives(chainrule, tmp_path, layers):
    path = str(tmp_path / "net.chainrule")
    sizes = ",".join("2" * layers)
    assert chainrule("new", "--mlp", sizes, "--form", "operations", "-o", path) == (0, "", "")
    graph = engine.load(path)
    drawn = {name: graph.attributes(name)["position"] for name in graph.nodes()}
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    picture = Subject(graph).picture
    assert {name: picture.graph.attributes(name)["position"] for name in drawn} == drawn
