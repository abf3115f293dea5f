"""Makes the guide's web pages from the texts that the editor's Help shows, with their pictures.

Run as `python packaging/guide.py FOLDER`; writes FOLDER/index.html, one such as index.de.html for
each other language, and copies the pictures.
"""

import re
import shutil
import sys
from pathlib import Path

from markdown_it import MarkdownIt

from gui.language import ENGLISH, languages, own_name
from gui.shipped import guide_file

_PAGE = """<!doctype html>
<html lang="{spoken}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chainrule</title>
<style>
:root {{ color-scheme: light dark; }}
:root {{ --ink: #1c2024; --back: #ffffff; --line: #d5dbe1; --blue: #0a5dc2; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ink: #eceff3; --back: #1f2229; --line: #343943; --blue: #6fb6ff; }}
}}
body {{ margin: 0; background: var(--back); color: var(--ink); }}
body {{ font: 17px/1.6 Inter, system-ui, sans-serif; }}
main {{ max-width: 46rem; margin: 0 auto; padding: 2rem 1.2rem 6rem; }}
nav {{ columns: 2; font-size: 15px; margin: 1.5rem 0 2.5rem; }}
a {{ color: var(--blue); text-decoration: none; }}
a:hover {{ text-decoration: underline; }}
img {{ max-width: 100%; border: 1px solid var(--line); border-radius: 8px; background: #ffffff; }}
h1 {{ font-size: 2.2rem; }}
h2 {{ margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ border-bottom: 1px solid var(--line); padding: 0.35rem 0.6rem 0.35rem 0; }}
td, th {{ text-align: left; vertical-align: top; }}
pre, code {{ font: 15px/1.5 ui-monospace, Menlo, Consolas, monospace; }}
pre {{ border: 1px solid var(--line); border-radius: 8px; padding: 0.8rem 1rem; overflow-x: auto; }}
</style>
</head>
<body><main>
<p>{others}</p>
{body}
</main></body>
</html>
"""


def page(text: str, spoken: str) -> str:
    """Return a guide as a web page: its headings are places, listed behind the title."""
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    headings = re.findall(r"<h2>(.*?)</h2>", body)
    for heading in headings:
        body = body.replace(f"<h2>{heading}</h2>", f'<h2 id="{_slug(heading)}">{heading}</h2>')
    entries = "".join(f'<a href="#{_slug(h)}">{h}</a><br>' for h in headings)
    body = body.replace("</h1>", f"</h1>\n<nav>{entries}</nav>", 1)
    others = " · ".join(map(_link, (other for other in languages() if other != spoken)))
    return _PAGE.format(body=body, others=others, spoken=spoken)


def _link(spoken: str) -> str:
    return f'<a href="{_name(spoken)}" hreflang="{spoken}">{own_name(spoken)}</a>'


def _name(spoken: str) -> str:
    return "index.html" if spoken == ENGLISH else f"index.{spoken}.html"


def _slug(heading: str) -> str:
    return re.sub(r"\W+", "-", heading.lower()).strip("-")


def main(folder: Path) -> None:
    """Write the pages and copy what they show."""
    folder.mkdir(parents=True, exist_ok=True)
    for spoken in languages():
        file = guide_file(spoken)
        text = file.read_text(encoding="utf-8")
        (folder / _name(spoken)).write_text(page(text, spoken), encoding="utf-8")
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text):
            shutil.copy(file.parent / picture, folder / picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
