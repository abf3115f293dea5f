"""The editor's language: English, and every translation that lies in the resources."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import resource

__all__ = ["languages", "speak"]

_ENGLISH = "en"


def languages() -> list[str]:
    """Return the languages there are, such as `en` and `de`."""
    return [_ENGLISH, *sorted(file.stem for file in resource("").glob("translations/*.qm"))]


def speak(application: QCoreApplication, language: str = "") -> QTranslator | None:
    """Show all texts in `language`, by default the system's; return what translates, if anything.

    Texts that are shown already stay as they are: a language holds from the next start.
    """
    wanted = language or QLocale.system().name()
    for code in (wanted, wanted.partition("_")[0]):
        file = resource("") / "translations" / f"{code}.qm"
        translator = QTranslator(application)
        if code != _ENGLISH and file.is_file() and translator.load(str(file)):
            application.installTranslator(translator)
            return translator
    return None
