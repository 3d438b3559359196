; Inno Setup 6: makes pdkiosk-VERSION-windows-x64-setup.exe from dist\pdkiosk.
; packaging\windows\build.ps1 calls it. Not run on Windows by us yet: docs\windows.md.

#ifndef Version
  #error Call it with /DVersion=0.1.0 (build.ps1 does)
#endif

[Setup]
AppId={{6B2D9C64-7C0C-4E53-9A53-5B1F6E3C2A71}
AppName=pdkiosk
AppVersion={#Version}
AppPublisher=The pdkiosk authors
LicenseFile=..\..\LICENSE
; Versions stand side by side.
DefaultDirName={autopf}\pdkiosk\versions\{#Version}
UsePreviousAppDir=no
DisableDirPage=yes
DefaultGroupName=pdkiosk
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
PrivilegesRequired=admin
OutputDir=..\..\dist
OutputBaseFilename=pdkiosk-{#Version}-windows-x64-setup
Compression=lzma2/max
SolidCompression=yes
; Kiosks have no internet: nothing is looked up, nothing is sent.
DisableProgramGroupPage=yes
UninstallDisplayName=pdkiosk {#Version}

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"

[Files]
Source: "..\..\dist\pdkiosk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "kiosk-on.ps1"; DestDir: "{app}\kiosk"
Source: "kiosk-off.ps1"; DestDir: "{app}\kiosk"
; The facility's own settings: never overwritten, never removed.
Source: "..\facility.example.toml"; DestDir: "{commonappdata}\pdkiosk"; DestName: "facility.toml"; Flags: onlyifdoesntexist uninsneveruninstall

[Icons]
Name: "{commonprograms}\pdkiosk"; Filename: "{app}\pdkiosk.exe"; Parameters: "--window --facility ""{commonappdata}\pdkiosk\facility.toml"""

[Registry]
; kiosk-on.ps1 finds the version that was installed last.
Root: HKLM64; Subkey: "Software\pdkiosk"; ValueType: string; ValueName: "Program"; ValueData: "{app}\pdkiosk.exe"; Flags: uninsdeletekey

[UninstallRun]
; While what was before, and the script itself, are still there.
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -ExecutionPolicy Bypass -File ""{app}\kiosk\kiosk-off.ps1"""; RunOnceId: "kiosk-off"; Flags: runhidden waituntilterminated

[Run]
Filename: "{app}\pdkiosk.exe"; Parameters: "--self-test"; Flags: runhidden waituntilterminated; StatusMsg: "Testing every part ..."
