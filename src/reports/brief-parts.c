/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/brief-parts.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"

static const AtlasObservation *
find (AtlasTable        *table,
      const AtlasRegion *region)
{
  return atlas_table_find (table, region->code, 0, NULL);
}

void
atlas_brief_add_key_figures (AtlasBrief *self)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);
  const AtlasObservation *certified = find (self->certified, self->about.region);
  const AtlasObservation *share = find (self->share, self->about.region);
  const AtlasObservation *coverage = find (self->coverage, self->about.region);
  g_autofree char *part = NULL, *difference = NULL, *fraction = atlas_subject_dup_fraction (coverage);

  if (self->about.parent != NULL)
    {
      part = atlas_clause_part_of (self->about.builder->catalogue, certified,
                                   find (self->certified, self->about.parent), self->about.parent_name);
      difference = atlas_clause_difference (share, find (self->share, self->about.parent),
                                            self->about.parent_name);
    }
  atlas_subject_add_key_figure (figures, self->certified, certified, part);
  atlas_subject_add_key_figure (figures, self->share, share, difference);
  atlas_subject_add_key_figure (figures, self->coverage, coverage, fraction);
  atlas_subject_add_key_figure (figures, self->funding, find (self->funding, self->about.region), NULL);
  atlas_subject_add_key_figure (figures, self->organisations,
                                find (self->organisations, self->about.region), NULL);
  atlas_subject_add_key_figure (figures, self->professionals,
                                find (self->professionals, self->about.region), NULL);
  if (figures->len >= 2)
    atlas_report_add_key_figures (self->about.builder->report, g_steal_pointer (&figures));
}

/* What the other sections of the brief already speak of. */
static gboolean
is_told (const AtlasFigure *figure)
{
  static const char *const told[] = {
    "social_workers", "certified_workers", "stations", "social_work_orgs", "funding", "population", NULL,
  };

  return g_strv_contains (told, figure->indicator_id);
}

/* "服务项目（“五社联动”）": the indicator with the names of its dimension values. */
static char *
dup_subject (AtlasBrief        *self,
             const AtlasFigure *figure)
{
  const AtlasIndicator *indicator =
    atlas_catalogue_find_indicator (self->about.builder->catalogue, figure->indicator_id);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      const AtlasDimensionValue *value =
        atlas_catalogue_find_value (self->about.builder->catalogue, pair->dimension, pair->value);

      if (value != NULL)
        g_ptr_array_add (values, (gpointer) atlas_dimension_value_get_name (value));
    }
  if (values->len == 0)
    return g_strdup (atlas_indicator_get_name (indicator));
  list = atlas_sentence_list (values);
  return g_strdup_printf (C_("row", "%1$s (%2$s)"), atlas_indicator_get_name (indicator), list);
}

/* A report on a year tells nothing of later ones. */
static gboolean
is_later (const AtlasBrief  *self,
          const AtlasFigure *figure)
{
  int year = self->about.builder->request->year;

  return year != 0 && atlas_figure_get_year (figure, NULL) > year;
}

/* Whether a later figure among FIGURES says the same thing of a later year: only the newest is told. */
static gboolean
is_outdated (GPtrArray         *figures,
             const AtlasFigure *figure)
{
  int year = atlas_figure_get_year (figure, NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *other = g_ptr_array_index (figures, i);

      if (g_str_equal (other->indicator_id, figure->indicator_id) &&
          atlas_dimension_values_equal (other->dimensions, figure->dimensions) &&
          (atlas_figure_get_year (other, NULL) > year ||
           (atlas_figure_get_year (other, NULL) == year && strcmp (other->figure_id, figure->figure_id) > 0)))
        return TRUE;
    }
  return FALSE;
}

static void
add_figure_row (AtlasBrief        *self,
                AtlasReportTable  *table,
                AtlasFigure       *figure)
{
  const AtlasIndicator *indicator =
    atlas_catalogue_find_indicator (self->about.builder->catalogue, figure->indicator_id);
  const AtlasUnit *unit = atlas_catalogue_find_unit (self->about.builder->catalogue, indicator->unit);
  g_autofree char *subject = dup_subject (self, figure);
  g_autofree char *digits =
    atlas_format_label (atlas_decimal_to_double (figure->value), figure->qualifier, unit, ATLAS_SCALE_ONE);
  const char *symbol = strcmp (unit->unit, "percent") == 0 ? "" : atlas_unit_get_symbol (unit);
  gboolean spaced = symbol[0] != '\0' && atlas_language_current () != ATLAS_LANGUAGE_CHINESE;
  g_autofree char *value = g_strconcat (digits, spaced ? " " : "", symbol, NULL);
  g_autofree char *period = atlas_format_period (atlas_figure_get_period (figure));
  g_autofree char *citation =
    atlas_report_format_citation (atlas_report_cite (self->about.builder->report, figure->source));

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, subject);
  atlas_report_table_add_cell (table, value);
  atlas_report_table_add_cell (table, period);
  atlas_report_table_add_cell (table, citation);
  g_ptr_array_add (self->about.builder->figures, atlas_figure_ref (figure));
}

AtlasReportTable *
atlas_brief_other_figures_table (AtlasBrief  *self,
                                 GError     **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (
    self->about.builder->dataset, NULL, (const char *const[]) { self->about.region->code, NULL }, error);
  g_autoptr (AtlasReportTable) table = NULL;

  if (figures == NULL)
    return NULL;
  table = atlas_report_table_new (_("Other published figures"), NULL);
  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  atlas_report_table_add_column (table, _("Value"), TRUE);
  atlas_report_table_add_column (table, _("Period"), TRUE);
  atlas_report_table_add_column (table, C_("column", "Source"), TRUE);
  for (guint i = figures->len; i-- > 0;)
    if (is_later (self, g_ptr_array_index (figures, i)))
      g_ptr_array_remove_index (figures, i);
  for (guint i = 0; i < figures->len; i++)
    if (!is_told (g_ptr_array_index (figures, i)) && !is_outdated (figures, g_ptr_array_index (figures, i)))
      add_figure_row (self, table, g_ptr_array_index (figures, i));
  if (table->rows->len == 0)
    return NULL;
  table->note =
    g_strdup (_("As published, the newest of each kind, with the unit behind the number; sources by their "
                "numbers in the list at the end."));
  return g_steal_pointer (&table);
}
