"""Writes the man page and the shells' completions from the program's own argument parsers.

Run as `python packaging/linux/reference.py FOLDER`; what the parsers say is all there is to know.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from gui.command_line.main import parsers
from gui.release.version import version

_BASH = """# bash completion for chainrule
_chainrule() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
    local command=${{COMP_WORDS[1]}}
    COMPREPLY=()
    case "$command $before" in
{choices}
    esac
    if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then
        COMPREPLY=($(compgen -W "{commands}" -- "$word"))
    elif [[ $word == -* ]]; then
        case "$command" in
{options}
        *) COMPREPLY=($(compgen -W "{program}" -- "$word")) ;;
        esac
        return
    fi
    COMPREPLY+=($(compgen -f -- "$word"))
}}
complete -o filenames -F _chainrule chainrule
"""


def main(folder: Path) -> None:
    """Write `chainrule.1`, `chainrule.bash`, `_chainrule` (zsh) and `chainrule.fish`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("chainrule.1", man_page()),
        ("chainrule.bash", bash()),
        ("_chainrule", zsh()),
        ("chainrule.fish", fish()),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def man_page() -> str:
    """Return the man page: the program, then a section for each command."""
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    lines = [
        f'.TH CHAINRULE 1 {today} "Chainrule {version()}" "User Commands"',
        ".SH NAME",
        r"chainrule \- draw computation graphs, see every value and derivative",
        ".SH SYNOPSIS",
    ]
    for name, parser in parsers().items():
        usage = " ".join(parser.format_usage().split()[2 if not name else 3 :])
        lines += [f".B chainrule {name}".rstrip(), _escaped(usage), ".br"]
    lines += [".SH DESCRIPTION", _escaped(parsers()[""].description or "")]
    for name, parser in parsers().items():
        lines.append(f".SH {name.upper()}" if name else ".SH OPTIONS")
        if name:
            lines.append(_escaped(parser.description or ""))
        for action in _shown(parser):
            lines += [".TP", f".B {_escaped(_spelling(action))}", _escaped(_help(action))]
    lines += [
        ".SH EXIT STATUS",
        "0: done. 1: a check failed. 2: wrong usage, or a file that cannot be used; one line on "
        "standard error says what is wrong and where.",
    ]
    return "\n".join(lines) + "\n"


def bash() -> str:
    """Return the completion for bash."""
    choices, options = [], []
    for name, parser in parsers().items():
        for action in _shown(parser):
            words = " ".join(map(str, action.choices or ()))
            if words and action.option_strings:
                cases = "|".join(f'"{name} {option}"' for option in action.option_strings)
                reply = f'COMPREPLY=($(compgen -W "{words}" -- "$word")); return'
                choices.append(f"    {cases}) {reply} ;;")
        if name:
            words = " ".join(_options(parser))
            options.append(f'        {name}) COMPREPLY=($(compgen -W "{words}" -- "$word")) ;;')
    return _BASH.format(
        choices="\n".join(choices),
        options="\n".join(options),
        commands=" ".join(name for name in parsers() if name),
        program=" ".join(_options(parsers()[""])),
    )


def zsh() -> str:
    """Return the completion for zsh."""
    lines = ["#compdef chainrule", "local -a commands", "commands=("]
    lines += [f"  {name}:{_quoted(_brief(p))}" for name, p in parsers().items() if name]
    lines += [
        ")",
        "if (( CURRENT == 2 )); then _describe command commands; fi",
        "case $words[2] in",
    ]
    for name, parser in parsers().items():
        if name:
            rows = [f"    {_zsh_row(action)}" for action in _shown(parser) if action.option_strings]
            body = " \\\n".join([f"  {name}) _arguments", *rows, "    '*:file:_files'"])
            lines.append(f"{body} ;;")
    lines += ["  *) _files ;;", "esac"]
    return "\n".join(lines) + "\n"


def fish() -> str:
    """Return the completion for fish."""
    lines = []
    for name, parser in parsers().items():
        if name:
            about = _quoted(_brief(parser))
            lines.append(f"complete -c chainrule -n __fish_use_subcommand -a {name} -d {about}")
        where = f" -n '__fish_seen_subcommand_from {name}'" if name else ""
        for action in _shown(parser):
            row = f"complete -c chainrule{where}"
            for option in action.option_strings:
                row += f" -l {option[2:]}" if option.startswith("--") else f" -s {option[1:]}"
            if action.option_strings:
                words = " ".join(map(str, action.choices or ()))
                row += f" -x -a {_quoted(words)}" if words else ""
                lines.append(f"{row} -d {_quoted(_help(action))}")
    return "\n".join(lines) + "\n"


def _shown(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments that `--help` shows."""
    return [action for action in parser._actions if action.help != argparse.SUPPRESS]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    return [option for action in _shown(parser) for option in action.option_strings]


def _spelling(action: argparse.Action) -> str:
    takes = "" if action.nargs == 0 else f" {_placeholder(action)}"
    spelled = ", ".join(f"{option}{takes}" for option in action.option_strings)
    return spelled or _placeholder(action)


def _placeholder(action: argparse.Action) -> str:
    if action.metavar is None and action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest.upper())


def _help(action: argparse.Action) -> str:
    return (action.help or f"the {action.dest}").replace("%%", "%")


def _brief(parser: argparse.ArgumentParser) -> str:
    return (parser.description or "").splitlines()[0].rstrip(".")


def _zsh_row(action: argparse.Action) -> str:
    about = _help(action).replace("[", "(").replace("]", ")").replace(":", ";")
    words = " ".join(map(str, action.choices or ()))
    takes = "" if action.nargs == 0 else f":{action.dest}:" + (f"({words})" if words else "_files")
    return " ".join(_quoted(f"{option}[{about}]{takes}") for option in action.option_strings)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


def _escaped(text: str) -> str:
    """Return text as troff takes it: dashes that can be copied, no line that is a request."""
    line = " ".join(text.split()).replace("\\", r"\(rs").replace("-", r"\-")
    return rf"\&{line}" if line[:1] in (".", "'") else line


if __name__ == "__main__":
    main(Path(sys.argv[1]))
