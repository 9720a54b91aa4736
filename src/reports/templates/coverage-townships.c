/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/number-format.h"
#include "reports/templates/coverage-parts.h"

#include <glib/gi18n.h>

#include "indicators/uncovered-townships.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"

/* More are for the reports on the divisions below. */
#define MAX_NAMED 150

static void
add_row (AtlasReportTable  *table,
         const AtlasRegion *division,
         GPtrArray         *names)
{
  g_autofree char *division_name = atlas_region_dup_short_name (division);
  g_autofree char *number = g_strdup_printf ("%u", names->len);
  g_autofree char *list = atlas_sentence_list (names);

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, division_name);
  atlas_report_table_add_cell (table, number);
  atlas_report_table_add_cell (table, list);
}

/* One row a division that townships lie in; WITHOUT is in code order. */
static AtlasReportTable *
make_table (const AtlasSubject     *self,
            const AtlasObservation *coverage,
            GPtrArray              *without)
{
  AtlasReportTable *table = atlas_report_table_new (_("Townships without a station"), NULL);
  g_autofree char *source = atlas_report_dup_source_line (self->builder->report, coverage->sources);

  atlas_report_table_add_column (table, _("Division"), FALSE);
  atlas_report_table_add_column (table, C_("column of townships without a station", "Number"), TRUE);
  atlas_report_table_add_column (table, _("Townships"), FALSE);
  for (guint first = 0, last; first < without->len; first = last)
    {
      const AtlasRegion *division = ((const AtlasRegion *) g_ptr_array_index (without, first))->parent;
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (last = first; last < without->len; last++)
        {
          const AtlasRegion *township = g_ptr_array_index (without, last);

          if (township->parent != division)
            break;
          g_ptr_array_add (names, (gpointer) atlas_region_get_display_name (township));
        }
      add_row (table, division, names);
    }
  table->note = g_strdup (source);
  return table;
}

/* (nullable): how many have none; that none is without holds only where nothing is unknown. */
static char *
dup_clause (const AtlasSubject *self,
            GPtrArray          *without,
            guint               n_unplaced)
{
  g_autofree char *number = atlas_format_cell (without->len, NULL, ATLAS_SCALE_ONE);

  if (without->len > 0)
    return g_strdup_printf (ngettext ("%1$s township of %2$s has no operating station",
                                      "%1$s townships of %2$s have no operating station", without->len),
                            number, self->name);
  return n_unplaced == 0 ? g_strdup_printf (_("Every township of %s has an operating station"), self->name) : NULL;
}

/* (nullable): of how many townships the register does not tell whether they have one. */
static char *
dup_unplaced (const AtlasSubject *self,
              GPtrArray          *without,
              guint               n_unplaced)
{
  g_autofree char *number = atlas_format_cell (n_unplaced, NULL, ATLAS_SCALE_ONE);

  if (n_unplaced == 0)
    return NULL;
  if (without->len > 0)
    return g_strdup_printf (
      ngettext ("whether %s more has one is not known: its county has stations that the register puts in no township",
                "whether %s more have one is not known: their counties have stations that the register puts in no township",
                n_unplaced), number);
  return g_strdup_printf (
    ngettext ("whether %1$s township of %2$s has an operating station is not known: its county has stations that the register puts "
              "in no township",
              "whether %1$s townships of %2$s have an operating station is not known: their counties have stations that the register "
              "puts in no township", n_unplaced), number, self->name);
}

static void
name_townships (const AtlasSubject     *self,
                const AtlasObservation *coverage,
                GPtrArray              *without,
                guint                   n_unplaced)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *citation =
    atlas_report_builder_cite_several (self->builder, (const AtlasObservation *const[]) { coverage }, 1);
  g_autofree char *clause = dup_clause (self, without, n_unplaced);
  g_autofree char *unplaced = dup_unplaced (self, without, n_unplaced);
  g_autofree char *sentence = atlas_sentence_make ((const char *const[]) { clause, unplaced }, 2, citation);
  gboolean named = without->len > 0 && without->len <= MAX_NAMED;

  atlas_sentence_append (text, sentence);
  if (without->len > MAX_NAMED)
    atlas_sentence_append (text, _("The reports on the divisions below name them."));
  atlas_report_builder_add_paragraph (self->builder, text, 0, named);
  if (named)
    atlas_report_add_table (self->builder->report, make_table (self, coverage, without));
}

gboolean
atlas_coverage_add_townships (AtlasSubject            *self,
                              const AtlasObservation  *coverage,
                              GError                 **error)
{
  g_autoptr (GPtrArray) without = NULL;
  guint n_unreturned, n_unplaced;

  if (atlas_observation_is_missing (coverage))
    return TRUE;
  atlas_report_add_heading (self->builder->report, 1, _("Townships without a station"));
  if (coverage->basis != ATLAS_BASIS_REGISTERS || coverage->is_partial)
    {
      atlas_report_add_paragraph (
        self->builder->report,
        coverage->is_partial
          ? _("Not every division has returned its register of stations, so the townships without a station cannot all "
              "be named.")
          : _("Published figures count stations, not townships, so the townships without a station cannot be named; "
              "the register of stations would name them."));
      return TRUE;
    }
  without = atlas_townships_find_uncovered (self->builder->dataset, self->builder->catalogue, self->region, coverage->year,
                                            &n_unreturned, &n_unplaced, error);
  if (without == NULL)
    return FALSE;
  name_townships (self, coverage, without, n_unplaced);
  return TRUE;
}
