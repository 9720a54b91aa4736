# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
#
# shellcheck shell=sh
# What ./run and ./test share, sourced by them from the project's root: install what is missing with the system's
# package manager, configure and build. Everything said here goes to stderr: stdout belongs to the program.
# build/.prepared-run and -test remember the packages, so that the second time nothing is asked of the system.

say () { printf '%s\n' "$@" >&2; }

# The system's package manager: one of the names below, or "none".
package_manager () {
  for manager in apt-get dnf pacman zypper; do
    if command -v "$manager" >/dev/null 2>&1; then echo "$manager"; return; fi
  done
  echo none
}

# needed_packages MANAGER run|test: names of what building and starting needs, and with "test" what the tests need too.
# Fonts: the window's style names Cantarell and Noto Sans CJK SC, reports the Noto CJK families.
needed_packages () {
  case $1 in
    apt-get)
      echo meson ninja-build pkg-config gcc libc6-dev gettext \
        libgtk-4-dev libadwaita-1-dev libglib2.0-dev-bin libxml2-utils \
        libsqlite3-dev libcsv-dev libzip-dev libexpat1-dev libxlsxwriter-dev libjson-glib-dev zlib1g-dev \
        libpng-dev fonts-noto-cjk fonts-cantarell adwaita-icon-theme librsvg2-common
      [ "$2" = run ] || echo xvfb poppler-utils libpoppler-glib-dev qpdf appstream desktop-file-utils \
        dbus at-spi2-core ;;
    dnf)
      echo meson ninja-build pkgconf-pkg-config gcc gettext \
        gtk4-devel libadwaita-devel glib2-devel libxml2 \
        sqlite-devel libcsv-devel libzip-devel expat-devel libxlsxwriter-devel json-glib-devel zlib-devel libpng-devel \
        google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts abattis-cantarell-fonts adwaita-icon-theme librsvg2
      [ "$2" = run ] || echo xorg-x11-server-Xvfb poppler-utils poppler-glib-devel qpdf \
        appstream desktop-file-utils dbus-daemon at-spi2-core ;;
    pacman)
      echo meson ninja pkgconf gcc gettext \
        gtk4 libadwaita glib2-devel libxml2 sqlite libcsv libzip expat libxlsxwriter json-glib zlib libpng \
        noto-fonts-cjk cantarell-fonts adwaita-icon-theme librsvg
      [ "$2" = run ] || echo xorg-server-xvfb poppler poppler-glib qpdf appstream desktop-file-utils dbus at-spi2-core ;;
    zypper)
      echo meson ninja pkgconf gcc gettext-tools \
        gtk4-devel libadwaita-devel glib2-devel libxml2-tools \
        sqlite3-devel libcsv-devel libzip-devel libexpat-devel libxlsxwriter-devel json-glib-devel zlib-devel libpng16-devel \
        google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts cantarell-fonts adwaita-icon-theme librsvg
      [ "$2" = run ] || echo xorg-x11-server-Xvfb poppler-tools libpoppler-glib-devel qpdf \
        AppStream desktop-file-utils dbus-1-daemon at-spi2-core ;;
  esac
}

# missing_packages MANAGER PACKAGE...: those that are not installed.
missing_packages () {
  manager=$1
  shift
  case $manager in
    apt-get)
      installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' |
        tr '\n' ' ')
      for package; do
        case " $installed" in *" $package "*) ;; *) echo "$package" ;; esac
      done ;;
    pacman) pacman -T "$@" || true ;;
    *) for package; do rpm -q --whatprovides "$package" >/dev/null 2>&1 || echo "$package"; done ;;
  esac
}

# install_command MANAGER PACKAGE...: the line that installs them, for us or for the user to type.
install_command () {
  manager=$1
  shift
  case $manager in
    apt-get) echo "apt-get install -y --no-install-recommends $*" ;;
    dnf) echo "dnf install -y --setopt=install_weak_deps=False $*" ;;
    pacman) echo "pacman -S --needed --noconfirm $*" ;;
    zypper) echo "zypper --non-interactive install --no-recommends $*" ;;
  esac
}

# install_packages PACKAGE-LIST-LINE-OF-install_command: as root, or through sudo where it can ask or need not.
install_packages () {
  if [ "$(id -u)" = 0 ]; then
    as_root='env'
  elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root='sudo env'
  else
    return 1
  fi
  log=$(mktemp)
  say "Installing what is missing (this can take some minutes): $1"
  # A stale list of packages is no reason to give up: offline, everything may lie in the cache. No stdin: nothing may ask.
  case $1 in apt-get*) $as_root apt-get update -qq </dev/null >"$log" 2>&1 || true ;; esac
  # shellcheck disable=SC2086 # a line of words
  if $as_root DEBIAN_FRONTEND=noninteractive $1 </dev/null >>"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# build_was_carried: a build folder that comes from elsewhere knows the old place by name.
build_was_carried () {
  [ -e build/build-roots.h ] && ! grep -qF "\"$PWD/build\"" build/build-roots.h
}

# prepare run|test: everything up to a finished build. Exit status 2: something is missing that we could not install.
prepare () {
  stamp=build/.prepared-$1
  manager=$(package_manager)
  packages=$(needed_packages "$manager" "$1" | tr '\n' ' ')
  if build_was_carried; then rm -rf build; fi
  changed=
  [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$packages" ] || changed=yes

  if [ -n "$changed" ]; then
    # shellcheck disable=SC2086 # lists of words
    missing=$([ "$manager" = none ] || missing_packages "$manager" $packages | tr '\n' ' ')
    if [ -n "$missing" ]; then
      # shellcheck disable=SC2086
      line=$(install_command "$manager" $missing)
      install_packages "$line" || {
        [ "$manager" != apt-get ] || line="apt-get update && $line"
        say "Some packages are missing and could not be installed. As root, type:" "" "  $line" ""
        return 2
      }
    fi
  fi

  # The tests need more packages and more time to build than the program, so ./run leaves them to ./test.
  configure=
  if [ ! -e build/build.ninja ]; then
    rm -rf build/meson-private
    say 'Configuring and building (about a minute the first time) …'
    configure="meson setup build -Dtests=$([ "$1" = test ] && echo all || echo none)"
  elif [ "$1" = test ] && [ -n "$changed" ]; then
    configure='meson configure build -Dtests=all'
  fi
  output=$($configure 2>&1) || {
    printf '%s\n' "$output" | tail -n 20 >&2
    [ "$manager" != none ] || say 'No known package manager here: install by hand what CONTRIBUTING.md names.'
    return 2
  }
  output=$(ninja -C build --quiet 2>&1) || {
    printf '%s\n' "$output" >&2
    say 'The build failed.'
    return 2
  }
  [ -z "$changed" ] || printf '%s' "$packages" >"$stamp"
}
