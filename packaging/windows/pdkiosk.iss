; Inno Setup 6: makes pdkiosk-VERSION-windows-x64-setup.exe from dist\pdkiosk.
; packaging/windows/wine.sh calls it. What was seen of it: docs\windows.md.

#if !Defined(Version) || !Defined(Day) || !Defined(Time)
  #error Call it with /DVersion=1.0.0 /DDay=2026-11-29 /DTime=12:00:00, as packaging/windows/wine.sh does
#endif
#ifndef Packing
  #define Packing "lzma2/max"
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
Compression={#Packing}
SolidCompression=yes
; The same sources make the same bytes: the time is theirs, not that of the build.
TouchDate={#Day}
TouchTime={#Time}
TimeStampsInUTC=yes
; Kiosks have no internet: nothing is looked up, nothing is sent.
DisableProgramGroupPage=yes
UninstallDisplayName=pdkiosk {#Version}

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"

[Files]
Source: "..\..\dist\pdkiosk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion touch
Source: "kiosk-on.ps1"; DestDir: "{app}\kiosk"; Flags: touch
Source: "kiosk-off.ps1"; DestDir: "{app}\kiosk"; Flags: touch
; The facility's own settings: never overwritten, never removed.
Source: "..\facility.example.toml"; DestDir: "{commonappdata}\pdkiosk"; DestName: "facility.toml"; Flags: onlyifdoesntexist uninsneveruninstall touch

[Icons]
Name: "{commonprograms}\pdkiosk"; Filename: "{app}\pdkiosk.exe"; Parameters: "--window --facility ""{commonappdata}\pdkiosk\facility.toml"""

[Registry]
; kiosk-on.ps1 finds the version that was installed last.
Root: HKLM64; Subkey: "Software\pdkiosk"; ValueType: string; ValueName: "Program"; ValueData: "{app}\pdkiosk.exe"; Flags: uninsdeletekey

[UninstallRun]
; While what was before, and the script itself, are still there.
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -ExecutionPolicy Bypass -File ""{app}\kiosk\kiosk-off.ps1"""; RunOnceId: "kiosk-off"; Flags: runhidden waituntilterminated

[UninstallDelete]
; Versions that were running while a newer one was installed, too.
Type: filesandordirs; Name: "{autopf}\pdkiosk"

[Messages]
english.StatusRunProgram=Testing every part ...
spanish.StatusRunProgram=Probando cada parte ...

[CustomMessages]
english.SelfTest=pdkiosk was installed, but a part of it does not work on this computer. To see which: open a command prompt and run%n%n"%1" --self-test | more%n%nThe version from before, if there was one, is still there: run its installer again.
spanish.SelfTest=pdkiosk se instaló, pero una parte no funciona en esta computadora. Para ver cuál, abra una ventana de comandos y escriba%n%n"%1" --self-test | more%n%nLa versión anterior, si había una, sigue ahí: ejecute otra vez su instalador.

[Code]
const
  SELF_TEST_FAILED = 64; // what a silent installation ends with

var
  Tested: Integer;

// Windows lets nobody write to a program that runs.
function Runs(const Exe: String): Boolean;
var
  Opened: TFileStream;
begin
  Result := False;
  if FileExists(Exe) then
    try
      Opened := TFileStream.Create(Exe, fmOpenReadWrite or fmShareExclusive);
      Opened.Free;
    except
      Result := True;
    end;
end;

// Other versions go, once this one works; who runs one goes on with it, and it goes next time.
procedure RemoveOtherVersions;
var
  Found: TFindRec;
  Folder: String;
begin
  Folder := ExtractFilePath(RemoveBackslash(ExpandConstant('{app}')));
  if FindFirst(Folder + '*', Found) then
  try
    repeat
      if (Found.Attributes and FILE_ATTRIBUTE_DIRECTORY <> 0) and (Found.Name <> '.')
          and (Found.Name <> '..') and (Found.Name <> '{#Version}') then
        if Runs(Folder + Found.Name + '\pdkiosk.exe') then
          Log('It runs, and stays: ' + Folder + Found.Name)
        else if not DelTree(Folder + Found.Name, True, True, True) then
          Log('It could not be removed: ' + Folder + Found.Name);
    until not FindNext(Found);
  finally
    FindClose(Found);
  end;
end;

procedure CurStepChanged(CurStep: TSetupStep);
var
  Exe, Script: String;
  Ended: Integer;
begin
  if CurStep <> ssPostInstall then
    exit;
  Exe := ExpandConstant('{app}\pdkiosk.exe');
  WizardForm.StatusLabel.Caption := SetupMessage(msgStatusRunProgram);
  if not Exec(Exe, '--self-test', '', SW_HIDE, ewWaitUntilTerminated, Tested) then
    Tested := SELF_TEST_FAILED;
  if Tested <> 0 then
  begin
    Tested := SELF_TEST_FAILED;
    SuppressibleMsgBox(FmtMessage(CustomMessage('SelfTest'), [Exe]), mbError, MB_OK, IDOK);
    exit;
  end;
  // A kiosk: its shell is the version that was there before.
  Script := ExpandConstant('{app}\kiosk\kiosk-on.ps1');
  if RegKeyExists(HKLM64, 'Software\pdkiosk\Before') then
    if not Exec(ExpandConstant('{sys}\WindowsPowerShell\v1.0\powershell.exe'),
        '-NoProfile -ExecutionPolicy Bypass -File "' + Script + '"', '', SW_HIDE, ewWaitUntilTerminated, Ended)
        or (Ended <> 0) then
      Log('kiosk-on.ps1 did not end well: run it again.');
  RemoveOtherVersions;
end;

function GetCustomSetupExitCode: Integer;
begin
  Result := Tested;
end;
