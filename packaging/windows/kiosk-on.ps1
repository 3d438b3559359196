# Makes this Windows 10 or 11 (Enterprise, Education or IoT Enterprise) a kiosk that shows pdkiosk
# and nothing else, by Shell Launcher. Run as administrator; again at any time.
#   powershell -ExecutionPolicy Bypass -File kiosk-on.ps1
# kiosk-off.ps1 undoes it. Not run on Windows by us yet: docs\windows.md.
#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'
$user = 'pdkiosk'
$memory = 'HKLM:\Software\pdkiosk\Before'

$program = (Get-ItemProperty 'HKLM:\Software\pdkiosk' -ErrorAction SilentlyContinue).Program
if (-not $program -or -not (Test-Path $program)) { throw 'pdkiosk is not installed here.' }
$facility = Join-Path $env:ProgramData 'pdkiosk\facility.toml'
New-Item $memory -Force | Out-Null

function Set-Remembered([string]$Path, [string]$Name, $Value, [string]$Type) {
    # What was there before is remembered the first time only.
    if (-not (Test-Path $Path)) { New-Item $Path -Force | Out-Null }
    $key = ($Path + '|' + $Name)
    if ($null -eq (Get-ItemProperty $memory -Name $key -ErrorAction SilentlyContinue)) {
        $was = (Get-ItemProperty $Path -Name $Name -ErrorAction SilentlyContinue).$Name
        $text = if ($null -eq $was) { 'absent' } else { "$Type=$was" }
        New-ItemProperty $memory -Name $key -Value $text -PropertyType String -Force | Out-Null
    }
    New-ItemProperty $Path -Name $Name -Value $Value -PropertyType $Type -Force | Out-Null
    Write-Output "set      $Path : $Name = $Value"
}

# 1. An account without a password, that is nobody's and may log on at this screen only
#    (Windows refuses empty passwords over the network by itself).
if (-not (Get-LocalUser $user -ErrorAction SilentlyContinue)) {
    New-LocalUser $user -NoPassword -AccountNeverExpires -UserMayNotChangePassword `
        -Description 'Kiosk of the law library' | Out-Null
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $user
    Write-Output "made     the account $user"
}

# 2. It is logged on when the machine starts.
$logon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
Set-Remembered $logon 'AutoAdminLogon' '1' 'String'
Set-Remembered $logon 'DefaultUserName' $user 'String'
Set-Remembered $logon 'DefaultPassword' '' 'String'
Set-Remembered $logon 'DisableLockWorkstation' 1 'DWord'

# 3. Nothing is kept: no crash dumps, no error reports, no hibernation, no swap left behind.
Set-Remembered 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting' 'Disabled' 1 'DWord'
Set-Remembered 'HKLM:\SYSTEM\CurrentControlSet\Control\CrashControl' 'CrashDumpEnabled' 0 'DWord'
Set-Remembered 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management' 'ClearPageFileAtShutdown' 1 'DWord'
Set-Remembered 'HKLM:\SYSTEM\CurrentControlSet\Control\Power' 'HibernateEnabled' 0 'DWord'

# 4. The screen does not sleep; edge swipes open nothing; no accessibility keys leave the program.
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0
Set-Remembered 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI' 'AllowEdgeSwipe' 0 'DWord'
Set-Remembered 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' 'DisableTaskMgr' 1 'DWord'

# 5. Instead of the desktop, pdkiosk; when it ends, it is started again.
$feature = Get-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher
if (-not $feature) { throw 'This edition of Windows has no Shell Launcher (see docs\windows.md).' }
if ($feature.State -ne 'Enabled') {
    Enable-WindowsOptionalFeature -Online -FeatureName Client-DeviceLockdown, Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
    Write-Output 'enabled  Shell Launcher'
}
$shell = [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
$sid = (Get-LocalUser $user).SID.Value
$shell.SetDefaultShell('explorer.exe', 0) | Out-Null
try { $shell.RemoveCustomShell($sid) | Out-Null } catch { Write-Verbose 'none was set' }
# Actions: 0 starts the shell again.
$command = '"{0}" --facility "{1}"' -f $program, $facility
$shell.SetCustomShell($sid, $command, $null, $null, 0) | Out-Null
$shell.SetEnabled($true) | Out-Null
Write-Output "shell    of $user is $command"
Write-Output 'Restart the machine. To do work on it: Ctrl-Alt-Del, sign out, your own account.'
