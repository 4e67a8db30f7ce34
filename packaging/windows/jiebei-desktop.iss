; The Windows set-up program, made by Inno Setup 6.3 or newer out of dist\jiebei-desktop and build\icons:
;     ISCC.exe /DVersion=0.1.0 packaging\windows\jiebei-desktop.iss
; It writes dist\jiebei-desktop-0.1.0-windows-x64-setup.exe. Not yet compiled: written without access to Windows.
; This file and chinese.isl begin with a byte-order mark, for Inno Setup to read them as UTF-8.

#ifndef Version
  #error Pass the version on, as in /DVersion=0.1.0
#endif

#define Root AddBackslash(SourcePath) + "..\.."
#define Title "借花规划"
#define Program "jiebei-desktop"
#define Suffix ".jiehua"
#define ProgId "Jiehua.Plan"

[Setup]
; The program is known by this number for ever: a new version then replaces the one that is there.
AppId={{0C386DFF-3025-493C-8168-5E93934F5545}
AppName={#Title}
AppVersion={#Version}
AppVerName={#Title} {#Version}
AppPublisher=独立项目，与蚂蚁集团及支付宝无关 (independent project, not connected with Ant Group or Alipay)
VersionInfoTextVersion={#Version}
VersionInfoProductTextVersion={#Version}
OutputDir={#Root}\dist
OutputBaseFilename={#Program}-{#Version}-windows-x64-setup
SetupIconFile={#Root}\build\icons\app.ico
UninstallDisplayIcon={app}\{#Program}.exe
UninstallDisplayName={#Title}
DefaultDirName={autopf}\Jiehua Planner
DisableProgramGroupPage=yes
WizardStyle=modern
; For one user and without a password; whoever wants it for all is asked for one.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; The oldest Windows that Qt supports.
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
; Windows asks the running program to close as when somebody signs out, so that it can ask about unsaved changes.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no
ShowLanguageDialog=auto

[Languages]
Name: "zh"; MessagesFile: "compiler:Default.isl,{#Root}\packaging\windows\chinese.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
en.PlanFile=Jiehua repayment plan
en.ProgramComment=Plan and compare Jiebei and Huabei repayments, offline
en.StillRunning=%1 is still running.%n%nPlease save your plan and close the program, then press Retry.

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not be loaded.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\{#Program}\*"; DestDir: "{app}"; Excludes: "\data"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Root}\build\icons\plan-file.ico"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Root}\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\{#Title}"; Filename: "{app}\{#Program}.exe"; Comment: "{cm:ProgramComment}"
Name: "{autodesktop}\{#Title}"; Filename: "{app}\{#Program}.exe"; Comment: "{cm:ProgramComment}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\{#Suffix}"; ValueType: string; ValueData: "{#ProgId}"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#Suffix}\OpenWithProgids"; ValueType: string; ValueName: "{#ProgId}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#ProgId}"; ValueType: string; ValueData: "{cm:PlanFile}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#ProgId}\DefaultIcon"; ValueType: string; ValueData: "{app}\plan-file.ico,0"
Root: HKA; Subkey: "Software\Classes\{#ProgId}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}.exe"" ""%1"""

[Run]
Filename: "{app}\{#Program}.exe"; Description: "{cm:LaunchProgram,{#Title}}"; Flags: nowait postinstall skipifsilent

; There is no [UninstallDelete]: plans and settings are the user's and stay.

[Code]
function IsRunning(const Path: String): Boolean;
var
  Stream: TFileStream;
begin
  Result := False;
  if not FileExists(Path) then
    Exit;
  try
    { Windows lets nobody write to a program that runs. }
    Stream := TFileStream.Create(Path, fmOpenReadWrite);
    Stream.Free;
  except
    Result := True;
  end;
end;

function InitializeUninstall(): Boolean;
var
  Text: String;
begin
  Result := True;
  Text := FmtMessage(CustomMessage('StillRunning'), ['{#Title}']);
  while IsRunning(ExpandConstant('{app}\{#Program}.exe')) do
    if SuppressibleMsgBox(Text, mbConfirmation, MB_RETRYCANCEL, IDCANCEL) <> IDRETRY then
    begin
      Result := False;
      Exit;
    end;
end;
