/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-writer.h"

G_BEGIN_DECLS

/* What table-writer.c needs of each kind of file. */
typedef struct {
  gboolean (*begin) (AtlasTableWriter *self, const char *name, const AtlasWriterColumn *columns, guint n_columns,
                     GError **error);
  gboolean (*add) (AtlasTableWriter *self, const char *const *cells, guint n_cells, GError **error);
  gboolean (*finish) (AtlasTableWriter *self, GError **error);
  void (*free) (AtlasTableWriter *self);
} AtlasTableWriterClass;

/* The head of each kind's own structure. */
struct _AtlasTableWriter {
  const AtlasTableWriterClass *class;
  char *path;
  char *title; /* (nullable): over the head of each sheet */
  gboolean has_sheets;
};

AtlasTableWriter *atlas_csv_writer_new  (const char *path, const char *encoding, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasTableWriter *atlas_xlsx_writer_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
