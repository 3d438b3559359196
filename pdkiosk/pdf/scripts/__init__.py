"""Text in scripts that need more than one letter after the other: shaped, ordered, broken.

Imported only when such a character is there. ``bidi`` orders (UAX 9), ``shaping`` asks HarfBuzz
for glyphs, ``breaks`` says where a line may end, ``glyph_fonts`` puts the glyphs into the file.
"""
