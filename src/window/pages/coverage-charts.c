/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/coverage-cards.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "charts/parent-reference.h"
#include "indicators/coverage.h"
#include "indicators/change.h"
#include "indicators/number-format.h"
#include "indicators/uncovered-townships.h"
#include "window/pages/page-questions.h"
#include "window/pages/partial-rows.h"

/* More cells than that nobody looks at one by one: the map and the list say where. */
#define MAX_TOWNSHIPS 6000

static gboolean
is_within_county (AtlasCardContext *context)
{
  return context->region->level >= ATLAS_REGION_LEVEL_COUNTY;
}

/* A count is told to the last one, as others of the same sentence are. (transfer full) */
static char *
dup_count (double         count,
           AtlasQualifier qualifier)
{
  return qualifier == ATLAS_QUALIFIER_EXACT ? atlas_format_cell (count, NULL, ATLAS_SCALE_ONE)
                                            : atlas_format_text (count, qualifier, NULL);
}

static char *
dup_numerator (const AtlasObservation *coverage)
{
  return coverage->numerator_qualifier == ATLAS_QUALIFIER_EXACT ? dup_count (coverage->numerator, ATLAS_QUALIFIER_EXACT)
                                                                : atlas_format_numerator (coverage);
}

/* "Ningxia: 225 of 243 townships have an operating station (92.6%), 18 have none." */
static char *
dup_finding (AtlasCardContext       *context,
             const AtlasUnit        *unit,
             const AtlasObservation *coverage)
{
  g_autofree char *name = atlas_card_dup_name (context);
  g_autofree char *numerator = dup_numerator (coverage);
  g_autofree char *denominator = dup_count (coverage->denominator, coverage->denominator_qualifier);
  g_autofree char *share = atlas_format_observation (coverage, unit);
  g_autofree char *rest = NULL;

  if (coverage->basis != ATLAS_BASIS_REGISTERS)
    /* Translators: a region, a number of stations, a number of townships, a percentage */
    return g_strdup_printf (_("%1$s: %2$s operating township stations for %3$s townships (%4$s)."), name, numerator,
                            denominator, share);
  rest = dup_count (coverage->denominator - coverage->numerator, ATLAS_QUALIFIER_EXACT);
  if (coverage->numerator >= coverage->denominator)
    return g_strdup_printf (_("%1$s: all of its %2$s townships have an operating station."), name, denominator);
  if (coverage->numerator_qualifier == ATLAS_QUALIFIER_AT_LEAST)
    /* Translators: a region, "at least" a number of townships with a station, of all, a percentage, how many may be without */
    return g_strdup_printf (_("%1$s: %2$s of %3$s townships have an operating station (%4$s), at most %5$s have none."), name,
                            numerator, denominator, share, rest);
  /* Translators: a region, a number of townships with a station, of all, a percentage, a number without */
  return g_strdup_printf (_("%1$s: %2$s of %3$s townships have an operating station (%4$s), %5$s have none."), name,
                          numerator, denominator, share, rest);
}

static AtlasTable *
ask_codes (AtlasCardContext  *context,
           const char        *indicator,
           GPtrArray         *codes,
           GError           **error)
{
  g_autoptr (AtlasQuestion) question = atlas_card_question (context, indicator);

  g_ptr_array_add (codes, NULL);
  atlas_question_set_regions (question, (const char *const *) codes->pdata);
  return atlas_card_ask (context, question, error);
}

/* The region, then those below it of which coverage can be told. */
static AtlasTable *
ask_divisions (AtlasCardContext  *context,
               GError           **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (AtlasTable) children = NULL;

  g_ptr_array_add (codes, (gpointer) context->region->code);
  if (!is_within_county (context))
    {
      children = atlas_card_ask_children (context, "township_coverage", NULL, error);
      if (children == NULL)
        return NULL;
      for (guint i = 0; i < atlas_table_get_n_rows (children); i++)
        if (!atlas_observation_is_missing (atlas_table_get_row (children, i)))
          g_ptr_array_add (codes, (gpointer) atlas_table_get_row (children, i)->region->code);
    }
  return ask_codes (context, "township_coverage", codes, error);
}

