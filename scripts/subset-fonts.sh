#!/usr/bin/env bash
# Parts the typefaces of the site: letters of English first, the rest of Latin only for pages that need it.
# Needs pyftsubset with brotli (Debian: python3-fonttools, python3-brotli); its result is in version control.
set -euo pipefail
cd "$(dirname "$0")/.."
english='U+0020-007E,U+00A0,U+00A3,U+00B7,U+00D7,U+00F7,U+2012-2015,U+2018,U+2019,U+201C,U+201D,U+2026,U+2190-2193,U+2212,U+20AC'
for font in newsreader/files/newsreader-latin-400 instrument-sans/files/instrument-sans-latin-400 instrument-sans/files/instrument-sans-latin-600; do
  source="node_modules/@fontsource/$font-normal.woff2"
  name="src/styles/fonts/$(basename "$font" | sed 's/-latin//')"
  options=(--flavor=woff2 --layout-features='*')
  pyftsubset "$source" "${options[@]}" --unicodes="$english" --output-file="$name-english.woff2"
  # Everything else that the face has: subtracting is not an option of the tool.
  rest="$(python3 - "$source" "$english" <<'PYTHON'
import sys
from fontTools.ttLib import TTFont

ranges = [part[2:].split("-") for part in sys.argv[2].split(",")]
english = {code for first, *last in ranges for code in range(int(first, 16), int((last or [first])[0], 16) + 1)}
print(",".join(f"U+{code:04X}" for code in sorted(TTFont(sys.argv[1]).getBestCmap()) if code not in english))
PYTHON
)"
  pyftsubset "$source" "${options[@]}" --unicodes="$rest" --output-file="$name-other.woff2"
done
