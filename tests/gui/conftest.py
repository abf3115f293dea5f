import pytest


@pytest.fixture(autouse=True)
def _fonts(qapp):  # noqa: ARG001  fonts need the application
    from gui import fonts

    fonts.load()
