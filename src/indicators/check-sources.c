/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Documents against each other, and against what follows from their own numbers. */

#include "config.h"

#include "indicators/check-context.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"
#include "indicators/formula-answer.h"
#include "indicators/number-format.h"

/* A gap below one per cent is a rounding or another day of counting rather than another count. */
#define SMALL_GAP 0.01

/* Figures that answer the same question for the same moment. How coverage was claimed makes no difference. */
static char *
dup_moment_key (const AtlasCheckContext *context,
                const AtlasFigure       *figure)
{
  g_autofree char *dimensions = NULL;
  g_autofree char *moment = NULL;

  if (atlas_figure_get_year (figure, NULL) == 0)
    return NULL;
  dimensions = atlas_check_dup_dimensions (figure, "claim");
  moment = atlas_check_dup_moment (context, figure);
  return g_strdup_printf ("%s|%s|%s|%s", figure->region_code, figure->indicator_id, dimensions, moment);
}

/* By what share the two are apart beyond what their qualifiers leave open; 0 where they agree. */
static double
measure_gap (const AtlasFigure *a,
             const AtlasFigure *b)
{
  AtlasRange left = atlas_range_of_figure (a), right = atlas_range_of_figure (b);
  double gap = MAX (left.low - right.high, right.low - left.high);
  double size = MAX (fabs (atlas_decimal_to_double (a->value)), fabs (atlas_decimal_to_double (b->value)));

  return gap > 0 && size > 0 ? gap / size : 0;
}

/* The figures of GROUP that disagree with one of another document, and the widest gap. */
static GPtrArray *
list_disagreeing (GPtrArray *group,
                  double    *widest)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint a = 0; a < group->len; a++)
    {
      AtlasFigure *figure = g_ptr_array_index (group, a);
      double gap = 0;

      for (guint b = 0; b < group->len; b++)
        {
          AtlasFigure *other = g_ptr_array_index (group, b);

          if (strcmp (figure->source->source_id, other->source->source_id) != 0)
            gap = MAX (gap, measure_gap (figure, other));
        }
      if (gap > 0)
        g_ptr_array_add (list, figure);
      *widest = MAX (*widest, gap);
    }
  return list;
}

/* Each value once: "929,000 people; 931,000 people". */
static char *
join_values (const AtlasCheckContext *context,
             GPtrArray               *figures)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree AtlasQualifiedNumber *numbers = g_new (AtlasQualifiedNumber, figures->len);
  g_autoptr (GPtrArray) texts = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      numbers[i] = (AtlasQualifiedNumber) { atlas_decimal_to_double (figure->value), figure->qualifier };
    }
  texts = atlas_check_list_quantities (context, g_ptr_array_index (figures, 0), numbers, figures->len);
  for (guint i = 0; i < texts->len; i++)
    if (!g_ptr_array_find_with_equal_func (values, g_ptr_array_index (texts, i), g_str_equal, NULL))
      g_ptr_array_add (values, g_strdup (g_ptr_array_index (texts, i)));
  g_ptr_array_add (values, NULL);
  return g_strjoinv (C_("between numbers", "; "), (char **) values->pdata);
}

/* Rule "sources-disagree": two documents on the same thing at the same time, beyond what "about" and "at
 * least" leave open. */
void
atlas_check_sources (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_moment_key);

  for (guint i = 0; i < groups->len; i++)
    {
      double gap = 0;
      g_autoptr (GPtrArray) figures = list_disagreeing (g_ptr_array_index (groups, i), &gap);
      g_autofree char *values = NULL;
      const AtlasRegion *region;

      if (figures->len == 0 ||
          (region = atlas_check_get_region (context, g_ptr_array_index (figures, 0))) == NULL)
        continue;
      values = join_values (context, figures);
      atlas_check_report (context, "sources-disagree",
                          gap > SMALL_GAP ? ATLAS_SEVERITY_WARNING : ATLAS_SEVERITY_NOTICE, region, figures,
                          g_strdup_printf (_("Documents disagree: %s"), values));
    }
}

/* What the formula gives for the region and year of FIGURE, or NULL. */
static AtlasObservation *
compute (const AtlasCheckContext *context,
         const AtlasFigure       *figure,
         const AtlasRegion       *region)
{
  AtlasCatalogue *catalogue = context->cells.catalogue;
  const AtlasFormula *formula = atlas_catalogue_find_formula (catalogue, figure->indicator_id);
  g_autoptr (AtlasSlice) slice = NULL;

  if (formula == NULL || formula->kind == ATLAS_FORMULA_BUILTIN || figure->dimensions->len > 0)
    return NULL;
  slice = atlas_slice_new (catalogue, atlas_catalogue_find_indicator (catalogue, figure->indicator_id),
                           figure->dimensions, NULL);
  return atlas_formula_in_year (&context->cells, region, slice, formula, atlas_figure_get_year (figure, NULL),
                                NULL);
}

static void
check_derived (AtlasCheckContext *context,
               AtlasFigure       *figure,
               const AtlasRegion *region)
{
  g_autoptr (AtlasObservation) computed = compute (context, figure, region);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = NULL;

  if (computed == NULL ||
      atlas_range_overlaps (atlas_range_of_rounded (figure), atlas_range_of_observation (computed)))
    return;
  g_ptr_array_add (figures, figure);
  atlas_check_add_inputs (figures, computed);
  texts = atlas_check_list_quantities (
    context, figure,
    (const AtlasQualifiedNumber[]) { { atlas_decimal_to_double (figure->value), figure->qualifier },
                                     { computed->value, computed->qualifier } },
    2);
  atlas_check_report (context, "derived-value", ATLAS_SEVERITY_WARNING, region, figures,
                      g_strdup_printf (_("Printed as %s, but its formula gives %s"),
                                       (const char *) g_ptr_array_index (texts, 0), (const char *) g_ptr_array_index (texts, 1)));
}

/* Rule "derived-value": a ratio that is printed against the ratio of what is printed. */
void
atlas_check_derived (AtlasCheckContext *context)
{
  for (guint i = 0; i < context->figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (context->figures, i);
      const AtlasRegion *region = atlas_check_get_region (context, figure);

      if (region != NULL && atlas_figure_get_year (figure, NULL) != 0)
        check_derived (context, figure, region);
    }
}
