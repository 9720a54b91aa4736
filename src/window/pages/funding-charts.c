/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/funding-cards.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "charts/chart-data.h"
#include "charts/parent-reference.h"
#include "dataset/text.h"
#include "indicators/number-format.h"
#include "window/pages/page-questions.h"

/* From this share on a region depends on one source. */
#define LARGE_SHARE 50.0

/* Funding over the years by source without what is missing; NULL where no source is known, or on error. */
static AtlasTable *
ask_sources (AtlasCardContext  *context,
             GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  g_autoptr (AtlasTable) trend = atlas_card_ask_trend (context, "funding", codes, "source", error);

  return trend != NULL ? atlas_table_new_without_missing (trend) : NULL;
}

/* One page has one unit for its money: TABLE is written as the chart of the years by source is. */
static void
write_as_sources (AtlasCardContext *context,
                  AtlasTable       *table)
{
  g_autoptr (AtlasTable) sources = ask_sources (context, NULL);

  if (sources != NULL && atlas_table_get_n_rows (sources) > 0)
    atlas_table_set_scale (table, atlas_chart_choose_scale (sources, ATLAS_CHART_STACKED_BAR, 0));
}

static gboolean
has_years (AtlasTable *table)
{
  guint n_rows = atlas_table_get_n_rows (table);

  return n_rows > 0 && atlas_table_get_row (table, 0)->year != atlas_table_get_row (table, n_rows - 1)->year;
}

AtlasCardContent *
atlas_funding_make_years (AtlasCardContext  *context,
                          GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  GError *failure = NULL;
  g_autoptr (AtlasTable) sources = ask_sources (context, &failure);
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *unplaced = NULL;

  if (sources != NULL && has_years (sources))
    return atlas_card_content_new_chart (context, ATLAS_CHART_STACKED_BAR, sources, _("Funding by year and source"));
  if (sources != NULL)
    return atlas_card_content_new_hidden (); /* the shares of the sources say all that is known */
  if (failure == NULL)
    table = atlas_card_ask_trend (context, "funding", codes, NULL, &failure);
  if (table != NULL)
    return atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, _("Funding by year"));
  if (failure == NULL)
    table = atlas_card_ask_region (context, "funding", NULL, &failure);
  if (table != NULL && atlas_table_has_values (table))
    return atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, _("Funding"));
  unplaced = failure == NULL ? atlas_card_dup_unplaced (context, "funding") : NULL;
  if (unplaced != NULL)
    return atlas_card_content_new_empty (_("Funding"), unplaced);
  return atlas_card_content_new_lacking_unless (failure, _("Funding by year"),
                                                _("No amount is known. Import the ledger of funding, or enter "
                                                  "amounts that have been published."),
                                                "funding", "funding", error);
}

/* "The welfare lottery gives 31.2% (2024)", with a warning where that is more than half. */
static gboolean
add_lottery_share (AtlasCardContext  *context,
                   AtlasCardContent  *content,
                   GError           **error)
{
  g_autoptr (AtlasTable) table = NULL;
  const AtlasObservation *share;
  g_autofree char *text = NULL;
  g_autofree char *period = NULL;

  if (atlas_catalogue_find_indicator (context->catalogue, "lottery_share") == NULL)
    return TRUE; /* a dataset that was made before there was one */
  table = atlas_card_ask_region (context, "lottery_share", NULL, error);
  if (table == NULL)
    return FALSE;
  share = atlas_table_get_row (table, 0);
  if (atlas_observation_is_missing (share))
    return TRUE;
  text = atlas_format_observation (share, atlas_table_get_unit (table));
  period = atlas_format_period (share->period);
  content->note_class = share->value >= LARGE_SHARE ? "warning" : "dim-label";
  content->note = share->value >= LARGE_SHARE
                    ? g_strdup_printf (_("⚠ The welfare lottery gives %1$s (%2$s): more than half depends on one source."), text,
                                       period)
                    : g_strdup_printf (_("The welfare lottery gives %1$s (%2$s)."), text, period);
  return TRUE;
}

