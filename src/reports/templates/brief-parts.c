/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/brief-parts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"
#include "reports/figure-table.h"
#include "reports/sentences.h"

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
  atlas_subject_add_key_figure (&self->about, figures, self->certified, certified, part);
  atlas_subject_add_key_figure (&self->about, figures, self->share, share, difference);
  atlas_subject_add_key_figure (&self->about, figures, self->coverage, coverage, fraction);
  atlas_subject_add_key_figure (&self->about, figures, self->funding, find (self->funding, self->about.region), NULL);
  atlas_subject_add_key_figure (&self->about, figures, self->organisations,
                                find (self->organisations, self->about.region), NULL);
  atlas_subject_add_key_figure (&self->about, figures, self->professionals,
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

AtlasReportTable *
atlas_brief_other_figures_table (AtlasBrief  *self,
                                 GError     **error)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (
    self->about.builder->dataset, NULL, (const char *const[]) { self->about.region->code, NULL }, error);
  g_autoptr (AtlasReportTable) table = NULL;

  if (figures == NULL)
    return NULL;
  table = atlas_figure_table_new (_("Other published figures"), FALSE);
  for (guint i = figures->len; i-- > 0;)
    if (atlas_figure_is_later (self->about.builder, g_ptr_array_index (figures, i)))
      g_ptr_array_remove_index (figures, i);
  for (guint i = 0; i < figures->len; i++)
    if (!is_told (g_ptr_array_index (figures, i)) && !is_outdated (figures, g_ptr_array_index (figures, i)))
      atlas_figure_table_add (table, self->about.builder, g_ptr_array_index (figures, i), FALSE);
  if (table->rows->len == 0)
    return NULL;
  g_free (table->note);
  table->note =
    g_strdup (_("As published, the newest of each kind, with the unit behind the number; sources by their "
                "numbers in the list at the end."));
  return g_steal_pointer (&table);
}
