@echo off
rem Starts cdhdashboard.
rem
rem   JAVA_HOME           the Java to use (17 or newer); else the one that came with the program, or the one on the PATH
rem   CDHDASHBOARD_OPTS   more options for the Java machine, such as -Xmx2g
setlocal
set "home=%~dp0"
set "java=java.exe"
if exist "%home%java\bin\java.exe" set "java=%home%java\bin\java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"

set "version="
for /f "tokens=2" %%v in ('cmd /c ""%java%" --version 2^>nul"') do if not defined version set "version=%%v"
if not defined version (
    echo cdhdashboard: Java is missing or too old. Install a JDK, version 17 or newer, or set JAVA_HOME. 1>&2
    exit /b 1
)
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% lss 17 (
    echo cdhdashboard: %java% is version %version%, but 17 or newer is needed. Set JAVA_HOME to a newer JDK. 1>&2
    exit /b 1
)

"%java%" -Xmx512m -XX:+UseSerialGC -Dfile.encoding=UTF-8 "-Dcdhdashboard.terminal=false" %CDHDASHBOARD_OPTS% ^
    -jar "%home%lib\cdhdashboard.jar" %*
exit /b %errorlevel%
