/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/session.h"

#include "window/state/inquiry.h"
#include "window/state/session-private.h"

void
atlas_session_forget_selection (AtlasSession *self)
{
  atlas_inquiry_stop (&self->selecting);
  g_clear_pointer (&self->selected_table, atlas_table_unref);
  g_clear_pointer (&self->register_row, atlas_selected_row_free);
}

/* TABLE and ROW, or REGISTER_ROW (transfer full), or nothing is selected now. */
static void
replace (AtlasSession     *self,
         AtlasTable       *table,
         guint             row,
         AtlasSelectedRow *register_row)
{
  AtlasTable *old = g_steal_pointer (&self->selected_table);

  self->selected_table = table != NULL ? atlas_table_ref (table) : NULL;
  self->selected_row = row;
  g_clear_pointer (&self->register_row, atlas_selected_row_free);
  self->register_row = register_row;
  g_clear_pointer (&old, atlas_table_unref);
  g_signal_emit_by_name (self, "selection-changed");
  g_signal_emit_by_name (self, "linked-changed");
}

void
atlas_session_set_selection (AtlasSession *self,
                             AtlasTable   *table,
                             guint         row)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_inquiry_stop (&self->selecting);
  if (self->selected_table == table && self->register_row == NULL && (table == NULL || self->selected_row == row))
    return;
  replace (self, table, row, NULL);
}

void
atlas_session_select_row (AtlasSession     *self,
                          AtlasSelectedRow *row)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_inquiry_stop (&self->selecting);
  if (row != NULL || self->register_row != NULL)
    replace (self, NULL, 0, row);
}

const AtlasSelectedRow *
atlas_session_get_selected_row (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->register_row;
}

AtlasTable *
atlas_session_get_selection (AtlasSession *self,
                             guint        *out_row)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  if (out_row != NULL)
    *out_row = self->selected_row;
  return self->selected_table;
}

gboolean
atlas_session_has_selection (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->selected_table != NULL || self->register_row != NULL;
}

void
atlas_session_set_pointed (AtlasSession *self,
                           const char   *code)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (g_strcmp0 (self->pointed, code) == 0)
    return;
  g_free (self->pointed);
  self->pointed = g_strdup (code);
  g_signal_emit_by_name (self, "linked-changed");
}

const char *
atlas_session_get_linked (AtlasSession *self)
{
  const AtlasRegion *region;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  if (self->pointed != NULL || self->selected_table == NULL)
    return self->pointed;
  region = atlas_table_get_row (self->selected_table, self->selected_row)->region;
  return region != NULL ? region->code : NULL;
}
