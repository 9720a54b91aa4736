/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-content.h"

#include <glib/gi18n.h>

#include "window/chart-views/chart-titles.h"

static void
column_free (AtlasCardColumn *self)
{
  g_free (self->title);
  g_free (self);
}

static void
row_free (AtlasCardRow *self)
{
  g_strfreev (self->cells);
  g_clear_pointer (&self->table, atlas_table_unref);
  g_free (self);
}

static AtlasCardContent *
content_new (void)
{
  AtlasCardContent *self = g_new0 (AtlasCardContent, 1);

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

/* A single bar has no name beside it: that of another region than the one shown stands in the title. */
static char *
dup_bar_title (AtlasCardContext *context,
               AtlasChartKind    kind,
               AtlasTable       *table,
               const char       *title)
{
  gboolean is_bar = kind == ATLAS_CHART_STACKED_BAR || kind == ATLAS_CHART_PERCENT_BAR;
  const AtlasRegion *only = is_bar ? atlas_card_get_only_region (table) : NULL;
  g_autofree char *name = NULL;

  if (only == NULL || only == context->region)
    return g_strdup (title);
  name = atlas_region_dup_short_name (only);
  /* Translators: the title of a chart, and the region that it is of */
  return g_strdup_printf (C_("title", "%1$s, %2$s"), title, name);
}

AtlasCardContent *
atlas_card_content_new_figure (AtlasCardFigure *figure)
{
  AtlasCardContent *self = content_new ();

  self->figure = figure;
  return self;
}

AtlasCardContent *
atlas_card_content_new_chart (AtlasCardContext *context,
                              AtlasChartKind    kind,
                              AtlasTable       *table,
                              const char       *title)
{
  AtlasCardContent *self = content_new ();
  g_autofree char *full = dup_bar_title (context, kind, table, title);

  self->spec = atlas_chart_spec_new (kind, table);
  self->spec->slots = g_hash_table_ref (context->slots);
  atlas_chart_spec_set_card_titles (self->spec, full);
  return self;
}

AtlasCardContent *
atlas_card_content_new_list (const char *title,
                             const char *subtitle)
{
  AtlasCardContent *self = content_new ();

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  return self;
}

AtlasCardContent *
atlas_card_content_new_empty (const char *title,
                              const char *text)
{
  AtlasCardContent *self = atlas_card_content_new_list (title, NULL);

  self->empty = g_strdup (text);
  return self;
}

AtlasCardContent *
atlas_card_content_new_lacking (const char *title,
                                const char *text,
                                const char *table,
                                const char *indicator)
{
  AtlasCardContent *self = atlas_card_content_new_empty (title, text);

  self->enter_table = table;
  self->enter_indicator = indicator;
  return self;
}

AtlasCardContent *
atlas_card_content_new_lacking_unless (GError      *failed,
                                       const char  *title,
                                       const char  *text,
                                       const char  *table,
                                       const char  *indicator,
                                       GError     **error)
{
  if (failed == NULL)
    return atlas_card_content_new_lacking (title, text, table, indicator);
  g_propagate_error (error, failed);
  return NULL;
}

AtlasCardContent *
atlas_card_content_new_hidden (void)
{
  AtlasCardContent *self = content_new ();

  self->is_hidden = TRUE;
  return self;
}

gboolean
atlas_card_content_has_values (const AtlasCardContent *self)
{
  if (self->figure != NULL)
    return !atlas_observation_is_missing (atlas_card_figure_get (self->figure));
  return (self->spec != NULL || self->rows->len > 0) && !self->is_of_other;
}

gboolean
atlas_card_content_is_lacking (const AtlasCardContent *self)
{
  return self->empty != NULL && (self->enter_table != NULL || self->enter_indicator != NULL);
}

void
atlas_card_content_free (AtlasCardContent *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->spec, atlas_chart_spec_free);
  g_clear_pointer (&self->figure, atlas_card_figure_free);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->empty);
  g_free (self->note);
  g_free (self->finding);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static AtlasCardColumn *
add_column (AtlasCardContent *self,
            const char       *title)
{
  AtlasCardColumn *column = g_new0 (AtlasCardColumn, 1);

  column->title = g_strdup (title);
  g_ptr_array_add (self->columns, column);
  return column;
}

void
atlas_card_content_add_column (AtlasCardContent *self,
                               const char       *title,
                               gboolean          is_number)
{
  add_column (self, title)->is_number = is_number;
}

void
atlas_card_content_add_texts (AtlasCardContent *self,
                              const char       *title)
{
  add_column (self, title)->wraps = TRUE;
}

AtlasCardRow *
atlas_card_content_add_row (AtlasCardContent *self,
                            AtlasTable       *table,
                            guint             row)
{
  AtlasCardRow *result = g_new0 (AtlasCardRow, 1);

  result->cells = g_new0 (char *, self->columns->len + 1);
  result->table = table != NULL ? atlas_table_ref (table) : NULL;
  result->row = row;
  g_ptr_array_add (self->rows, result);
  return result;
}

void
atlas_card_content_take_cell (AtlasCardContent *self,
                              AtlasCardRow     *row,
                              char             *text)
{
  guint at = g_strv_length (row->cells);

  g_return_if_fail (at < self->columns->len);

  row->cells[at] = text;
}

void
atlas_card_content_drop_empty (AtlasCardContent *self)
{
  guint last = self->columns->len - 1;

  for (guint i = 0; i < self->rows->len; i++)
    if (((AtlasCardRow *) g_ptr_array_index (self->rows, i))->cells[last][0] != '\0')
      return;
  for (guint i = 0; i < self->rows->len; i++)
    g_clear_pointer (&((AtlasCardRow *) g_ptr_array_index (self->rows, i))->cells[last], g_free);
  g_ptr_array_set_size (self->columns, (int) last);
}
