"""Runs first in the bundle: reportlab imports Pillow by name, and our pages hold no pictures.

Pillow with its libraries is 9 MB. If a page ever needs a picture, this fails at once and
loudly: take this file and the exclusion in packaging/pdkiosk.spec away then.
"""

import sys
import types

package, image = types.ModuleType("PIL"), types.ModuleType("PIL.Image")
package.__path__ = []  # type: ignore[attr-defined]
package.Image = image  # type: ignore[attr-defined]
image.Image = type("Image", (), {})  # type: ignore[attr-defined]
sys.modules.update({"PIL": package, "PIL.Image": image})
