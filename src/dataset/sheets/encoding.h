/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "dataset/sheets/text-bytes.h"

G_BEGIN_DECLS

/**
 * AtlasEncoding:
 * @name: as iconv knows it; stays
 * @sound: the whole file is UTF-8 without NUL bytes, so that nothing in it need be looked at again
 *
 * How the characters of a text file are written.
 */
typedef struct {
  const char *name;
  gboolean sound;
} AtlasEncoding;

/* Finds it from the whole file:
 *
 * 1. A byte order mark says it.
 * 2. Without one, it is UTF-16 where one byte of at least every fourth pair is NUL, that on the other side in far
 *    fewer, and no character is a control character that text does not have. This is told by the first 64 KiB.
 * 3. It is UTF-8 where all is valid.
 * 4. Else the faults are counted. It is UTF-8 with faults where it reads at least as many characters of three or
 *    four bytes as there are faults, or no more faults than there are as GB18030. Text in GB18030, read as UTF-8,
 *    has some twenty faults or more for each such character; while text in UTF-8 with a few faults may have fewer
 *    as GB18030.
 * 5. Else it is GB18030, of which GBK and GB2312 are parts.
 *
 * FALSE with G_IO_ERROR_CANCELLED in ERROR. */
gboolean atlas_encoding_find   (const AtlasTextBytes *bytes, AtlasEncoding *encoding, GCancellable *cancellable,
                                GError **error);

/* The encoding that the user says: UTF-8, GB18030 (GBK and GB2312 too), UTF-16, or whatever else iconv knows, in
 * upper or lower case. FALSE with ATLAS_SHEET_ERROR_FAILED or G_IO_ERROR_CANCELLED in ERROR; FILE stands in the
 * message. */
gboolean atlas_encoding_choose (const char *wanted, const AtlasTextBytes *bytes, const char *file,
                                AtlasEncoding *encoding, GCancellable *cancellable, GError **error);

G_END_DECLS
