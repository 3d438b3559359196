"""Text in scripts that need shaping, reordering, or special line breaking.

Imported only if a text has such characters. ``bidi`` orders text (UAX 9), ``shaping`` gets glyphs
from HarfBuzz, ``breaks`` finds where a line may end, ``glyph_fonts`` embeds the glyphs in the PDF.
"""
