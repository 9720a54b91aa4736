/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-input.h"

#include "dataset/registers/register-error.h"
#include "dataset/sheets/sheet.h"

AtlasImportInput *
atlas_import_input_new (const char *file,
                        const char *sheet)
{
  AtlasImportInput *self = g_new0 (AtlasImportInput, 1);

  self->file = g_strdup (file);
  self->sheet = g_strdup (sheet);
  self->rejected = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_rejection_free);
  self->notices = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  return self;
}

void
atlas_import_input_free (AtlasImportInput *self)
{
  g_free (self->file);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->as_of);
  g_ptr_array_unref (self->rejected);
  g_ptr_array_unref (self->notices);
  g_clear_error (&self->refused);
  g_strfreev (self->header);
  g_free (self);
}

void
atlas_import_input_reset (AtlasImportInput *self)
{
  self->inserted = self->updated = self->unchanged = self->skipped = self->n_rejected = 0;
  g_ptr_array_set_size (self->rejected, 0);
}

void
atlas_import_input_reject (AtlasImportInput *self,
                           AtlasRejection   *rejection)
{
  self->n_rejected++;
  if (self->rejected->len < ATLAS_IMPORT_MAX_REJECTIONS)
    g_ptr_array_add (self->rejected, rejection);
  else
    atlas_rejection_free (rejection);
}

void
atlas_import_input_add_notice (AtlasImportInput *self,
                               const char       *notice)
{
  g_ptr_array_add (self->notices, g_strdup (notice));
}

gboolean
atlas_import_is_refusal (const GError *error)
{
  return error->domain == ATLAS_SHEET_ERROR || error->domain == ATLAS_REGISTER_ERROR;
}

const char *
atlas_import_input_get_refusal_id (const AtlasImportInput *self)
{
  const char *id = self->refused != NULL ? atlas_refusal_get_id (self->refused) : "";

  return id != NULL ? id : "unreadable";
}

AtlasImportResult *
atlas_import_result_new (void)
{
  AtlasImportResult *self = g_new0 (AtlasImportResult, 1);

  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_input_free);
  return self;
}

void
atlas_import_result_free (AtlasImportResult *self)
{
  g_ptr_array_unref (self->inputs);
  g_free (self);
}
