/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/programmes-overview.h"

#include <glib/gi18n.h>

#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "reports/figure-table.h"
#include "reports/sentences.h"
#include "reports/templates/programme-selection.h"

gboolean
atlas_programme_summary_is_known (const AtlasProgrammeSummary *self)
{
  gboolean is_known = self->figures->len > 0;

  for (guint i = 0; i < ATLAS_PROGRAMME_N_BASES; i++)
    is_known = is_known || self->n_regions[i] > 0;
  return is_known;
}

/* "S01至S85共85项……中，有公布数的62项、……。" */
static void
add_paragraph (AtlasReportBuilder *builder,
               GPtrArray          *summaries)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *list = NULL;
  guint n_published = 0, n_known = 0;

  for (guint i = 0; i < summaries->len; i++)
    {
      const AtlasProgrammeSummary *summary = g_ptr_array_index (summaries, i);

      n_published += summary->figures->len > 0 ? 1 : 0;
      n_known += atlas_programme_summary_is_known (summary) ? 1 : 0;
    }
  if (n_published > 0)
    /* Translators: on so many programmes */
    g_ptr_array_add (parts, g_strdup_printf (C_("programmes", "figures are published on %u"), n_published));
  if (n_known > n_published)
    /* Translators: of so many programmes */
    g_ptr_array_add (parts, g_strdup_printf (C_("programmes", "documents or registers alone tell of %u"), n_known - n_published));
  if (summaries->len > n_known)
    /* Translators: on so many programmes */
    g_ptr_array_add (parts, g_strdup_printf (C_("programmes", "nothing is known here on %u"), summaries->len - n_known));
  list = atlas_sentence_list (parts);
  /* Translators: how many programmes there are, and of how many what is known */
  g_string_printf (text, _("Of the %1$u systems, mechanisms and programmes %2$s."), summaries->len, list);
  atlas_report_builder_add_paragraph (builder, text, 0, n_known > 0 ? 1 : 0);
}

/* A county runs a programme or does not: how that is known is said in a word, where others have numbers. */
static gboolean
is_single (const AtlasRegion *region)
{
  return region->level >= ATLAS_REGION_LEVEL_COUNTY;
}

static AtlasReportTable *
make_table (const AtlasRegion *region)
{
  AtlasReportTable *table = atlas_report_table_new (_("Programmes at a glance"), NULL);
  const char *name = atlas_region_get_display_name (region);

  atlas_report_table_add_column (table, _("Programme"), FALSE);
  if (is_single (region))
    {
      /* Translators: head of a column: by documents, by figures, by registers */
      atlas_report_table_add_column (table, C_("column", "How it is known"), FALSE);
      atlas_report_table_add_column (table, C_("column", "Figures"), TRUE);
      table->note = g_strdup_printf (_("“Figures”: how many are published; small: the latest of %s itself, with its source in the list at the "
                                       "end."), name);
      return table;
    }
  /* Translators: heads of columns: of the divisions that run a programme, how many are known by each */
  atlas_report_table_add_column (table, C_("column", "By documents"), TRUE);
  atlas_report_table_add_column (table, C_("column", "By figures"), TRUE);
  atlas_report_table_add_column (table, C_("column", "By registers"), TRUE);
  atlas_report_table_add_column (table, C_("column", "Figures"), TRUE);
  table->note = g_strdup_printf (
    _("“By documents”, “by figures” and “by registers”: how many divisions in %s run the programme, each told once; “figures”: how many are "
      "published; small: the latest of %s itself, with its source in the list at the end."), name, name);
  return table;
}

/* "By documents, By registers" */
static void
add_bases (AtlasReportTable            *table,
           const AtlasProgrammeSummary *summary)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < ATLAS_PROGRAMME_N_BASES; i++)
    if (summary->n_regions[i] > 0)
      g_ptr_array_add (names, (gpointer) atlas_programme_basis_get_name ((AtlasProgrammeBasis) i));
  list = atlas_sentence_join (names);
  atlas_report_table_add_cell (table, list);
}

static void
add_number (AtlasReportTable *table,
            guint             n)
{
  g_autofree char *number = n > 0 ? atlas_format_cell (n, NULL, ATLAS_SCALE_ONE) : g_strdup ("—");

  atlas_report_table_add_cell (table, number);
}

/* "Certified social workers: ≈ 1,516,000 people, May 2025 [3]"; NULL where nothing is published of REGION itself. */
static char *
dup_own (AtlasReportBuilder *builder,
         const AtlasRegion  *region,
         GPtrArray          *figures)
{
  AtlasFigure *own = atlas_programme_find_own_figure (builder->catalogue, region, figures);
  g_autofree char *subject = NULL, *value = NULL, *period = NULL, *citation = NULL;

  if (own == NULL)
    return NULL;
  subject = atlas_figure_dup_subject (builder->catalogue, own);
  value = atlas_figure_dup_value (builder->catalogue, own);
  period = atlas_format_period (atlas_figure_get_period (own));
  citation = atlas_report_format_citation (atlas_report_cite (builder->report, own->source));
  g_ptr_array_add (builder->figures, atlas_figure_ref (own));
  if (period[0] == '\0')
    /* Translators: a figure in a cell: what it is of, its value, and its source */
    return g_strdup_printf (C_("cell", "%1$s: %2$s %3$s"), subject, value, citation);
  /* Translators: a figure in a cell: what it is of, its value, its period, and its source */
  return g_strdup_printf (C_("cell", "%1$s: %2$s, %3$s %4$s"), subject, value, period, citation);
}

static void
add_row (AtlasReportBuilder          *builder,
         const AtlasRegion           *region,
         const AtlasProgrammeSummary *summary,
         AtlasReportTable            *table)
{
  g_autofree char *name = g_strdup_printf (C_("programme", "%1$s %2$s"), summary->programme->programme_id,
                                           atlas_programme_get_name (summary->programme));
  g_autofree char *own = dup_own (builder, region, summary->figures);
  g_autofree char *cell = own != NULL ? g_strdup_printf ("%s\n%s", name, own) : g_strdup (name);

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, cell);
  if (is_single (region))
    add_bases (table, summary);
  for (guint i = 0; i < ATLAS_PROGRAMME_N_BASES && !is_single (region); i++)
    add_number (table, summary->n_regions[i]);
  add_number (table, summary->figures->len);
}

void
atlas_programmes_overview_add (AtlasReportBuilder *builder,
                               const AtlasRegion  *region,
                               GPtrArray          *summaries)
{
  g_autoptr (AtlasReportTable) table = make_table (region);

  atlas_report_add_heading (builder->report, 1, _("Overview"));
  add_paragraph (builder, summaries);
  for (guint i = 0; i < summaries->len; i++)
    if (atlas_programme_summary_is_known (g_ptr_array_index (summaries, i)))
      add_row (builder, region, g_ptr_array_index (summaries, i), table);
  if (table->rows->len > 0)
    atlas_report_add_table (builder->report, g_steal_pointer (&table));
}
