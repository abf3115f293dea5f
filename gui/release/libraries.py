"""Which system libraries the installed program brings along, and under which licences."""

import sys
from pathlib import Path

__all__ = ["installed_libraries", "libraries"]

# How their files' names begin after `lib`: each library, and its licence as an SPDX expression.
_LIBRARIES = {
    "X11": ("libX11", "MIT"),
    "Xau": ("libXau", "MIT"),
    "Xdmcp": ("libXdmcp", "MIT"),
    "Xext": ("libXext", "MIT"),
    "Xrender": ("libXrender", "MIT"),
    "blkid": ("util-linux", "LGPL-2.1-or-later"),
    "brotli": ("Brotli", "MIT"),
    "bsd": ("libbsd", "BSD-3-Clause"),
    "bz2": ("bzip2", "bzip2-1.0.6"),
    "cap": ("libcap", "BSD-3-Clause"),
    "dbus": ("D-Bus", "AFL-2.1"),
    "expat": ("Expat", "MIT"),
    "ffi": ("libffi", "MIT"),
    "fontconfig": ("Fontconfig", "MIT"),
    "freetype": ("FreeType", "FTL"),
    "gcc_s": ("GCC runtime", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "gcrypt": ("Libgcrypt", "LGPL-2.1-or-later"),
    "gfortran": ("GCC runtime", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "glib": ("GLib", "LGPL-2.1-or-later"),
    "gpg-error": ("libgpg-error", "LGPL-2.1-or-later"),
    "graphite2": ("Graphite", "LGPL-2.1-or-later"),
    "gthread": ("GLib", "LGPL-2.1-or-later"),
    "icu": ("ICU", "Unicode-DFS-2016"),
    "jpeg": ("libjpeg-turbo", "IJG AND BSD-3-Clause"),
    "lcms2": ("Little CMS", "MIT"),
    "lz4": ("LZ4", "BSD-2-Clause"),
    "lzma": ("XZ Utils", "0BSD"),
    "md": ("libmd", "BSD-3-Clause"),
    "mount": ("util-linux", "LGPL-2.1-or-later"),
    "openjp2": ("OpenJPEG", "BSD-2-Clause"),
    "pcre2": ("PCRE2", "BSD-3-Clause"),
    "png16": ("libpng", "libpng-2.0"),
    "quadmath": ("libquadmath", "LGPL-2.1-or-later"),
    "scipy_openblas": ("OpenBLAS", "BSD-3-Clause"),
    "selinux": ("libselinux", "libselinux-1.0"),
    "sharpyuv": ("WebP", "BSD-3-Clause"),
    "stdc++": ("GCC runtime", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "systemd": ("systemd", "LGPL-2.1-or-later"),
    "tiff": ("LibTIFF", "libtiff"),
    "webp": ("WebP", "BSD-3-Clause"),
    "xcb": ("XCB", "MIT"),
    "xkbcommon": ("libxkbcommon", "MIT"),
    "z": ("zlib", "Zlib"),
    "zstd": ("Zstandard", "BSD-3-Clause"),
}
_FAMILIES = ("brotli", "icu", "webp")  # whose files' names go on in letters
_TOLD = ("Qt6", "pyside6", "shiboken6", "python3")  # by the packages that they belong to


def libraries(folder: Path) -> list[tuple[str, str, str]]:
    """Return name, version of the interface and licence of each library in a program's folder.

    One that is not known here is called by its file, so that none is left out.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for file in sorted([*folder.glob("lib*.so*"), *folder.glob("*.libs/lib*.so*")]):
        stem, _, version = file.name.removeprefix("lib").partition(".so")
        if stem.startswith(_TOLD):
            continue
        name, licence = _known(stem) or (file.name, "see its own files")
        found.setdefault(name, (name, version.lstrip("."), licence))
    return sorted(found.values(), key=lambda each: each[0].lower())


def installed_libraries() -> list[tuple[str, str, str]]:
    """Return the libraries of the program as it is installed; none where Python runs it."""
    folder = getattr(sys, "_MEIPASS", None)
    return libraries(Path(folder)) if folder else []


def _known(stem: str) -> tuple[str, str] | None:
    beginnings = [
        each
        for each in _LIBRARIES
        if stem.startswith(each) and (each in _FAMILIES or not stem[len(each) :][:1].isalpha())
    ]
    return _LIBRARIES[max(beginnings, key=len)] if beginnings else None
