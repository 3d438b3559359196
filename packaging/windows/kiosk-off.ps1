# Undoes kiosk-on.ps1. Run as administrator; again at any time.
#   powershell -ExecutionPolicy Bypass -File kiosk-off.ps1
# Not run on Windows by us yet: docs\windows.md.
#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'
$user = 'pdkiosk'
$memory = 'HKLM:\Software\pdkiosk\Before'

$account = Get-LocalUser $user -ErrorAction SilentlyContinue
try {
    $shell = [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
    if ($account) { $shell.RemoveCustomShell($account.SID.Value) | Out-Null }
    $shell.SetEnabled($false) | Out-Null
    Write-Output 'off      Shell Launcher'
} catch { Write-Output 'Shell Launcher was not set.' }

if (Test-Path $memory) {
    foreach ($entry in (Get-Item $memory).Property) {
        $path, $name = $entry -split '\|', 2
        $was = (Get-ItemProperty $memory -Name $entry).$entry
        if ($was -eq 'absent') {
            Remove-ItemProperty $path -Name $name -ErrorAction SilentlyContinue
            Write-Output "removed  $path : $name"
        } else {
            $type, $value = $was -split '=', 2
            New-ItemProperty $path -Name $name -Value $value -PropertyType $type -Force | Out-Null
            Write-Output "restored $path : $name"
        }
    }
    Remove-Item $memory -Recurse
}
if ($account) {
    Get-CimInstance Win32_UserProfile | Where-Object SID -eq $account.SID.Value | Remove-CimInstance
    Remove-LocalUser $user
    Write-Output "removed  the account $user and its folder"
}
Write-Output 'Sleep times of the screen: set them as you like with powercfg. Restart the machine.'
