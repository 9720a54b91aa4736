/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-figure.h"

static void
detail_free (AtlasCardDetail *self)
{
  g_free (self->text);
  g_free (self->number);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_free (self);
}

AtlasCardFigure *
atlas_card_figure_new (AtlasTable *table)
{
  AtlasCardFigure *self = g_new0 (AtlasCardFigure, 1);

  self->table = atlas_table_ref (table);
  self->details = g_ptr_array_new_with_free_func ((GDestroyNotify) detail_free);
  return self;
}

void
atlas_card_figure_free (AtlasCardFigure *self)
{
  atlas_table_unref (self->table);
  g_free (self->name);
  g_ptr_array_unref (self->details);
  g_clear_pointer (&self->years, atlas_table_unref);
  g_free (self);
}

const AtlasObservation *
atlas_card_figure_get (const AtlasCardFigure *self)
{
  return atlas_table_get_row (self->table, 0);
}

void
atlas_card_figure_add_detail (AtlasCardFigure *self,
                              const char      *text,
                              const char      *number,
                              AtlasTable      *table,
                              guint            row)
{
  AtlasCardDetail *detail = g_new0 (AtlasCardDetail, 1);

  detail->text = g_strdup (text);
  detail->number = g_strdup (number);
  detail->table = table != NULL ? atlas_table_ref (table) : NULL;
  detail->row = row;
  g_ptr_array_add (self->details, detail);
}
