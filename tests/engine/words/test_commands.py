r"""TeX's commands in labels: what they stand for, and what is left as it is."""

import pytest

from engine.formats.latex_text import label_latex, name_latex
from engine.words.commands import UPRIGHT, without_commands
from engine.words.script import script_at


@pytest.mark.parametrize(
    ("markup", "signs", "latex"),
    [
        (r"\hat{y}", "ŷ", r"\hat{y}"),
        (r"\hat{y}^{(i)}", "ŷ^{(i)}", r"\hat{y}^{(i)}"),
        (r"\hat{y_1}", "ŷ_1", r"\hat{y}_{1}"),
        (r"\bar x", "x\u0304", r"\bar{x}"),
        (r"\tilde{\theta}_2", "θ\u0303_2", r"\tilde{\theta }_{2}"),
        (r"\mathcal{L}", "ℒ", r"\mathcal{L}"),
        (r"\mathcal{L}_{\mathrm{CE}}", "ℒ_{<CE>}", r"\mathcal{L}_{\mathrm{CE}}"),
        (r"\mathcal{L}_\mathrm{CE}^2", "ℒ_<CE>^2", r"\mathcal{L}_{\mathrm{CE}}^{2}"),
        (r"\text{if \mathrm{x}}", "<if x>", r"\mathrm{if\ x}"),
        (r"\hat{\mathrm{W}}", "<\u0174>", r"\mathrm{\hat{W}}"),
        (r"\bar{\hat{y}}", "ŷ\u0304", r"\bar{\hat{y}}"),
        (r"\bar{\hat{x}}_1", "x\u0302\u0304_1", r"\bar{\hat{x}}_{1}"),
        (r"\hat{\bar{x}}", "x\u0304\u0302", r"\hat{\bar{x}}"),
        (r"\ell", "ℓ", r"\ell "),
        (r"\hat{W^{[1]}}", "\u0174^{[1]}", r"\hat{W}^{[1]}"),
        (r"\mathrm{W_{out}}", "<W>_{<out>}", r"\mathrm{W}_{\mathrm{out}}"),
        (r"\hat{W_{\mathrm{in}}}", "\u0174_{<in>}", r"\hat{W}_{\mathrm{in}}"),
    ],
)
def test_a_command_is_drawn_as_it_is_meant_and_written_as_it_was(markup, signs, latex):
    assert without_commands(markup) == signs.translate(
        dict(zip(map(ord, "<>"), UPRIGHT, strict=True))
    )
    assert latex is None or label_latex(markup) == latex


@pytest.mark.parametrize(
    "markup",
    [
        r"\frac{a}{b}", r"\hat", r"\hat{", r"\hat{}", r"\bar{ }", r"\text{}", "\\", r"\hat_1",
        r"\hat{\foo}",
    ],
)  # fmt: skip
def test_what_is_no_command_known_here_or_is_of_nothing_is_left(markup):
    assert without_commands(markup) == markup


def test_a_name_with_hat_is_drawn_with_one():
    assert name_latex("y_hat") == r"\hat{y}"
    assert name_latex("w_bar") == r"\bar{w}"
    assert name_latex("cat_hat") == r"\mathrm{cat}\_\mathrm{hat}"


@pytest.mark.parametrize(
    ("markup", "script"),
    [
        ("[" + "1" * 100 + "]", "[" + "1" * 100 + "]"),
        ("[" + "1" * 200 + "]", "["),
        ("{" + "1" * 200 + "}", "1" * 200),
    ],
)
def test_the_end_of_a_bracket_is_looked_for_nearby(markup, script):
    """Each of thousands that are not closed would be looked for up to the end."""
    assert script_at(f"a_{markup}b", 2)[0] == script
