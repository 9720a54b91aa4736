/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Certified workers against all workers, and against those who were paid for their certificates. */

#include "config.h"

#include "indicators/check-context.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"

static void
add_figures (GPtrArray              *figures,
             const AtlasObservation *observation)
{
  g_ptr_array_extend (figures, observation->figures, NULL, NULL);
}

/* The year's total of social workers, once for each region. */
static char *
dup_workers_key (const AtlasCheckContext *context,
                 const AtlasFigure       *figure)
{
  int year = atlas_figure_get_year (figure, NULL);

  if (strcmp (figure->indicator_id, "social_workers") != 0 || figure->dimensions->len > 0 || year == 0)
    return NULL;
  return g_strdup_printf ("%s|%d", figure->region_code, year);
}

static void
check_certified_in_year (AtlasCheckContext *context,
                         const AtlasRegion *region,
                         int                year)
{
  g_autoptr (AtlasObservation) workers = atlas_check_ask (context, region, "social_workers", "", year);
  g_autoptr (AtlasObservation) certified = atlas_check_ask (context, region, "certified_workers", "", year);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  if (workers == NULL || certified == NULL ||
      atlas_range_of_observation (certified).low <= atlas_range_of_observation (workers).high)
    return;
  add_figures (figures, certified);
  add_figures (figures, workers);
  part = atlas_check_dup_number (certified->value, certified->qualifier);
  whole = atlas_check_dup_number (workers->value, workers->qualifier);
  atlas_check_report (
      context, "certified-above-workers", ATLAS_SEVERITY_WARNING, region, figures,
      g_strdup_printf (_("%s certified social workers are more than the %s social work professionals"), part,
                       whole));
}

/* Rule "certified-above-workers": certified workers are among the social workers. */
void
atlas_check_certified (AtlasCheckContext *context)
{
  g_autoptr (GPtrArray) groups = atlas_check_group (context, dup_workers_key);

  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (groups, i), 0);
      const AtlasRegion *region = atlas_check_get_region (context, figure);

      if (region != NULL)
        check_certified_in_year (context, region, atlas_figure_get_year (figure, NULL));
    }
}

/* Adds the holders of GRADE to SUM; FALSE where no figure says how many they are. */
static gboolean
add_holders (const AtlasCheckContext *context,
             const AtlasRegion       *region,
             const char              *grade,
             int                      year,
             AtlasQualifiedNumber    *sum,
             GPtrArray               *figures)
{
  g_autofree char *dimensions = g_strdup_printf ("grade=%s", grade);
  g_autoptr (AtlasObservation) holders =
    atlas_check_ask (context, region, "certified_workers", dimensions, year);

  if (holders == NULL)
    return FALSE;
  *sum = atlas_qualified_add (*sum, (AtlasQualifiedNumber) { holders->value, holders->qualifier });
  add_figures (figures, holders);
  return TRUE;
}

static gboolean
all_of_one_document (GPtrArray *figures)
{
  const AtlasFigure *first = g_ptr_array_index (figures, 0);

  for (guint i = 1; i < figures->len; i++)
    if (strcmp (((const AtlasFigure *) g_ptr_array_index (figures, i))->source->source_id,
                first->source->source_id) != 0)
      return FALSE;
  return TRUE;
}

/* More recipients than holders contradict each other anywhere; fewer are worth a look only within one
 * document, which then speaks of one group with two numbers. */
