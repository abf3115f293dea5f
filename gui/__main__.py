"""`python -m gui` is `chainrule`."""

import sys

from gui.app import main

sys.exit(main())
