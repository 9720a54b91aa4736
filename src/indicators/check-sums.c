/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Parts and wholes: a complete set against its total, regions against the region around them. */

#include "config.h"

#include "indicators/check-context.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-choice.h"
#include "indicators/figure-year.h"
#include "indicators/published-parts.h"

static gboolean
adds_up_over_regions (const AtlasIndicator *indicator)
{
  return indicator != NULL && strcmp (indicator->over_regions, "sum") == 0;
}

/* The dimension of INDICATOR whose marked values make up the whole, or NULL. */
static const char *
find_complete_dimension (const AtlasCheckContext *context,
                         const char              *indicator_id)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (context->cells.catalogue, indicator_id);

  for (guint i = 0; indicator != NULL && indicator->dimensions[i] != NULL; i++)
    if (atlas_is_complete_set (context->cells.catalogue, indicator, indicator->dimensions[i]))
      return indicator->dimensions[i];
  return NULL;
}

/* The parts and the total that one document prints of one moment. */
static char *
dup_document_key (const AtlasCheckContext *context,
                  const AtlasFigure       *figure)
{
  const char *dimension = find_complete_dimension (context, figure->indicator_id);
  g_autofree char *rest = NULL;

  if (dimension == NULL)
    return NULL;
  rest = atlas_check_dup_dimensions (figure, dimension);
  return g_strdup_printf ("%s|%s|%s|%s|%s|%s", figure->region_code, figure->indicator_id,
                          figure->source->source_id, figure->period, figure->as_of, rest);
}

typedef struct {
  AtlasFigure *total;
  GPtrArray *figures; /* the total, then the parts */
  AtlasRange range;   /* of the sum */
  double sum;
  AtlasQualifier qualifier;
  guint n_parts;
} Parts;

static void
add_part (Parts       *parts,
          AtlasFigure *figure)
{
  g_ptr_array_add (parts->figures, figure);
  parts->range = atlas_range_add (parts->range, atlas_range_of_figure (figure));
  parts->sum += atlas_decimal_to_double (figure->value);
  parts->qualifier = atlas_qualifier_join (parts->qualifier, figure->qualifier);
  parts->n_parts++;
}

static guint
count_complete_set (AtlasCatalogue *catalogue,
                    const char     *dimension)
{
  GPtrArray *values = atlas_catalogue_get_values (catalogue, dimension);
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    n += ((const AtlasDimensionValue *) g_ptr_array_index (values, i))->part_of_complete_set;
  return n;
}

static Parts
collect_parts (const AtlasCheckContext *context,
               GPtrArray               *group,
               const char              *dimension)
{
  Parts parts = { .figures = g_ptr_array_new () };

  for (guint i = 0; i < group->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (group, i);
      const char *value = atlas_dimension_values_lookup (figure->dimensions, dimension);
      const AtlasDimensionValue *known =
        value != NULL ? atlas_catalogue_find_value (context->cells.catalogue, dimension, value) : NULL;

      if (value == NULL)
        parts.total = figure;
      else if (known != NULL && known->part_of_complete_set)
        add_part (&parts, figure);
    }
  if (parts.total != NULL)
    g_ptr_array_insert (parts.figures, 0, parts.total);
  return parts;
}

static void
check_parts (AtlasCheckContext *context,
             const Parts       *parts,
             const char        *dimension)
{
  gboolean complete = parts->n_parts == count_complete_set (context->cells.catalogue, dimension);
  AtlasRange total = atlas_range_of_figure (parts->total);
  const AtlasRegion *region = atlas_check_get_region (context, parts->total);
  g_autofree char *sum = atlas_check_dup_number (parts->sum, parts->qualifier);
  g_autofree char *printed = atlas_check_dup_value (parts->total);
  char *message;

  if (region == NULL ||
      (complete ? atlas_range_overlaps (parts->range, total) : parts->range.low <= total.high))
    return;
  if (complete)
    message = g_strdup_printf (_("The parts add up to %s, the total is printed as %s"), sum, printed);
  else
    message = g_strdup_printf (_("The parts that are printed add up to %s, more than the total of %s"), sum,
                               printed);
  atlas_check_report (context, "grade-sum", ATLAS_SEVERITY_WARNING, region, parts->figures, message);
}

/* Rule "grade-sum": the three grades against the total of the same document. */
void
atlas_check_sums (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_document_key);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      const AtlasFigure *first = g_ptr_array_index (group, 0);
      const char *dimension = find_complete_dimension (context, first->indicator_id);
      Parts parts = collect_parts (context, group, dimension);

      if (parts.total != NULL && parts.n_parts > 0)
        check_parts (context, &parts, dimension);
      g_ptr_array_unref (parts.figures);
    }
}

/* Stands for a question about one region and one year. */
static char *
dup_question_key (const AtlasFigure *figure,
                  const char        *region_code)
{
  g_autofree char *dimensions = atlas_check_dup_dimensions (figure, "claim");

  return g_strdup_printf ("%s|%s|%s|%d", figure->indicator_id, dimensions, region_code,
                          atlas_figure_get_year (figure, NULL));
}