AtlasCardContent *
atlas_coverage_make_divisions (AtlasCardContext  *context,
                               GError           **error)
{
  g_autoptr (AtlasTable) table = ask_divisions (context, error);
  const AtlasObservation *own = table != NULL ? atlas_table_get_row (table, 0) : NULL;
  AtlasCardContent *content;

  if (table == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return atlas_card_content_new_lacking (
      _("Township station coverage"),
      _("No number of township stations is known. Import the register of stations, or enter the published number of "
        "operating township stations."),
      "stations", "stations");
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, _("Township station coverage"));
  atlas_chart_spec_set_reference (content->spec, 100, "100%");
  content->spec->show_fraction = TRUE;
  content->spec->keep_order = TRUE;
  if (!atlas_observation_is_missing (own))
    content->finding = dup_finding (context, atlas_table_get_unit (table), own);
  return content;
}

/* The coverage of the region in YEAR and the one before, both by the dates in the register. */
static AtlasTable *
ask_register_years (AtlasCardContext  *context,
                    int                year,
                    GError           **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("township_coverage");
  const char *codes[] = { context->region->code, NULL };

  question->from = ATLAS_FROM_REGISTERS;
  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, year - 1, year);
  return atlas_card_ask (context, question, error);
}

/* When all townships will have a station if as many get one each year as between BEFORE and NOW. */
static void
set_pace (AtlasCardContent       *content,
          const AtlasObservation *before,
          const AtlasObservation *now)
{
  double remaining = now->denominator - now->numerator;
  double pace = now->numerator - before->numerator;
  guint n = (guint) MAX (remaining, 0);
  g_autofree char *number = atlas_format_cell (n, NULL, ATLAS_SCALE_ONE);
  g_autofree char *gained = atlas_format_cell (pace, NULL, ATLAS_SCALE_ONE);

  if (remaining <= 0)
    {
      content->note = g_strdup (_("✓ None remains without a station."));
      content->note_class = "success";
    }
  else if (pace <= 0)
    {
      content->note = g_strdup_printf (ngettext ("⚠ %1$s township remains. Since %2$d none has been gained, so at this pace full "
                                                 "coverage is not reached.",
                                                 "⚠ %1$s townships remain. Since %2$d none has been gained, so at this pace full "
                                                 "coverage is not reached.", n), number, before->year);
      content->note_class = "warning";
    }
  else
    {
      content->note = g_strdup_printf (
        ngettext ("%1$s township remains. At the pace of %2$d (%3$s a year) all have a station in %4$d, assuming that "
                  "the pace holds, no station closes, and the list of divisions stays that of %5$d.",
                  "%1$s townships remain. At the pace of %2$d (%3$s a year) all have a station in %4$d, assuming that "
                  "the pace holds, no station closes, and the list of divisions stays that of %5$d.", n),
        number, now->year, gained, now->year + (int) ceil (remaining / pace), atlas_townships_get_list_year ());
    }
}

static gboolean
is_counted (const AtlasObservation *observation)
{
  return observation != NULL && !atlas_observation_is_missing (observation) &&
         observation->numerator_qualifier == ATLAS_QUALIFIER_EXACT &&
         observation->denominator_qualifier == ATLAS_QUALIFIER_EXACT && !isnan (observation->numerator);
}

static gboolean
add_pace (AtlasCardContext  *context,
          AtlasCardContent  *content,
          AtlasTable        *trend,
          GError           **error)
{
  int year = atlas_table_get_question (trend)->last_year;
  const char *code = context->region->code;
  const AtlasObservation *now = atlas_table_find (trend, code, year, NULL);
  const AtlasObservation *before = atlas_table_find (trend, code, year - 1, NULL);
  g_autoptr (AtlasTable) registers = NULL;

  if (now == NULL || !is_counted (now))
    return TRUE;
  if (now->basis == ATLAS_BASIS_REGISTERS)
    {
      registers = ask_register_years (context, year, error);
      if (registers == NULL)
        return FALSE;
      before = atlas_table_find (registers, code, year - 1, NULL);
    }
  if (is_counted (before) && atlas_change_is_allowed (before, now))
    set_pace (content, before, now);
  return TRUE;
}

