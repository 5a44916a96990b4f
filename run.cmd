@echo off
rem The twin of ./run for Windows 10 (1809) or later, 64 bit.
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "python=%venv%\Scripts\python.exe"
set "wanted=app"
if "%~1"=="test" set "wanted=dev"
if "%~1"=="gallery" set "wanted=dev"
set "base=py -3"
where py >nul 2>nul || set "base=python"
%base% -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
  echo Python 3.11 or later is needed: install it from python.org and try again. 1>&2
  exit /b 1
)
fc /b "%here%requirements\%wanted%.txt" "%venv%\stamp-%wanted%.txt" >nul 2>nul
if errorlevel 1 (
  if not exist "%python%" %base% -m venv "%venv%" || exit /b 1
  echo Installing what the program needs; this takes some minutes the first time. 1>&2
  "%python%" -m pip install -q --disable-pip-version-check --require-hashes -r "%here%requirements\%wanted%.txt" || exit /b 1
  copy /y "%here%requirements\%wanted%.txt" "%venv%\stamp-%wanted%.txt" >nul
)
set "PYTHONPATH=%here%;%PYTHONPATH%"
"%python%" "%here%tools\compile_catalogues.py" || exit /b 1
if "%~1"=="test" (
  cd /d "%here%"
  set "QT_QPA_PLATFORM=offscreen"
  "%venv%\Scripts\ruff" check . || exit /b 1
  "%venv%\Scripts\mypy" || exit /b 1
  "%venv%\Scripts\lint-imports" || exit /b 1
  "%python%" -m tools.catalogue check || exit /b 1
  "%python%" -m pytest
  exit /b
)
if "%~1"=="gallery" set "QT_QPA_PLATFORM=offscreen"
"%python%" -m imt_desktop %*
