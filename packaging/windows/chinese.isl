; The Chinese of the set-up program: our own words for what it shows. What is missing here stays English.

[LangOptions]
LanguageName=<7B80><4F53><4E2D><6587>
LanguageID=$0804
LanguageCodePage=0

[Messages]
SetupAppTitle=安装
SetupWindowTitle=安装 %1
UninstallAppTitle=卸载
UninstallAppFullTitle=卸载 %1
InformationTitle=说明
ConfirmTitle=请确认
ErrorTitle=出错了
SetupLdrStartupMessage=即将安装 %1，要继续吗？
SetupAlreadyRunning=安装程序已经在运行。
WinVersionTooLowError=本程序需要 %1 %2 或更新的版本。
OnlyOnTheseArchitectures=本程序只能装在采用以下处理器的 Windows 上：%n%n%1

PrivilegesRequiredOverrideTitle=装给谁用
PrivilegesRequiredOverrideInstruction=装给谁用？
PrivilegesRequiredOverrideText1=%1 可以装给所有用户（需要管理员权限），也可以只装给你自己。
PrivilegesRequiredOverrideText2=%1 可以只装给你自己，也可以装给所有用户（需要管理员权限）。
PrivilegesRequiredOverrideAllUsers=装给所有用户(&A)
PrivilegesRequiredOverrideAllUsersRecommended=装给所有用户（推荐）(&A)
PrivilegesRequiredOverrideCurrentUser=只装给我自己(&M)
PrivilegesRequiredOverrideCurrentUserRecommended=只装给我自己（推荐）(&M)

ExitSetupTitle=退出安装
ExitSetupMessage=还没有装完。现在退出，程序就没有装上，以后可以再次运行安装程序。%n%n要退出吗？
ButtonBack=< 上一步(&B)
ButtonNext=下一步(&N) >
ButtonInstall=安装(&I)
ButtonOK=确定
ButtonCancel=取消
ButtonYes=是(&Y)
ButtonYesToAll=全部选是(&A)
ButtonNo=否(&N)
ButtonNoToAll=全部选否(&O)
ButtonFinish=完成(&F)
ButtonBrowse=浏览(&B)...
ButtonWizardBrowse=浏览(&R)...
ButtonNewFolder=新建文件夹(&M)
SelectLanguageTitle=安装语言
SelectLanguageLabel=安装过程用哪种语言？
ClickNext=点“下一步”继续，点“取消”退出安装。
BrowseDialogTitle=选择文件夹
BrowseDialogLabel=选一个文件夹，然后点“确定”。
NewFolderName=新文件夹

WizardSelectDir=装到哪里
SelectDirDesc=[name] 要装到哪个文件夹？
SelectDirLabel3=[name] 将装到下面的文件夹。
SelectDirBrowseLabel=点“下一步”继续。要换一个文件夹，点“浏览”。
DiskSpaceMBLabel=至少需要 [mb] MB 可用空间。
DiskSpaceWarningTitle=磁盘空间不够
DiskSpaceWarning=至少需要 %1 KB 可用空间，这个磁盘只有 %2 KB。%n%n仍要继续吗？
InvalidDirName=文件夹的名字不对。
DirExistsTitle=文件夹已经存在
DirExists=文件夹已经存在：%n%n%1%n%n仍要装到这里吗？

WizardSelectTasks=附带的事
SelectTasksDesc=还要做什么？
SelectTasksLabel2=安装 [name] 时还要做什么？选好后点“下一步”。
WizardReady=可以安装了
ReadyLabel1=准备好了，可以安装 [name]。
ReadyLabel2a=点“安装”开始；要改设置，点“上一步”。
ReadyLabel2b=点“安装”开始。
ReadyMemoDir=安装文件夹：
ReadyMemoTasks=附带的事：

WizardPreparing=正在准备
PreparingDesc=正在准备安装 [name]。
CannotContinue=无法继续，请点“取消”退出。
ApplicationsFound=下面的程序正在使用需要更新的文件。建议让安装程序关闭它们；没保存的内容请先保存。
ApplicationsFound2=下面的程序正在使用需要更新的文件。建议让安装程序关闭它们，装完再打开；没保存的内容请先保存。
CloseApplications=关闭这些程序(&A)
DontCloseApplications=不要关闭(&D)
ErrorCloseApplications=有些程序没能关闭。请先自己关闭它们，然后继续。
WizardInstalling=正在安装
InstallingLabel=正在安装 [name]，请稍候。
FinishedHeadingLabel=[name] 安装完成
FinishedLabelNoIcons=[name] 已经装好。
FinishedLabel=[name] 已经装好，可以从开始菜单打开。
ClickFinish=点“完成”退出。
SetupAborted=没有装成。%n%n请解决问题后再次运行安装程序。
AbortRetryIgnoreSelectAction=怎么办？
AbortRetryIgnoreRetry=再试一次(&T)
AbortRetryIgnoreIgnore=不管这个错误，继续(&I)
AbortRetryIgnoreCancel=取消安装

StatusClosingApplications=正在关闭程序...
StatusCreateDirs=正在建立文件夹...
StatusExtractFiles=正在解开文件...
StatusCreateIcons=正在建立快捷方式...
StatusCreateRegistryEntries=正在登记文件类型...
StatusSavingUninstall=正在保存卸载信息...
StatusRunProgram=正在收尾...
StatusRollback=正在撤销...

UninstallNotFound=找不到文件“%1”，无法卸载。
ConfirmUninstall=要卸载 %1 吗？你的计划文件和设置会留下。
UninstallStatusLabel=正在卸载 %1，请稍候。
UninstalledAll=%1 已经卸载。计划文件和设置还在。
UninstalledMost=%1 已经卸载。%n%n有些文件没能删除，可以自己删除。
WizardUninstalling=卸载进度
StatusUninstalling=正在卸载 %1...

[CustomMessages]
NameAndVersion=%1 %2
AdditionalIcons=快捷方式：
CreateDesktopIcon=在桌面上放一个图标(&D)
LaunchProgram=打开 %1
PlanFile=借花还款计划
ProgramComment=离线规划和比较借呗、花呗的还款
StillRunning=%1 还在运行。%n%n请保存计划并关闭程序，然后点“重试”。