AtlasCardContent *
atlas_funding_make_sources (AtlasCardContext  *context,
                            GError           **error)
{
  GError *failure = NULL;
  g_autoptr (AtlasTable) table = ask_sources (context, &failure);
  g_autoptr (AtlasCardContent) content = NULL;
  g_autofree char *unplaced = table == NULL && failure == NULL ? atlas_card_dup_unplaced (context, "funding") : NULL;

  if (unplaced != NULL)
    return atlas_card_content_new_hidden (); /* the figure says why */
  if (table == NULL)
    return atlas_card_content_new_lacking_unless (failure, _("Shares of the sources"),
                                                  _("Where the money comes from is not known. Import the ledger of "
                                                    "funding with the source of each entry, or enter amounts with "
                                                    "their source."),
                                                  "funding", "funding", error);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_PERCENT_BAR, table, _("Shares of the sources"));
  return add_lottery_share (context, content, error) ? g_steal_pointer (&content) : NULL;
}

/* The year of the region's total, or 0 where that is not known of one year; −1: an error. */
static int
find_total_year (AtlasCardContext  *context,
                 GError           **error)
{
  g_autoptr (AtlasTable) total = atlas_card_ask_region (context, "funding", NULL, error);
  const AtlasObservation *whole = total != NULL ? atlas_table_get_row (total, 0) : NULL;

  if (whole == NULL)
    return -1;
  return !atlas_observation_is_missing (whole) && strlen (whole->period) == 4 ? atoi (whole->period) : 0;
}

/* The parts of the region's funding by all of BY, in YEAR; 0: in the year of the view. */
static AtlasTable *
ask_parts (AtlasCardContext   *context,
           const char *const  *by,
           int                 year,
           GError            **error)
{
  g_autoptr (AtlasQuestion) question = atlas_card_question (context, "funding");
  const char *codes[] = { context->region->code, NULL };
  g_autoptr (AtlasTable) all = NULL;

  if (year > 0)
    {
      atlas_question_set_years (question, year, year);
      question->stand_in = FALSE;
    }
  atlas_question_set_regions (question, codes);
  question->by = g_strdupv ((char **) by);
  all = atlas_card_ask (context, question, error);
  return all != NULL ? atlas_table_new_without_missing (all) : NULL;
}

/* Areas of one source are no more than bars, and harder to compare. */
static gboolean
has_several_sources (AtlasTable *areas)
{
  for (guint i = 1; i < atlas_table_get_n_rows (areas); i++)
    if (strcmp (atlas_table_get_row (areas, i)->by[0], atlas_table_get_row (areas, 0)->by[0]) != 0)
      return TRUE;
  return FALSE;
}

/* What the money of YEAR is for; (nullable): that is not known, or there is an ERROR. */
static AtlasCardContent *
make_purposes (AtlasCardContext  *context,
               int                year,
               GError           **error)
{
  const char *both[] = { "source", "purpose", NULL };
  const char *one[] = { "purpose", NULL };
  g_autoptr (AtlasTable) areas = ask_parts (context, both, year, error);
  g_autoptr (AtlasTable) purposes = NULL;

  if (areas == NULL)
    return NULL;
  write_as_sources (context, areas);
  if (has_several_sources (areas))
    return atlas_card_content_new_chart (context, ATLAS_CHART_TREEMAP, areas, _("What the money of each source is for"));
  purposes = ask_parts (context, one, year, error);
  if (purposes == NULL || atlas_table_get_n_rows (purposes) == 0)
    return NULL;
  write_as_sources (context, purposes);
  return atlas_card_content_new_chart (context, ATLAS_CHART_BAR, purposes, _("Funding by purpose"));
}

/* Of the year of the total, so that the parts are parts of it; where no document tells, of the year in which one does. */
AtlasCardContent *
atlas_funding_make_purposes (AtlasCardContext  *context,
                             GError           **error)
{
  GError *failure = NULL;
  int year = find_total_year (context, &failure);
  AtlasCardContent *content = year > 0 ? make_purposes (context, year, &failure) : NULL;
  g_autofree char *unplaced = NULL;

  if (content == NULL && failure == NULL)
    content = make_purposes (context, 0, &failure);
  if (content != NULL)
    return content;
  unplaced = failure == NULL ? atlas_card_dup_unplaced (context, "funding") : NULL;
  if (unplaced != NULL)
    return atlas_card_content_new_hidden ();
  return atlas_card_content_new_lacking_unless (failure, _("Funding by purpose"),
                                                _("What the money is for is not known. Import the ledger of funding with "
                                                  "the purpose of each entry, or enter amounts with their purpose."),
                                                "funding", "funding", error);
}