/* Figures that answer the same question. Money of several years is no year's. */
static char *
dup_region_key (const AtlasCheckContext *context,
                const AtlasFigure       *figure)
{
  const AtlasIndicator *indicator =
    atlas_catalogue_find_indicator (context->cells.catalogue, figure->indicator_id);

  if (!adds_up_over_regions (indicator) || atlas_check_is_batch (figure) ||
      atlas_figure_get_year (figure, NULL) == 0 ||
      (atlas_indicator_is_flow (indicator) && atlas_period_is_interval (figure->period)))
    return NULL;
  return dup_question_key (figure, figure->region_code);
}

/* The preferred figure for each key of dup_region_key(). */
static GHashTable *
choose_figures (const AtlasCheckContext *context,
                GPtrArray               *groups)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      AtlasFigure *best = g_ptr_array_index (group, 0);
      const AtlasIndicator *indicator =
          atlas_catalogue_find_indicator (context->cells.catalogue, best->indicator_id);

      for (guint k = 1; k < group->len; k++)
        if (atlas_figure_compare (g_ptr_array_index (group, k), best, atlas_indicator_is_flow (indicator)) <
            0)
          best = g_ptr_array_index (group, k);
      g_hash_table_insert (chosen, dup_region_key (context, best), best);
    }
  return chosen;
}

/* What stands for the same question in another region of the same year, or NULL. */
static AtlasFigure *
find_counterpart (GHashTable        *chosen,
                  const AtlasFigure *figure,
                  const AtlasRegion *region)
{
  g_autofree char *key = dup_question_key (figure, region->code);

  return g_hash_table_lookup (chosen, key);
}

/* A later figure may well have outgrown an earlier one of the same year. */
static gboolean
is_later (const AtlasCheckContext *context,
          const AtlasFigure       *figure,
          const AtlasFigure       *than)
{
  g_autofree char *moment = atlas_check_dup_moment (context, figure);
  g_autofree char *other = atlas_check_dup_moment (context, than);

  return strcmp (moment, other) > 0;
}

/* The nearest region around that has fewer than FIGURE says. */
static void
check_against_ancestors (AtlasCheckContext *context,
                         GHashTable        *chosen,
                         AtlasFigure       *figure,
                         const AtlasRegion *region)
{
  for (const AtlasRegion *around = region->parent; around != NULL; around = around->parent)
    {
      AtlasFigure *whole = find_counterpart (chosen, figure, around);
      g_autoptr (GPtrArray) figures = g_ptr_array_new ();
      g_autoptr (GPtrArray) texts = NULL;

      if (whole == NULL || is_later (context, figure, whole) ||
          atlas_range_of_figure (figure).low <= atlas_range_of_figure (whole).high)
        continue;
      texts = atlas_check_list_quantities (
        context, figure,
        (const AtlasQualifiedNumber[]) { { atlas_decimal_to_double (figure->value), figure->qualifier },
                                         { atlas_decimal_to_double (whole->value), whole->qualifier } },
        2);
      g_ptr_array_add (figures, figure);
      g_ptr_array_add (figures, whole);
      atlas_check_report (context, "child-above-parent", ATLAS_SEVERITY_WARNING, region, figures,
                          g_strdup_printf (_("%s is more than the %s of %s, of which it is a part"),
                                           (const char *) g_ptr_array_index (texts, 0),
                                           (const char *) g_ptr_array_index (texts, 1),
                                           atlas_region_get_display_name (around)));
      return;
    }
}

static void
check_against_children (AtlasCheckContext *context,
                        GHashTable        *chosen,
                        AtlasFigure       *whole,
                        const AtlasRegion *region)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  double low = 0, sum = 0;
  AtlasQualifier qualifier = ATLAS_QUALIFIER_EXACT;
  guint n_children;
  g_autoptr (GPtrArray) texts = NULL;

  g_ptr_array_add (figures, whole);
  for (guint i = 0; i < region->n_children; i++)
    {
      AtlasFigure *part = find_counterpart (chosen, whole, region->children[i]);

      if (part == NULL || is_later (context, part, whole))
        continue;
      g_ptr_array_add (figures, part);
      low += atlas_range_of_figure (part).low;
      sum += atlas_decimal_to_double (part->value);
      qualifier = atlas_qualifier_join (qualifier, part->qualifier);
    }
  n_children = figures->len - 1;
  if (n_children < 2 || low <= atlas_range_of_figure (whole).high)
    return;
  texts = atlas_check_list_quantities (
    context, whole,
    (const AtlasQualifiedNumber[]) { { sum, qualifier }, { atlas_decimal_to_double (whole->value), whole->qualifier } }, 2);
  atlas_check_report (
      context, "children-sum", ATLAS_SEVERITY_WARNING, region, figures,
      g_strdup_printf (ngettext ("%u region below adds up to %s, more than the %s of the whole",
                                 "%u regions below add up to %s, more than the %s of the whole", n_children),
                       n_children, (const char *) g_ptr_array_index (texts, 0), (const char *) g_ptr_array_index (texts, 1)));
}

/* Rules "child-above-parent" and "children-sum": no part is more than the whole, nor are all together. */
void
atlas_check_regions (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_region_key);
  g_autoptr (GHashTable) chosen = choose_figures (context, groups);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);
      g_autofree char *key = dup_region_key (context, g_ptr_array_index (group, 0));
      AtlasFigure *figure = g_hash_table_lookup (chosen, key);
      const AtlasRegion *region = atlas_check_get_region (context, figure);

      if (region == NULL)
        continue;
      check_against_ancestors (context, chosen, figure, region);
      check_against_children (context, chosen, figure, region);
    }
}
