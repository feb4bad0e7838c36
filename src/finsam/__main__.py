"""`python -m finsam` is the command `finsam`."""

import sys

from finsam.cli import main

sys.exit(main())
