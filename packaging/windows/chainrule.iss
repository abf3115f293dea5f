; The installer for Windows, made by Inno Setup from dist\chainrule:
;   iscc /DVersion=0.1.0 packaging\windows\chainrule.iss
#ifndef Version
  #error Give the version: iscc /DVersion=...
#endif

[Setup]
AppId={{6C1F6B5E-6B0B-4B0E-9E53-9C6B4C8A7B51}
AppName=Chainrule
AppVersion={#Version}
AppPublisher=The Chainrule developers
DefaultDirName={autopf}\Chainrule
DefaultGroupName=Chainrule
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=chainrule-{#Version}-setup
SetupIconFile=..\..\build\icons\chainrule.ico
UninstallDisplayIcon={app}\chainrule-editor.exe
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ChangesAssociations=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "Add the command chainrule to PATH"; Flags: unchecked

[Files]
Source: "..\..\dist\chainrule\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Chainrule"; Filename: "{app}\chainrule-editor.exe"
Name: "{autodesktop}\Chainrule"; Filename: "{app}\chainrule-editor.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.chainrule"; ValueType: string; ValueData: "Chainrule.Graph"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.chainrule"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.chainrule+json"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Chainrule.Graph"; ValueType: string; ValueData: "Chainrule graph"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Chainrule.Graph\DefaultIcon"; ValueType: string; ValueData: "{app}\chainrule-editor.exe,0"
Root: HKA; Subkey: "Software\Classes\Chainrule.Graph\shell\open\command"; ValueType: string; ValueData: """{app}\chainrule-editor.exe"" ""%1"""
Root: HKA; Subkey: "{code:EnvironmentKey}"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath(ExpandConstant('{app}'))

[Run]
Filename: "{app}\chainrule-editor.exe"; Description: "{cm:LaunchProgram,Chainrule}"; Flags: nowait postinstall skipifsilent

[Code]
// Where PATH is kept: everybody's, where the installer runs as administrator, or the user's own.
function EnvironmentKey(Param: string): string;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function NotOnPath(Folder: string): Boolean;
var
  Present: string;
begin
  if not RegQueryStringValue(HKA, EnvironmentKey(''), 'Path', Present) then
    Present := '';
  Result := Pos(';' + Uppercase(Folder) + ';', ';' + Uppercase(Present) + ';') = 0;
end;
