"""The name and the label of what on paper has an index that no name has: `h_{t-1}`, `a^{[1]}`."""

import re
import unicodedata

from engine.language import noop, sentence

__all__ = ["labelled", "labelled_as_typed"]

_SPELLED = str.maketrans({"-": "m", "−": "m", "+": "p", ",": "_"})  # that t-1 and t+1 are two
_TYPED = re.compile(r"([^\W\d]\w*?)(\^?)(\{[^{}]*\}|\[[^\[\]]*\]|⁽[^⁽⁾]*⁾)\Z")


def labelled(name: str, mark: str, script: str) -> str:
    """Return that a script that is no name's is a label's; nothing where none can be told apart.

    Two of them are two names: h_tm1 and h_tp1.

    >>> labelled("h_", "", "{t-1}"), labelled("W", "^", "[]")
    ('; call it h_tm1, and give it the label h_{t-1}', '')
    """
    spelled = re.sub(r"\s", "", script).strip("{}[]()").translate(_SPELLED)
    if not re.fullmatch(r"\w*[^\W_]\w*", spelled):
        return ""
    said = noop("; call it {name}, and give it the label {label}")
    apart = "_" if name[-1].isdecimal() else ""
    return sentence(said, name=f"{name}{apart}{spelled}", label=f"{name}{mark}{script}")


def labelled_as_typed(text: str) -> str:
    """Return the same of a name with its index; nothing of any other text.

    >>> labelled_as_typed("a^{[0]}"), labelled_as_typed("w*x")
    ('; call it a0, and give it the label a^{[0]}', '')
    """
    found = _TYPED.match(text)
    if found is None:
        return ""
    name, mark, script = found.groups()
    if script.startswith("⁽"):
        mark, script = "^", unicodedata.normalize("NFKC", script)
    return labelled(name, mark, script)
