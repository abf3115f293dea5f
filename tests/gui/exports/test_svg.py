"""SVG: what it tells those who do not see it; what it shows is in test_alike."""

from examples import example

from gui.exports import Subject, svg


def test_a_formula_is_told_as_it_is_read():
    text = svg.render(Subject(example("linear-unit"))).decode()
    assert 'aria-label="J = ½ d²"' in text
    assert 'aria-label="−4"' in text
