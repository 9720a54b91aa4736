/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-block.h"

static void
key_figure_free (AtlasKeyFigure *figure)
{
  g_free (figure->label);
  g_free (figure->value);
  g_free (figure->unit);
  g_free (figure->detail);
  g_free (figure);
}

static void
report_table_free (AtlasReportTable *table)
{
  g_free (table->title);
  g_free (table->unit);
  g_clear_pointer (&table->columns, g_ptr_array_unref);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_clear_pointer (&table->numeric, g_array_unref);
  g_free (table->note);
  g_free (table);
}

void
atlas_block_free (AtlasBlock *self)
{
  g_free (self->text);
  if (self->key_figures != NULL)
    {
      g_ptr_array_foreach (self->key_figures, (GFunc) key_figure_free, NULL);
      g_ptr_array_unref (self->key_figures);
    }
  g_clear_pointer (&self->chart, atlas_chart_spec_free);
  g_clear_pointer (&self->table, report_table_free);
  g_free (self);
}
