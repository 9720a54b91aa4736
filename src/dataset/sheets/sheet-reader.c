/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-reader.h"

G_DEFINE_QUARK (atlas-sheet-error-quark, atlas_sheet_error)

static void
sheet_info_free (AtlasSheetInfo *info)
{
  g_free (info->name);
  g_free (info);
}

void
atlas_sheet_reader_init (AtlasSheetReader            *self,
                         const AtlasSheetReaderClass *class,
                         GBytes                      *bytes,
                         const char                  *name)
{
  self->class = class;
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_info_free);
}

void
atlas_sheet_reader_clear (AtlasSheetReader *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
}

void
atlas_sheet_reader_add_sheet (AtlasSheetReader *self,
                              const char       *name,
                              gboolean          hidden)
{
  AtlasSheetInfo *info = g_new (AtlasSheetInfo, 1);

  info->name = g_strdup (name);
  info->hidden = hidden;
  g_ptr_array_add (self->sheets, info);
}
