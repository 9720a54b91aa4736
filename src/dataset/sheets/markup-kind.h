/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/file-kind.h"

G_BEGIN_DECLS

/* atlas_file_kind_find() for XML and web pages; text where it is neither. */
gboolean atlas_markup_kind_find (GBytes *bytes, const char *name, AtlasFileKind *kind, GError **error);

G_END_DECLS
