"""The deck as a file: only what this deck is goes into it, so equal decks are equal bytes.

python-pptx begins with a template, which names its maker, the day it was made, the printer it was
made for, and has the image of an empty slide for file managers to show.
"""

import io
from zipfile import ZipFile

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation

__all__ = ["packed"]

_TEMPLATES = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.PRINTER_SETTINGS,
)
_LONGEST = 255  # letters of a title among a file's properties; the slides have all of it
_NO_DATE = 1980, 1, 1, 0, 0, 0  # where zip's time begins


def packed(deck: Presentation, title: str) -> bytes:
    """Return the `.pptx` file of a deck that is finished, with its title and no author or date."""
    _forget_the_template(deck)
    deck.core_properties.title = title[:_LONGEST]
    file, result = io.BytesIO(), io.BytesIO()
    deck.save(file)
    with ZipFile(file) as written, ZipFile(result, "w") as dateless:
        for entry in written.infolist():
            data = written.read(entry)
            entry.date_time = _NO_DATE
            dateless.writestr(entry, data)
    return result.getvalue()


def _forget_the_template(deck: Presentation) -> None:
    about = deck.core_properties
    about.author = about.last_modified_by = about.comments = ""
    for when in about._element.xpath("dcterms:created | dcterms:modified"):
        about._element.remove(when)
    for related in (deck.part.package._rels, deck.part.rels):
        for key, relation in list(related.items()):
            if relation.reltype in _TEMPLATES:
                related.pop(key)
