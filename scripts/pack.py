"""Packs a file as web/src/unpack.cpp unpacks it: pack.py FROM TO"""

import lzma
import sys
from pathlib import Path

packed = lzma.compress(
    Path(sys.argv[1]).read_bytes(),
    format=lzma.FORMAT_RAW,
    filters=[
        {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "lc": 3, "lp": 0, "pb": 0}
        | {"mf": lzma.MF_BT3, "nice_len": 128, "depth": 5000}  # the smallest of what was tried
    ],
)
Path(sys.argv[2]).write_bytes(packed)
