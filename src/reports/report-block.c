/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-block.h"

AtlasKeyFigure *
atlas_key_figure_new (const char *label,
                      const char *value,
                      const char *unit,
                      const char *detail)
{
  AtlasKeyFigure *self = g_new0 (AtlasKeyFigure, 1);

  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->unit = g_strdup (unit != NULL ? unit : "");
  self->detail = g_strdup (detail != NULL ? detail : "");
  return self;
}

void
atlas_key_figure_free (AtlasKeyFigure *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self->unit);
  g_free (self->detail);
  g_free (self);
}

AtlasReportTable *
atlas_report_table_new (const char *title,
                        const char *unit)
{
  AtlasReportTable *self = g_new0 (AtlasReportTable, 1);

  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->numeric = g_array_new (FALSE, TRUE, sizeof (gboolean));
  return self;
}

void
atlas_report_table_free (AtlasReportTable *self)
{
  g_free (self->title);
  g_free (self->unit);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->numeric, g_array_unref);
  g_free (self->note);
  g_free (self);
}

void
atlas_report_table_add_column (AtlasReportTable *self,
                               const char       *header,
                               gboolean          numeric)
{
  g_ptr_array_add (self->columns, g_strdup (header));
  g_array_append_val (self->numeric, numeric);
}

void
atlas_report_table_add_row (AtlasReportTable *self)
{
  g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
}

void
atlas_report_table_add_cell (AtlasReportTable *self,
                             const char       *text)
{
  GPtrArray *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_assert (row->len < self->columns->len);
  g_ptr_array_add (row, g_strdup (text));
}

const char *
atlas_report_table_get_cell (const AtlasReportTable *self,
                             guint                   row,
                             guint                   column)
{
  GPtrArray *cells = g_ptr_array_index (self->rows, row);

  return g_ptr_array_index (cells, column);
}

gboolean
atlas_report_table_is_numeric (const AtlasReportTable *self,
                               guint                   column)
{
  return g_array_index (self->numeric, gboolean, column);
}

AtlasBlock *
atlas_block_new (AtlasBlockKind  kind,
                 const char     *text)
{
  AtlasBlock *self = g_new0 (AtlasBlock, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  return self;
}

void
atlas_block_free (AtlasBlock *self)
{
  g_free (self->text);
  g_free (self->detail);
  g_clear_pointer (&self->key_figures, g_ptr_array_unref);
  g_clear_pointer (&self->chart, atlas_chart_spec_free);
  g_clear_pointer (&self->table, atlas_report_table_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

AtlasContentsEntry *
atlas_contents_entry_new (const char *text,
                          guint       number)
{
  AtlasContentsEntry *self = g_new0 (AtlasContentsEntry, 1);

  self->text = g_strdup (text);
  self->level = 1;
  self->number = number;
  return self;
}

void
atlas_contents_entry_free (AtlasContentsEntry *self)
{
  g_free (self->text);
  g_free (self);
}
