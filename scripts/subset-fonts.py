#!/usr/bin/env python3
"""Parts the typefaces of the site: letters of English first, the rest of Latin only for pages that need it.

Two weights of a face become one file between whose outlines a browser goes from one to the other, so that bold words
have come with the others. Kerning, half of each file as it was drawn, is kept in hundredths of an em between letters,
figures and the signs of a sentence. Needs fontTools and brotli (Debian: python3-fonttools, python3-brotli); its result
is in version control.
"""

from pathlib import Path

from fontTools import varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.otlLib import builder
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "node_modules/@fontsource"
RESULTS = ROOT / "src/styles/fonts"

# As unicode-range in src/styles/fonts.css.
ENGLISH = {
    *range(0x20, 0x7F),
    *(0xA0, 0xA3, 0xB1, 0xB7, 0xD7, 0xE9, 0xF7),
    *range(0x2012, 0x2016),
    *(0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026),
    *range(0x2190, 0x2194),
    *(0x2212, 0x20AC),
}
KERNED = {ord(sign) for sign in " .,:;&-–’‘“”%$£€"} | {
    code for code in ENGLISH if chr(code).isalnum() and code < 0x7F
}
FIGURES = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
POINTS = {"period", "comma", "colon"}
FACES = {"newsreader": [400], "instrument-sans": [400, 600]}


def main():
    for face, weights in FACES.items():
        every = set(source(face, weights[0]).getBestCmap())
        write(f"{face}-english", face, weights, every & ENGLISH)
        write(f"{face}-other", face, weights, every - ENGLISH)


def source(face, weight):
    return TTFont(SOURCES / face / f"files/{face}-latin-{weight}-normal.woff2")


def write(name, face, weights, codes):
    cuts = [part(source(face, weight), codes) for weight in weights]
    # The kerning of the regular weight serves all: the others differ by less than what is rounded away.
    positioning = cuts[0]["GPOS"]
    kerning = read_kerning(positioning.table, cuts[0].getGlyphOrder())
    for cut in cuts:
        del cut["GPOS"]
    font = cuts[0] if len(cuts) == 1 else between(cuts, weights)
    kerned = {glyph for code, glyph in font.getBestCmap().items() if code in KERNED}
    kept = rounded(kerning, font["head"].unitsPerEm, kerned)
    if kept:
        font["GPOS"] = with_kerning(positioning, kept, font)
    font.flavor = "woff2"
    font.save(RESULTS / f"{name}.woff2")
    print(f"{name}: {(RESULTS / f'{name}.woff2').stat().st_size} bytes")


def part(font, codes):
    """Only the letters asked for, with ligatures and with figures of one width."""
    options = Options()
    options.layout_features = ["kern", "liga", "tnum"]
    # Copyright, family, cut and licence.
    options.name_IDs = [0, 1, 2, 14]
    options.drop_tables += ["STAT"]
    font.recalcTimestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def between(cuts, weights):
    """One file for all weights from the first to the last."""
    design = DesignSpaceDocument()
    axis = AxisDescriptor()
    axis.tag, axis.name = "wght", "Weight"
    axis.minimum = axis.default = weights[0]
    axis.maximum = weights[-1]
    design.addAxis(axis)
    for cut, weight in zip(cuts, weights):
        cut.flavor = None
        master = SourceDescriptor()
        master.font, master.location, master.name = cut, {"Weight": weight}, str(weight)
        design.addSource(master)
    font, _, _ = varLib.build(design, exclude=["MVAR"])
    del font["STAT"]
    font.recalcTimestamp = False
    return font


def read_kerning(gpos, glyphs):
    """Pair of glyphs → what their distance differs by, in units of the font; the first table that knows a pair counts."""
    kerning = {}
    lookups = {i for record in gpos.FeatureList.FeatureRecord for i in record.Feature.LookupListIndex}
    for index in sorted(lookups):
        for table in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, pairs in pairs_of(table, glyphs):
                for second, value in pairs:
                    kerning.setdefault((first, second), getattr(value, "XAdvance", 0) if value else 0)
    return kerning


def pairs_of(table, glyphs):
    if table.Format == 1:
        for first, pairs in zip(table.Coverage.glyphs, table.PairSet):
            yield first, [(pair.SecondGlyph, pair.Value1) for pair in pairs.PairValueRecord]
        return
    for first in table.Coverage.glyphs:
        row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
        yield first, [(glyph, row[table.ClassDef2.classDefs.get(glyph, 0)].Value1) for glyph in glyphs]


def rounded(kerning, units_per_em, glyphs):
    step = units_per_em / 100
    return {
        pair: round(round(value / step) * step)
        for pair, value in kerning.items()
        if round(value / step) != 0 and glyphs.issuperset(pair) and not parts_number(pair)
    }


def parts_number(pair):
    """Whether it draws the point of a number under a figure: 3.1 must not be read as 31."""
    return bool(FIGURES.intersection(pair) and POINTS.intersection(pair))


def with_kerning(positioning, kerning, font):
    """One table of classes: glyphs that are kerned alike share a row or a column."""
    order = font.getGlyphID
    firsts = sorted({first for first, _ in kerning}, key=order)
    seconds = sorted({second for _, second in kerning}, key=order)
    rows, columns = {}, {}
    for first in firsts:
        rows.setdefault(tuple(kerning.get((first, second), 0) for second in seconds), []).append(first)
    for second in seconds:
        columns.setdefault(tuple(kerning.get((first, second), 0) for first in firsts), []).append(second)
    pairs = {
        (tuple(row), tuple(column)): (builder.buildValue({"XAdvance": value}), None)
        for row in rows.values()
        for column in columns.values()
        if (value := kerning.get((row[0], column[0]), 0)) != 0
    }
    table = builder.buildPairPosClassesSubtable(pairs, font.getReverseGlyphMap())
    positioning.table.LookupList.Lookup = [builder.buildLookup([table])]
    for record in positioning.table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [0]
    return positioning


main()
