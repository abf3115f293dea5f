import pytest


@pytest.fixture(autouse=True)
def _fonts(qapp):
    from gui import fonts

    fonts.load()