AtlasCardContent *
atlas_funding_make_divisions (AtlasCardContext  *context,
                              GError           **error)
{
  g_autoptr (AtlasTable) all = NULL;
  g_autoptr (AtlasTable) table = NULL;

  if (context->region->level >= ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden ();
  all = atlas_card_ask_children (context, "funding", "source", error);
  if (all == NULL)
    return NULL;
  table = atlas_table_new_without_missing (all);
  if (atlas_table_get_n_rows (table) == 0)
    return atlas_card_content_new_lacking (_("Funding of the divisions by source"),
                                           _("No division below has amounts by source. Import their ledgers of funding, or enter "
                                             "amounts with their source."),
                                           "funding", "funding");
  write_as_sources (context, table);
  return atlas_card_content_new_chart (context, ATLAS_CHART_STACKED_BAR, table, _("Funding of the divisions by source"));
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* NAN where TABLE has no values. */
static double
find_median (AtlasTable *table)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (table, i)))
      g_array_append_val (values, atlas_table_get_row (table, i)->value);
  if (values->len == 0)
    return NAN;
  g_array_sort (values, compare_values);
  return (g_array_index (values, double, (values->len - 1) / 2) + g_array_index (values, double, values->len / 2)) / 2;
}

/* "Funding per township station: Wuzhong has least (1.2 million yuan), Guyuan most (…); the median is …." TABLE has at least
 * two rows, by value, and none is missing. */
static char *
dup_extremes (AtlasTable *table,
              double      median)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);
  const AtlasObservation *most = atlas_table_get_row (table, 0);
  const AtlasObservation *least = atlas_table_get_row (table, atlas_table_get_n_rows (table) - 1);
  g_autofree char *most_name = atlas_region_dup_short_name (most->region);
  g_autofree char *least_name = atlas_region_dup_short_name (least->region);
  g_autofree char *most_text = atlas_format_observation (most, unit);
  g_autofree char *least_text = atlas_format_observation (least, unit);
  g_autofree char *median_text = atlas_format_text (median, ATLAS_QUALIFIER_EXACT, unit);

  /* Translators: an indicator; the region with the lowest value and that; the one with the highest and that; the median */
  return g_strdup_printf (_("%1$s: %2$s has least (%3$s), %4$s most (%5$s); the median is %6$s."),
                          atlas_indicator_get_name (atlas_table_get_indicator (table)), least_name, least_text, most_name,
                          most_text, median_text);
}

/* The divisions below that have a value of INDICATOR; the region itself where none has. */
static AtlasTable *
ask_rate (AtlasCardContext  *context,
          const char        *indicator,
          gboolean          *out_own,
          GError           **error)
{
  g_autoptr (AtlasTable) own = atlas_card_ask_region (context, indicator, NULL, error);
  g_autoptr (AtlasTable) children = NULL;

  *out_own = TRUE;
  if (own == NULL || context->region->level >= ATLAS_REGION_LEVEL_COUNTY)
    return g_steal_pointer (&own);
  children = atlas_card_ask_children (context, indicator, NULL, error);
  if (children == NULL)
    return NULL;
  *out_own = !atlas_table_has_values (children);
  return *out_own ? g_steal_pointer (&own) : atlas_table_new_without_missing (children);
}

/* Whether all that OWN would be worked out from is known of some year. */
static gboolean
has_all_inputs (const AtlasObservation *own)
{
  for (guint i = 0; i < own->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (own->inputs, i);

      if (atlas_observation_is_missing (input) && input->missing != ATLAS_MISSING_OTHER_YEARS)
        return FALSE;
    }
  return own->inputs->len > 0;
}

/* The rate is not known of the region itself, of which RATE is. EMPTY asks for what it takes; where that is there, but of other
 * years, it would be asked for in vain, and the answer's own reason stands instead. */