AtlasCardContent *
atlas_coverage_make_trend (AtlasCardContext  *context,
                           GError           **error)
{
  const AtlasRegion *nation = atlas_region_tree_get_root (atlas_catalogue_get_regions (context->catalogue));
  const AtlasRegion *parent = context->region->parent;
  const char *codes[] = { context->region->code, parent != NULL ? parent->code : NULL,
                          parent != NULL && parent != nation ? nation->code : NULL, NULL };
  g_autoptr (AtlasTable) trend = NULL, table = NULL;
  g_autoptr (AtlasCardContent) content = NULL;
  GError *failure = NULL;

  trend = atlas_card_ask_trend (context, "township_coverage", codes, NULL, &failure);
  if (trend == NULL)
    return atlas_card_content_new_lacking_unless (failure, _("Coverage over the years"),
                                                  _("The coverage of two years is not known. Import the register of "
                                                    "stations with the dates on which they opened."),
                                                  "stations", "stations", error);
  table = atlas_partial_rows_leave_out (trend, context->region, "stations");
  content = atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, _("Coverage over the years"));
  content->has_regions = codes[1] != NULL;
  return add_pace (context, content, table, error) ? g_steal_pointer (&content) : NULL;
}

AtlasCardContent *
atlas_coverage_make_map (AtlasCardContext  *context,
                         GError           **error)
{
  g_autoptr (AtlasTable) table = NULL;

  if (context->region->parent != NULL)
    return atlas_card_content_new_hidden ();
  table = atlas_card_ask_children (context, "township_coverage", NULL, error);
  if (table == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return atlas_card_content_new_lacking (_("Coverage of the provinces"), _("Coverage is known of no province."), "stations",
                                           "stations");
  return atlas_card_content_new_chart (context, ATLAS_CHART_TILE_MAP, table, _("Coverage of the provinces"));
}

static void
add_claimed (GPtrArray  *codes,
             AtlasTable *claims)
{
  for (guint i = 0; i < atlas_table_get_n_rows (claims); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (claims, i)))
      g_ptr_array_add (codes, (gpointer) atlas_table_get_row (claims, i)->region->code);
}

/* (transfer container) (nullable): the region and those below of which documents claim a coverage. */
static GPtrArray *
list_claimed (AtlasCardContext  *context,
              GError           **error)
{
  g_autoptr (AtlasTable) own = atlas_card_ask_region (context, "coverage_rate", NULL, error);
  g_autoptr (AtlasTable) children =
    own != NULL ? atlas_card_ask_children (context, "coverage_rate", NULL, error) : NULL;
  GPtrArray *codes;

  if (children == NULL)
    return NULL;
  codes = g_ptr_array_new ();
  add_claimed (codes, own);
  add_claimed (codes, children);
  return codes;
}