static void
check_recipients (AtlasCheckContext *context,
                  AtlasFigure       *recipients,
                  const AtlasRegion *region)
{
  int year = atlas_figure_get_year (recipients, NULL);
  AtlasQualifiedNumber holders = { 0, ATLAS_QUALIFIER_EXACT };
  AtlasRange paid = atlas_range_of_figure (recipients), held;
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *n_paid = NULL;
  g_autofree char *n_held = NULL;

  g_ptr_array_add (figures, recipients);
  if (!add_holders (context, region, "intermediate", year, &holders, figures) ||
      !add_holders (context, region, "senior", year, &holders, figures))
    return;
  held = atlas_range_of_number (holders);
  if (atlas_range_overlaps (paid, held) || (paid.high < held.low && !all_of_one_document (figures)))
    return;
  n_paid = atlas_check_dup_value (recipients);
  n_held = atlas_check_dup_number (holders.value, holders.qualifier);
  atlas_check_report (
      context, "incentive-recipients", ATLAS_SEVERITY_WARNING, region, figures,
      g_strdup_printf (_("%s people were rewarded for a certificate of the intermediate grade or above, "
                         "which %s hold"),
                       n_paid, n_held));
}

/* What the rates make for the recipients: all of the lower grade at least, with all holders of the upper one among them at
 * the most. */
static AtlasRange
get_due (AtlasRange              recipients,
         const AtlasObservation *lower_rate,
         const AtlasObservation *upper_rate,
         const AtlasObservation *seniors)
{
  AtlasRange lower = atlas_range_of_observation (lower_rate), upper = atlas_range_of_observation (upper_rate);
  double n_upper = MIN (atlas_range_of_observation (seniors).high, recipients.high);

  return (AtlasRange) { recipients.low * lower.low, (recipients.high - n_upper) * lower.high + n_upper * upper.high };
}

/* Rule "incentive-money": what was paid to those of the upper grades against what the rates make for so many. */
static void
check_money (AtlasCheckContext *context,
             AtlasFigure       *recipients,
             const AtlasRegion *region)
{
  int year = atlas_figure_get_year (recipients, NULL);
  g_autoptr (AtlasObservation) paid = atlas_check_ask (context, region, "funding", "purpose=incentives;source=provincial", year);
  g_autoptr (AtlasObservation) lower =
    atlas_check_ask (context, region, "incentive_rate", "grade=intermediate;type=one_off", year);
  g_autoptr (AtlasObservation) upper =
    atlas_check_ask (context, region, "incentive_rate", "grade=senior;type=one_off", year);
  g_autoptr (AtlasObservation) seniors = atlas_check_ask (context, region, "certified_workers", "grade=senior", year);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autofree char *money = NULL, *people = NULL, *least = NULL, *most = NULL;
  AtlasRange due;

  if (paid == NULL || lower == NULL || upper == NULL || seniors == NULL)
    return;
  due = get_due (atlas_range_of_figure (recipients), lower, upper, seniors);
  if (atlas_range_overlaps (atlas_range_of_observation (paid), due))
    return;
  g_ptr_array_add (figures, recipients);
  add_figures (figures, paid);
  add_figures (figures, lower);
  add_figures (figures, upper);
  add_figures (figures, seniors);
  if (!all_of_one_document (figures))
    return;
  money = atlas_check_dup_number (paid->value, paid->qualifier);
  people = atlas_check_dup_value (recipients);
  least = atlas_check_dup_number (due.low, ATLAS_QUALIFIER_EXACT);
  most = atlas_check_dup_number (due.high, ATLAS_QUALIFIER_EXACT);
  atlas_check_report (
      context, "incentive-money", ATLAS_SEVERITY_WARNING, region, figures,
      g_strdup_printf (_("%1$s yuan were paid to %2$s people, for whom the rates make %3$s to %4$s yuan"), money, people,
                       least, most));
}

/* Rule "incentive-recipients": those rewarded for the upper grades against those who hold them; and "incentive-money". */
void
atlas_check_incentives (AtlasCheckContext *context)
{
  for (guint i = 0; i < context->figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (context->figures, i);
      const AtlasRegion *region = atlas_check_get_region (context, figure);
      const char *grade = atlas_dimension_values_lookup (figure->dimensions, "grade");

      if (region != NULL && strcmp (figure->indicator_id, "incentive_recipients") == 0 &&
          g_strcmp0 (grade, "intermediate_and_above") == 0)
        {
          check_recipients (context, figure, region);
          check_money (context, figure, region);
        }
    }
}
