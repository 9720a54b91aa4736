/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-lines.h"

#include "window/pages/compare-panels.h"

static gboolean
add_tables (AtlasCompareLines  *self,
            AtlasCardContext   *context,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr (GPtrArray) ids = atlas_compare_list_lines (context->catalogue, context->indicator);

  for (guint i = 0; i < ids->len; i++)
    {
      AtlasTable *table;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      table = atlas_card_ask_regions (context, g_ptr_array_index (ids, i), (const char *const *) context->compare, NULL, error);
      if (table == NULL)
        return FALSE;
      g_ptr_array_add (self->tables, table);
    }
  return TRUE;
}

AtlasCompareLines *
atlas_compare_lines_new (AtlasCardContext  *context,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (AtlasCompareLines) self = g_new0 (AtlasCompareLines, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  if (!add_tables (self, context, cancellable, error))
    return NULL;
  self->ranks = atlas_sibling_ranks_new (context, self->tables, cancellable);
  return g_steal_pointer (&self);
}

void
atlas_compare_lines_free (AtlasCompareLines *self)
{
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->ranks, atlas_sibling_ranks_free);
  g_free (self);
}