/* What is computed as bars, what is claimed as a tick on each. */
AtlasCardContent *
atlas_coverage_make_claims (AtlasCardContext  *context,
                            GError           **error)
{
  g_autoptr (GPtrArray) codes = list_claimed (context, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autoptr (AtlasTable) joined = NULL;
  AtlasTable *part;

  if (codes == NULL)
    return NULL;
  if (codes->len == 0)
    return atlas_card_content_new_hidden ();
  part = ask_codes (context, "township_coverage", codes, error);
  if (part == NULL)
    return NULL;
  atlas_table_set_name (part, _("Computed coverage"));
  g_ptr_array_add (parts, part);
  part = ask_codes (context, "coverage_rate", codes, error);
  if (part == NULL)
    return NULL;
  atlas_table_set_name (part, _("Published coverage"));
  g_ptr_array_add (parts, part);
  if (!atlas_table_has_values (g_ptr_array_index (parts, 0)))
    return atlas_card_content_new_chart (context, ATLAS_CHART_BAR, part, _("Coverage as documents claim it"));
  joined = atlas_table_join (parts);
  return atlas_card_content_new_chart (context, ATLAS_CHART_BULLET, joined, _("Coverage claimed and computed"));
}

int
atlas_coverage_find_register_year (AtlasCardContext  *context,
                                   GError           **error)
{
  g_autoptr (AtlasTable) table = atlas_card_ask_region (context, "township_coverage", NULL, error);
  const AtlasObservation *own = table != NULL ? atlas_table_get_row (table, 0) : NULL;

  if (own == NULL || atlas_observation_is_missing (own) || own->basis != ATLAS_BASIS_REGISTERS)
    return 0;
  return atoi (own->period);
}

AtlasCardContent *
atlas_coverage_make_townships (AtlasCardContext  *context,
                               GError           **error)
{
  guint n_townships = atlas_catalogue_count_townships (context->catalogue, context->region);
  GError *failure = NULL;
  g_autoptr (AtlasTable) table = NULL;
  int year;

  if (n_townships == 0 || n_townships > MAX_TOWNSHIPS || context->region->level > ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden ();
  year = atlas_coverage_find_register_year (context, &failure);
  if (year == 0)
    return atlas_card_content_new_lacking_unless (failure, _("Township by township"),
                                                  _("Published figures count stations, not townships: import the "
                                                    "register of stations to see which townships have one."),
                                                  "stations", "stations", error);
  table = atlas_townships_ask_stations (atlas_card_context_get_dataset (context, NULL), context->catalogue, context->region,
                                        year, error);
  return table != NULL
           ? atlas_card_content_new_chart (context, ATLAS_CHART_UNIT_GRID, table, _("Township by township"))
           : NULL;
}

/* Of the divisions below, where two of them can be compared; else of the region itself, if that is known. */
static AtlasTable *
ask_tiers (AtlasCardContext  *context,
           GError           **error)
{
  g_autoptr (AtlasTable) children = atlas_card_ask_children (context, "stations", "tier", error);
  g_autoptr (AtlasTable) own = NULL;

  if (children == NULL || (atlas_table_has_values (children) && atlas_card_get_only_region (children) == NULL))
    return g_steal_pointer (&children);
  own = atlas_card_ask_region (context, "stations", "tier", error);
  return own == NULL || atlas_table_has_values (own) ? g_steal_pointer (&own) : g_steal_pointer (&children);
}

AtlasCardContent *
atlas_coverage_make_tiers (AtlasCardContext  *context,
                           GError           **error)
{
  g_autoptr (AtlasTable) all = ask_tiers (context, error);
  g_autoptr (AtlasTable) table = NULL;

  if (all == NULL)
    return NULL;
  if (!atlas_table_has_values (all))
    return atlas_card_content_new_lacking (_("Stations by tier"),
                                           _("How many stations there are of each tier is not known. Import the register of "
                                             "stations, which has the tier of each."),
                                           "stations", "stations");
  table = atlas_table_new_without_empty (all);
  return atlas_card_content_new_chart (context, ATLAS_CHART_STACKED_BAR, table, _("Stations by tier"));
}

AtlasCardContent *
atlas_coverage_make_staffing (AtlasCardContext  *context,
                              GError           **error)
{
  g_autoptr (AtlasTable) all = atlas_card_ask_children (context, "workers_per_station", NULL, error);
  g_autoptr (AtlasTable) own = all != NULL ? atlas_card_ask_region (context, "workers_per_station", NULL, error) : NULL;
  g_autoptr (AtlasTable) table = NULL;
  AtlasCardContent *content;

  if (own == NULL)
    return NULL;
  if (!atlas_table_has_values (all) && !atlas_table_has_values (own))
    return atlas_card_content_new_lacking (_("Workers for every station"),
                                           _("How stations are staffed is not known. Import the register of stations with the "
                                             "number of staff, or enter the published number of station workers."),
                                           "stations", "station_workers");
  table = atlas_table_has_values (all) ? atlas_table_new_without_missing (all) : atlas_table_ref (own);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, _("Workers for every station"));
  if (atlas_table_has_values (all))
    atlas_parent_reference_set (content->spec, own);
  return content;
}
