"""Measures pages alone: python benchmarks/pages [times]"""

import platform
import sys
from pathlib import Path


def main(times: int) -> int:
    # Python was told the folder of the pages; what all benchmarks share stands beside it.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    from measuring import BrokenRunError
    from pages.measure import measure
    from table import Table

    table = Table({"python": platform.python_version(), "medians of": times})
    try:
        table.sections |= measure(times)
    except BrokenRunError as error:
        table.broken.append(str(error))
    print(table.text())
    return 1 if table.broken else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
