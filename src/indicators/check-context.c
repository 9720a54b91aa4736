/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/check-context.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-choice.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"

GPtrArray *
atlas_check_group (const AtlasCheckContext *context,
                   AtlasFigureKeyFunc       dup_key)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < context->figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (context->figures, i);
      char *key = dup_key (context, figure);
      GPtrArray *group = key != NULL ? g_hash_table_lookup (known, key) : NULL;

      if (key != NULL && group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (known, g_steal_pointer (&key), group);
        }
      if (group != NULL)
        g_ptr_array_add (group, figure);
      g_free (key);
    }
  return groups;
}

char *
atlas_check_dup_moment (const AtlasCheckContext *context,
                        const AtlasFigure       *figure)
{
  const AtlasIndicator *indicator =
    atlas_catalogue_find_indicator (context->cells.catalogue, figure->indicator_id);
  const char *as_of = figure->as_of[0] != '\0' ? figure->as_of : figure->source->as_of;

  if (indicator != NULL && atlas_indicator_is_flow (indicator))
    return figure->period[0] != '\0' && figure->as_of[0] == '\0'
               ? g_strdup (figure->period)
               : g_strdup_printf ("%s %s", figure->period, as_of);
  if (atlas_figure_is_year_end (figure))
    return g_strdup_printf ("%d-12", atlas_figure_get_year (figure, NULL));
  return g_strndup (as_of, strlen ("2023-12"));
}

char *
atlas_check_dup_dimensions (const AtlasFigure *figure,
                            const char        *except)
{
  g_autoptr (GPtrArray) values = atlas_dimension_values_new ();

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);

      if (strcmp (pair->dimension, except) != 0)
        atlas_dimension_values_set (values, pair->dimension, pair->value);
    }
  return atlas_dimension_values_to_string (values);
}

const AtlasRegion *
atlas_check_get_region (const AtlasCheckContext *context,
                        const AtlasFigure       *figure)
{
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (context->cells.catalogue),
                                   figure->region_code);
}

gboolean
atlas_check_is_batch (const AtlasFigure *figure)
{
  return atlas_dimension_values_lookup (figure->dimensions, "batch") != NULL;
}

AtlasObservation *
atlas_check_ask (const AtlasCheckContext *context,
                 const AtlasRegion       *region,
                 const char              *indicator_id,
                 const char              *dimensions,
                 int                      year)
{
  AtlasCatalogue *catalogue = context->cells.catalogue;
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, indicator_id);
  g_autoptr (GPtrArray) where = atlas_dimension_values_parse (dimensions, NULL);
  g_autoptr (AtlasSlice) slice = NULL;

  /* A dataset with a catalogue of its own need not have the indicator. */
  if (indicator == NULL)
    return NULL;
  slice = atlas_slice_new (catalogue, indicator, where, NULL);
  return atlas_cell_in_year (&context->cells, region, slice, year, NULL);
}

void
atlas_check_add_inputs (GPtrArray              *figures,
                        const AtlasObservation *computed)
{
  for (guint i = 0; i < computed->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (computed->inputs, i);

      g_ptr_array_extend (figures, input->figures, NULL, NULL);
    }
}

AtlasRange
atlas_range_of_observation (const AtlasObservation *observation)
{
  if (observation->basis == ATLAS_BASIS_PUBLISHED && observation->figures->len == 1)
    return atlas_range_of_figure (g_ptr_array_index (observation->figures, 0));
  return atlas_range_of_number ((AtlasQualifiedNumber) { observation->value, observation->qualifier });
}

char *
atlas_check_dup_number (double         value,
                        AtlasQualifier qualifier)
{
  return atlas_format_label (value, qualifier, NULL, ATLAS_SCALE_ONE);
}

char *
atlas_check_dup_value (const AtlasFigure *figure)
{
  return atlas_check_dup_number (atlas_decimal_to_double (figure->value), figure->qualifier);
}

const AtlasUnit *
atlas_check_get_unit (const AtlasCheckContext *context,
                      const AtlasFigure       *figure)
{
  AtlasCatalogue *catalogue = context->cells.catalogue;

  return atlas_catalogue_find_unit (catalogue,
                                    atlas_catalogue_find_indicator (catalogue, figure->indicator_id)->unit);
}

/* Whether two that differ read the same. */
static gboolean
are_ambiguous (GPtrArray                  *texts,
               const AtlasQualifiedNumber *numbers)
{
  for (guint i = 0; i < texts->len; i++)
    for (guint k = i + 1; k < texts->len; k++)
      if (numbers[i].value != numbers[k].value &&
          g_str_equal (g_ptr_array_index (texts, i), g_ptr_array_index (texts, k)))
        return TRUE;
  return FALSE;
}

GPtrArray *
atlas_check_list_quantities (const AtlasCheckContext    *context,
                             const AtlasFigure          *figure,
                             const AtlasQualifiedNumber *numbers,
                             guint                       n)
{
  const AtlasUnit *unit = atlas_check_get_unit (context, figure);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, atlas_format_text (numbers[i].value, numbers[i].qualifier, unit));
  if (!are_ambiguous (texts, numbers))
    return texts;
  g_ptr_array_set_size (texts, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, atlas_format_full_text (numbers[i].value, numbers[i].qualifier, unit));
  return texts;
}

void
atlas_check_report_count (AtlasCheckContext *context,
                          const char        *rule,
                          AtlasSeverity      severity,
                          const AtlasRegion *region,
                          const char        *indicator_id,
                          const char        *period,
                          char              *message)
{
  AtlasFinding *finding = g_new0 (AtlasFinding, 1);

  finding->rule = rule;
  finding->severity = severity;
  finding->region = region;
  finding->indicator_id = g_strdup (indicator_id);
  finding->period = g_strdup (period);
  finding->message = message;
  finding->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);
  g_ptr_array_add (context->findings, finding);
}

void
atlas_check_report (AtlasCheckContext *context,
                    const char        *rule,
                    AtlasSeverity      severity,
                    const AtlasRegion *region,
                    GPtrArray         *figures,
                    char              *message)
{
  const AtlasFigure *first = g_ptr_array_index (figures, 0);
  const AtlasFinding *finding;

  atlas_check_report_count (context, rule, severity, region, first->indicator_id, atlas_figure_get_period (first),
                            message);
  finding = g_ptr_array_index (context->findings, context->findings->len - 1);
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (finding->figures, atlas_figure_ref (g_ptr_array_index (figures, i)));
}
