import os, re
from pathlib import Path
from pdkiosk.language.pseudo import PSEUDO_LANGUAGE, RIGHT_TO_LEFT
from pdkiosk.ui.theme import THEMES, TextSize
from tests.screens.stage import Setting, Stage
OUT=Path('/tmp/access_pics')
WANT=re.compile(os.environ.get('WANT','.*'))
SETS={
 'rtl': Setting(first=RIGHT_TO_LEFT),
 'es': Setting(),
 'port': Setting((1080,1920),22.0,text=TextSize.LARGEST),
 'small': Setting((1024,768),15.0),
 'smalll': Setting((1024,768),15.0,text=TextSize.LARGEST),
 'dark': Setting(theme=THEMES[2]),
}
def test_pics(qapp):
    for name in os.environ.get('SETS','rtl').split(','):
        s=Stage(SETS[name],qapp)
        d=OUT/name; d.mkdir(parents=True,exist_ok=True)
        for i,place in enumerate(s.places()):
            if WANT.fullmatch(place):
                s.shell.grab().save(str(d/(f'{i:03d}-'+re.sub('[^a-z0-9_]+','-',place)+'.png')))
        s.close(); qapp.setStyleSheet('')
