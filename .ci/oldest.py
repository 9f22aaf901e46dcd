"""The dependencies of the game, each at the lowest version that pyproject.toml allows, as constraints for pip."""

import re
import sys
import tomllib
from pathlib import Path

for needed in tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["project"]["dependencies"]:
    name, lowest = re.findall(r"^([\w-]+)>=([\d.]+)", needed)[0]
    sys.stdout.write(f"{name}=={lowest}\n")
