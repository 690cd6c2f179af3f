"""What is measured, a question a file: `.venv/bin/python -m benchmarks.<question>` in the project's
folder prints an answer. Nothing here builds or publishes the site; README.md keeps the figures."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))  # for dev: its browser, its server, its Node
