"""What every test stands on: the program's own fonts, settings of nobody, no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
