"""Requests that a graph refuses."""

import pytest


def refused(kind, sentence):
    return pytest.raises(kind, match=sentence)
