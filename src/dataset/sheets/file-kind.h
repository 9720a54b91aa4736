/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ATLAS_FILE_KIND_TEXT,
  ATLAS_FILE_KIND_XLSX,
  ATLAS_FILE_KIND_ODS,
  ATLAS_FILE_KIND_FLAT_ODS,
} AtlasFileKind;

/* Tells the kind of a file by its content. Whether what is neither an archive nor markup nor another known kind is
 * text is left to the reader of text. FALSE with an #AtlasSheetError where it is of no kind that is read; NAME
 * stands in the message. */
gboolean atlas_file_kind_find (GBytes *bytes, const char *name, AtlasFileKind *kind, GError **error);

G_END_DECLS
