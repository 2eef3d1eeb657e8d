"""Write a picture of the window on a dossier: ``picture.py FILE.variorum OUT.png``."""

import sys
from pathlib import Path

from app.bootstrap import picture_of_window

picture_of_window(Path(sys.argv[1]), Path(sys.argv[2]))
sys.stdout.write(f"Wrote {sys.argv[2]}.\n")
