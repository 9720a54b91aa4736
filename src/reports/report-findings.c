/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/checks.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "reports/figure-table.h"
#include "reports/report-builder.h"
#include "reports/sentences.h"

/* A table of so many rows has no columns that say the same in each of them. */
#define MANY_ROWS 6

static char *
cite_figures (AtlasReportBuilder *self,
              GPtrArray          *figures)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (sources, ((const AtlasFigure *) g_ptr_array_index (figures, i))->source);
  return atlas_report_cite_all (self->report, sources);
}

AtlasReportTable *
atlas_report_builder_new_finding_table (const char *title,
                                        gboolean    is_regional)
{
  AtlasReportTable *table = atlas_report_table_new (title, NULL);

  if (is_regional)
    atlas_report_table_add_column (table, _("Region"), FALSE);
  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  atlas_report_table_add_column (table, _("Period"), FALSE);
  atlas_report_table_add_column (table, C_("column", "Finding"), FALSE);
  atlas_report_table_add_column (table, C_("column", "Source"), TRUE);
  table->note = g_strdup (_("Sources by their numbers in the list at the end."));
  return table;
}

char *
atlas_report_builder_dup_finding_subject (AtlasReportBuilder *self,
                                          const AtlasFinding *finding)
{
  if (finding->indicator_id == NULL)
    return g_strdup ("");
  /* A register is held against one figure, which may be of a part. */
  if (strcmp (finding->rule, "register-against-published") == 0 && finding->figures->len == 1)
    return atlas_figure_dup_subject (self->catalogue, g_ptr_array_index (finding->figures, 0));
  return g_strdup (atlas_indicator_get_name (atlas_catalogue_find_indicator (self->catalogue, finding->indicator_id)));
}

void
atlas_report_builder_add_finding (AtlasReportBuilder *self,
                                  AtlasReportTable   *table,
                                  const AtlasFinding *finding,
                                  gboolean            is_regional)
{
  g_autofree char *subject = atlas_report_builder_dup_finding_subject (self, finding);
  g_autofree char *period = atlas_format_period (finding->period);
  g_autofree char *citation = cite_figures (self, finding->figures);

  atlas_report_table_add_row (table);
  if (is_regional)
    atlas_report_table_add_cell (table, atlas_report_builder_get_name (self, finding->region));
  atlas_report_table_add_cell (table, subject);
  atlas_report_table_add_cell (table, period);
  atlas_report_table_add_cell (table, finding->message);
  /* Translators: where a finding comes from that no document has a part in */
  atlas_report_table_add_cell (table, citation[0] != '\0' ? citation : _("Registers"));
}

/* Whether COLUMN says the same in all rows. */
static gboolean
is_constant (const AtlasReportTable *table,
             guint                   column)
{
  const char *first = atlas_report_table_get_cell (table, 0, column);

  for (guint r = 1; r < table->rows->len; r++)
    if (!g_str_equal (atlas_report_table_get_cell (table, r, column), first))
      return FALSE;
  return first[0] != '\0';
}

static void
remove_column (AtlasReportTable *table,
               guint             column)
{
  g_ptr_array_remove_index (table->columns, column);
  g_array_remove_index (table->numeric, column);
  for (guint r = 0; r < table->rows->len; r++)
    g_ptr_array_remove_index (g_ptr_array_index (table->rows, r), column);
}

void
atlas_report_builder_finish_finding_table (AtlasReportTable *table)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *all = NULL, *before = NULL;
  g_autoptr (GString) note = g_string_new (NULL);
  gboolean has_source_column;

  if (table->rows->len < MANY_ROWS)
    return;
  has_source_column = !is_constant (table, table->columns->len - 1);
  for (guint c = table->columns->len; c-- > 1;)
    if (is_constant (table, c))
      {
        g_ptr_array_insert (parts, 0, g_strdup_printf (C_("parts", "%1$s: %2$s"), (char *) g_ptr_array_index (table->columns, c),
                                                       atlas_report_table_get_cell (table, 0, c)));
        remove_column (table, c);
      }
  if (parts->len == 0)
    return;
  list = atlas_sentence_join (parts);
  /* Translators: “Indicator: Stations, Period: 2024”: what a table says in each row, and has no columns for */
  all = g_strdup_printf (_("In all rows: %s."), list);
  atlas_sentence_append (note, all);
  before = table->note;
  if (has_source_column)
    atlas_sentence_append (note, before);
  table->note = g_strdup (note->str);
}

static gboolean
is_about (const AtlasFinding *finding,
          const char *const  *indicators)
{
  return indicators == NULL ||
         (finding->indicator_id != NULL && g_strv_contains (indicators, finding->indicator_id));
}

gboolean
atlas_report_builder_is_later (AtlasReportBuilder *self,
                               const AtlasFinding *finding)
{
  return self->request->year != 0 && atlas_period_get_year (finding->period) > self->request->year;
}

/* Those about the report's regions themselves, region by region. */
static void
add_rows (AtlasReportBuilder *self,
          AtlasReportTable   *table,
          GPtrArray          *findings,
          const char *const  *indicators)
{
  for (guint i = 0; i < self->regions->len; i++)
    for (guint j = 0; j < findings->len; j++)
      {
        const AtlasFinding *finding = g_ptr_array_index (findings, j);

        if (finding->region == g_ptr_array_index (self->regions, i) && is_about (finding, indicators) &&
            !atlas_report_builder_is_later (self, finding))
          atlas_report_builder_add_finding (self, table, finding, self->regions->len > 1);
      }
}

void
atlas_report_builder_add_findings (AtlasReportBuilder  *self,
                                   const char *const   *indicators,
                                   GError             **error)
{
  const AtlasRegion *only = self->regions->len == 1 ? g_ptr_array_index (self->regions, 0) : NULL;
  g_autoptr (GPtrArray) findings = atlas_checks_run (self->dataset, self->catalogue, only, error);
  g_autoptr (AtlasReportTable) table =
    atlas_report_builder_new_finding_table (_("Figures that contradict each other"), self->regions->len > 1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (findings == NULL)
    return;
  add_rows (self, table, findings, indicators);
  if (table->rows->len == 0)
    return;
  atlas_report_builder_finish_finding_table (table);
  atlas_report_add_heading (self->report, 1, C_("heading", "Data checks"));
  g_string_append (
    text, _("Published figures that contradict each other, or the list of divisions, are to be used with "
            "care."));
  atlas_report_builder_add_paragraph (self, text, 0, 1);
  atlas_report_add_table (self->report, g_steal_pointer (&table));
}

void
atlas_report_builder_add_all_findings (AtlasReportBuilder  *self,
                                       gpointer             state,
                                       GError             **error)
{
  atlas_report_builder_add_findings (self, NULL, error);
}
