@echo off
rem The twin of ./run for Windows 10 (1809) or later, 64 bit, with Python 3.11 to 3.14.
rem   run                  open the program
rem   run test             pass every check; with further words only the tests, which get these words
rem   run gallery FOLDER   draw every page and dialog
rem   run verify BOOK ...  and all other commands: run --help
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "python=%venv%\Scripts\python.exe"
set "wanted=app"
if "%~1"=="test" set "wanted=dev"
set "locked=%here%requirements\%wanted%.txt"
set "done=%venv%\have-%wanted%.txt"

if not exist "%python%" goto make
if not exist "%done%" goto install
fc /b "%locked%" "%done%" >nul 2>nul
if errorlevel 1 goto install
goto start

:make
set "base="
for %%v in (3.13 3.12 3.11 3.14) do if not defined base py -%%v -c "import sys; sys.exit(sys.maxsize < 2**32)" >nul 2>nul && set "base=py -%%v"
if defined base goto found
python -c "import sys; sys.exit(sys.maxsize < 2**32 or not (3, 11) <= sys.version_info < (3, 15))" >nul 2>nul && set "base=python"
if defined base goto found
echo Python from 3.11 to 3.14, 64 bit, is needed: install it from python.org and say run again. 1>&2
exit /b 1
:found
if exist "%venv%" rmdir /s /q "%venv%"
%base% -m venv "%venv%"
if not errorlevel 1 goto install
echo The folder %venv% could not be made; is the disk full, or may we not write there? 1>&2
exit /b 1

:install
"%python%" -c "import pip" >nul 2>nul
if errorlevel 1 goto make
if exist "%venv%\have-app.txt" del "%venv%\have-app.txt"
if exist "%venv%\have-dev.txt" del "%venv%\have-dev.txt"
echo Installing what the program needs; this takes some minutes the first time. 1>&2
"%python%" -m pip install -q --disable-pip-version-check --require-hashes -r "%locked%"
if not errorlevel 1 goto installed
echo The program's libraries could not be installed; are we connected to the internet, and is there room on the disk? 1>&2
exit /b 1
:installed
rem What the checks need contains all that the program needs.
copy /y "%here%requirements\app.txt" "%venv%\have-app.txt" >nul
if "%wanted%"=="dev" copy /y "%locked%" "%venv%\have-dev.txt" >nul

:start
if defined PYTHONPATH (set "PYTHONPATH=%here%;%PYTHONPATH%") else set "PYTHONPATH=%here%"
"%python%" "%here%tools\compile_catalogues.py" || exit /b 1
if "%~1"=="test" goto test
if "%~1"=="gallery" set "QT_QPA_PLATFORM=offscreen"
if "%~1"=="bench" goto bench
if "%~1"=="soak" goto bench
"%python%" -P -m imt_desktop %*
exit /b

:bench
set "QT_QPA_PLATFORM=offscreen"
if not exist "%here%bench\__main__.py" echo Nothing is measured here yet: there is no bench folder. 1>&2
if not exist "%here%bench\__main__.py" exit /b 1
cd /d "%here%"
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
if "%~1"=="soak" ("%python%" -m bench.soak %rest%) else "%python%" -m bench %rest%
exit /b

:test
cd /d "%here%"
set "QT_QPA_PLATFORM=offscreen"
if "%~2"=="" goto all
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
"%python%" -m pytest %rest%
exit /b
:all
echo == style
"%python%" -m ruff check --quiet . || exit /b 1
echo == form
"%python%" -m ruff format --check --quiet . || exit /b 1
echo == types
"%python%" -m mypy || exit /b 1
echo == layers
"%python%" -c "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))" || exit /b 1
echo == catalogues
"%python%" -m tools.catalogue check || exit /b 1
echo == tests
"%python%" -m pytest -n auto
exit /b
