"""The editor's language: English, and every translation that lies in the resources."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.language import speak as speak_in_messages
from resources import resource

__all__ = [
    "ENGLISH",
    "count_text",
    "counted",
    "language",
    "languages",
    "noop",
    "own_name",
    "speak",
    "spoken_as",
    "tr",
]

noop = str
"""Marks a text for translation where it is only stored; `tr` translates it."""

ENGLISH = "en"
_CONTEXT = "chainrule"  # the one that packaging/translations.py writes


class _Texts(QTranslator):
    """The texts of one language, wherever they stand: one English text has one translation."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str:
        """Return the translation, or nothing where this language has none."""
        del context, disambiguation, number
        # an empty text would count as a translation, None does not
        return super().translate(_CONTEXT, source) or None  # type: ignore[return-value]


def tr(text: str) -> str:
    """Return the translation of a text, where there is one."""
    return QCoreApplication.translate(_CONTEXT, text)


def counted(count: int, one: str, several: str) -> str:
    """Return the translation of `one` for 1, else of `several` with the count for its `{n}`."""
    return tr(one) if count == 1 else tr(several).format(n=count_text(count))


def count_text(count: int) -> str:
    """Return a count with its thousands apart, as the language that is spoken has them.

    Where that is a point there is a narrow blank instead: decimals have a point in every language
    here, and 1.000 would be one.

    >>> count_text(12345)
    '12,345'
    """
    return f"{count:,}".replace(",", _thousands(language()))


@cache
def _thousands(spoken: str) -> str:
    """Return what a language puts between thousands."""
    sign = QLocale(spoken).groupSeparator()
    return "\u202f" if sign == "." else sign


def language() -> str:
    """Return the language that `tr` speaks, such as `en` or `de`."""
    return tr("en")  # a translation names itself


def languages() -> list[str]:
    """Return the languages there are, such as `en` and `de`."""
    return [ENGLISH, *sorted(file.stem for file in resource("translations").glob("*.qm"))]


def own_name(code: str) -> str:
    """Return what a language calls itself, of no country: `English`, `Français`."""
    name = QLocale(f"{code}_001").nativeLanguageName()
    return name[:1].upper() + name[1:]


def spoken_as(language: str = "") -> str:
    """Return the language there is for one that is wanted, by default the system's; else `en`."""
    wanted, known = language or QLocale.system().name(), languages()
    near = (wanted, wanted.partition("_")[0])
    return next((code for code in near if code in known), ENGLISH)


def speak(application: QCoreApplication, language: str = "") -> list[QTranslator]:
    """Show all texts in `language`, by default the system's; return what translates them.

    Texts that are shown already stay as they are: a language holds from the next start.
    """
    code = spoken_as(language)
    texts = _Texts(application)
    if code == ENGLISH or not texts.load(str(resource("translations") / f"{code}.qm")):
        return []
    qt = QTranslator(application)  # the buttons of Qt's own dialogs
    qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    speak_in_messages(tr, count_text)
    for translator in (qt, texts):
        application.installTranslator(translator)
    return [qt, texts]
