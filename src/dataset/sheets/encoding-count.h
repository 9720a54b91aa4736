/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

#include "dataset/sheets/text-bytes.h"

G_BEGIN_DECLS

/* What a file would be in an encoding, and how well it would be that. All but the second, which looks at the start
 * only, read the whole file, and return FALSE only with G_IO_ERROR_CANCELLED in ERROR. */

/* VALID: it is UTF-8 without NUL bytes. */
gboolean atlas_encoding_is_utf8       (const AtlasTextBytes *bytes, gboolean *valid, GCancellable *cancellable,
                                       GError **error);
/* Whether it is unmistakably UTF-16 without a byte order mark; HIGH: which byte of each pair is the higher one, 0
 * or 1. */
gboolean atlas_encoding_is_utf16      (const AtlasTextBytes *bytes, guint high);
/* N_LONG: characters of three or four bytes; N_FAULTS: bytes that belong to no character. */
gboolean atlas_encoding_count_utf8    (const AtlasTextBytes *bytes, guint64 *n_long, guint64 *n_faults,
                                       GCancellable *cancellable, GError **error);
gboolean atlas_encoding_count_gb18030 (const AtlasTextBytes *bytes, guint64 *n_faults, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
