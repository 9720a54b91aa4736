/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

/* Writes zip archives into memory, also such as no library writes: with wrong sizes, or an entry marked as
 * encrypted. */
typedef struct _ZipMaker ZipMaker;

typedef enum {
  ZIP_MAKER_STORED = 1 << 0,     /* not packed */
  ZIP_MAKER_STREAMED = 1 << 1,   /* sizes behind the data, as one writes who does not know them before */
  ZIP_MAKER_ZIP64 = 1 << 2,      /* sizes in 64 bits, though small; with the first entry, the directory too */
  ZIP_MAKER_ENCRYPTED = 1 << 3,  /* marked as encrypted */
  ZIP_MAKER_BAD_SUM = 1 << 4,    /* a checksum that does not match */
  ZIP_MAKER_LIES_SMALL = 1 << 5, /* claims to be one byte long */
  ZIP_MAKER_ODD_METHOD = 1 << 6, /* marked as packed with LZMA */
} ZipMakerFlags;

ZipMaker *zip_maker_new       (void);
/* LENGTH −1: NUL-terminated. */
void      zip_maker_add       (ZipMaker *self, const char *name, const char *data, gssize length);
void      zip_maker_add_full  (ZipMaker *self, const char *name, const char *data, gssize length, ZipMakerFlags flags);
/* START, then PATTERN again and again up to LENGTH bytes or a little more, then END: never held in memory
 * unpacked. */
void      zip_maker_add_bomb  (ZipMaker *self, const char *name, const char *start, const char *pattern, gsize length,
                               const char *end);
/* Another entry NAME with the bytes of the last one, which are not written again. */
void      zip_maker_add_alias (ZipMaker *self, const char *name);
/* Returns: (transfer full): the archive; frees SELF. */
GBytes   *zip_maker_finish    (ZipMaker *self);