static AtlasCardContent *
make_lacking (const char *title,
              AtlasTable *rate,
              const char *empty,
              const char *lacking)
{
  const AtlasObservation *own = atlas_table_get_row (rate, 0);
  g_autofree char *note = atlas_observation_dup_note (own);
  g_autofree char *reason = atlas_text_dup_capitalized (note);
  g_autofree char *text = NULL;

  if (!has_all_inputs (own))
    return atlas_card_content_new_lacking (title, empty, "funding", lacking);
  if (own->missing == ATLAS_MISSING_NOT_APPLICABLE)
    return atlas_card_content_new_empty (title, reason);
  /* Translators: why, such as "No year has all the figures it takes: Funding (2022), Certified social workers (2021)" */
  text = g_strdup_printf (_("%s. Enter what is lacking, so that both are of the same year."), reason);
  return atlas_card_content_new_lacking (title, text, "funding", lacking);
}

AtlasCardContent *
atlas_funding_make_per_station (AtlasCardContext  *context,
                                GError           **error)
{
  gboolean is_own;
  g_autoptr (AtlasTable) table = ask_rate (context, "funding_per_station", &is_own, error);
  AtlasCardContent *content;
  double median;

  if (table == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return make_lacking (_("Funding for every station"), table,
                         _("It takes amounts and operating township stations of the same year: import the ledger of funding and "
                           "the register of stations."),
                         "funding");
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, _("Funding for every station"));
  if (is_own || atlas_table_get_n_rows (table) < 2)
    return content;
  median = find_median (table);
  atlas_chart_spec_set_reference (content->spec, median, _("Median"));
  content->finding = dup_extremes (table, median);
  return content;
}

static AtlasCardContent *
make_rate (AtlasCardContext  *context,
           const char        *indicator,
           const char        *title,
           const char        *empty,
           const char        *lacking, /* what to enter */
           GError           **error)
{
  gboolean is_own;
  g_autoptr (AtlasTable) table = ask_rate (context, indicator, &is_own, error);
  g_autoptr (AtlasTable) parent = table != NULL ? atlas_card_ask_region (context, indicator, NULL, error) : NULL;
  AtlasCardContent *content;

  if (parent == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return make_lacking (title, table, empty, lacking);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, title);
  if (!is_own)
    atlas_parent_reference_set (content->spec, parent);
  return content;
}

AtlasCardContent *
atlas_funding_make_per_certified (AtlasCardContext  *context,
                                  GError           **error)
{
  return make_rate (context, "funding_per_certified", _("Funding for every certified worker"),
                    _("It takes amounts and certified workers of the same year: import the ledger of funding and the register "
                      "of personnel."),
                    "certified_workers", error);
}

AtlasCardContent *
atlas_funding_make_per_resident (AtlasCardContext  *context,
                                 GError           **error)
{
  return make_rate (context, "funding_per_resident", _("Funding for every resident"),
                    _("It takes amounts and the number of residents: enter the population that has been published."), "population",
                    error);
}

/* Against the share of the staff of stations that is certified; where nobody knows that, against how many certified workers there
 * are for the residents. */
AtlasCardContent *
atlas_funding_make_scatter (AtlasCardContext  *context,
                            GError           **error)
{
  static const char *const pairs[][2] = { { "funding_per_station", "station_certified_share" },
                                          { "funding_per_station", "certified_per_10k" } };
  const char *title = _("Does more money go with more certified workers?");
  g_autoptr (AtlasTable) joined = NULL;
  GError *failure = NULL;

  if (context->region->level >= ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden ();
  for (guint i = 0; joined == NULL && failure == NULL && i < G_N_ELEMENTS (pairs); i++)
    joined = atlas_card_join_children (context, pairs[i], &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (joined == NULL)
    return atlas_card_content_new_lacking (title,
                                           _("It takes funding and stations of the divisions below, and who works in them: import the "
                                             "ledger of funding, the register of stations, and that of personnel with the number of "
                                             "each person's station."),
                                           "funding", "funding");
  return atlas_card_content_new_chart (context, ATLAS_CHART_SCATTER, joined, title);
}
