/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/funding-cards.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "charts/chart-data.h"
#include "dataset/qualified-number.h"
#include "indicators/number-format.h"
#include "window/pages/page-questions.h"

#define ALLOCATED "allocated"
#define SPENT "spent"

/* Whether money was allocated, and what was spent is known. A ledger that was returned without anything allocated only says
 * that it has no such stage. */
static gboolean
has_both (AtlasTable *table,
          const char *code,
          int         year)
{
  const AtlasObservation *allocated = atlas_table_find (table, code, year, ALLOCATED);
  const AtlasObservation *spent = atlas_table_find (table, code, year, SPENT);

  return allocated != NULL && spent != NULL && !atlas_observation_is_missing (allocated) &&
         !atlas_observation_is_missing (spent) && allocated->value > 0;
}

static char **
list_codes (AtlasCardContext *context)
{
  char **codes = atlas_card_list_children (context);

  if (codes[0] != NULL && context->region->level < ATLAS_REGION_LEVEL_COUNTY)
    return codes;
  g_strfreev (codes);
  return g_strdupv ((char *[]) { (char *) context->region->code, NULL });
}

/* The latest year in which one of CODES has both, and has spent anything: a ledger of what was handed down that has not been
 * followed up yet says nothing of what was spent. 0: none. */
static int
find_year (AtlasTable        *trend,
           const char *const *codes)
{
  const AtlasQuestion *question = atlas_table_get_question (trend);

  for (int year = question->last_year; year >= question->first_year; year--)
    for (guint i = 0; codes[i] != NULL; i++)
      if (has_both (trend, codes[i], year) && atlas_table_find (trend, codes[i], year, SPENT)->value > 0)
        return year;
  return 0;
}

/* Of YEAR, the two stages of those regions that have both. */
static AtlasTable *
keep_both (AtlasTable *trend,
           int         year)
{
  g_autoptr (AtlasQuestion) question = atlas_question_copy (atlas_table_get_question (trend));
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (trend); i++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (trend, i);

      if (row->year == year && has_both (trend, row->region->code, year) &&
          (strcmp (row->by[0], ALLOCATED) == 0 || strcmp (row->by[0], SPENT) == 0))
        g_ptr_array_add (rows, atlas_observation_ref (row));
    }
  atlas_question_set_years (question, year, year);
  return atlas_table_new (atlas_table_get_catalogue (trend), question, rows);
}

/* NULL where no division, or the county itself, has both of one year, or on error. */
static AtlasTable *
ask_both (AtlasCardContext  *context,
          GError           **error)
{
  g_auto (GStrv) codes = list_codes (context);
  g_autoptr (AtlasTable) trend =
    atlas_card_ask_trend (context, "funding", (const char *const *) codes, "stage", error);
  int year = trend != NULL ? find_year (trend, (const char *const *) codes) : 0;

  return year != 0 ? keep_both (trend, year) : NULL;
}

/* "2022", and of a ledger that has not been returned by all, by how many: "2022; 3 of 5 returned". */
static char *
dup_when (const AtlasObservation *rate)
{
  GString *when = g_string_new (NULL);
  g_autofree char *period = atlas_format_period (rate->period);

  g_string_append (when, period);
  for (guint i = 0; rate->is_partial && i < rate->notes->len; i++)
    {
      g_autofree char *note = atlas_note_dup_without_year (g_ptr_array_index (rate->notes, i), rate->year);

      g_string_append_printf (when, "%s%s", C_("between notes", "; "), note);
    }
  return g_string_free (when, FALSE);
}

/* The rate of the region itself in YEAR, if the dataset knows of that indicator. */
static gboolean
add_finding (AtlasCardContext  *context,
             AtlasCardContent  *content,
             int                year,
             GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  g_autoptr (AtlasTable) table = NULL;
  const AtlasObservation *rate;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *when = NULL;

  if (atlas_catalogue_find_indicator (context->catalogue, "execution_rate") == NULL)
    return TRUE;
  table = atlas_card_ask_years (context, "execution_rate", codes, year, year, NULL, error);
  if (table == NULL)
    return FALSE;
  rate = atlas_table_get_row (table, 0);
  if (atlas_observation_is_missing (rate))
    return TRUE;
  name = atlas_card_dup_name (context);
  text = atlas_format_observation (rate, atlas_table_get_unit (table));
  when = dup_when (rate);
  /* Translators: a region, a percentage and a year */
  content->finding = g_strdup_printf (_("%1$s: %2$s of the money allocated has been spent (%3$s)."), name, text, when);
  return TRUE;
}

AtlasCardContent *
atlas_funding_make_stages (AtlasCardContext  *context,
                           GError           **error)
{
  GError *failure = NULL;
  g_autoptr (AtlasTable) table = ask_both (context, &failure);
  g_autoptr (AtlasCardContent) content = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (table == NULL)
    return atlas_card_content_new_lacking (
      _("Allocated and spent"),
      _("Nobody has both the amount allocated and the amount spent of one year. Enter both, or import the ledger of funding with "
        "the stage of each entry."),
      "funding", "funding");
  content = atlas_card_content_new_chart (context, ATLAS_CHART_DUMBBELL, table, _("Allocated and spent"));
  content->spec->by_gap = TRUE;
  return add_finding (context, content, atlas_table_get_question (table)->first_year, error) ? g_steal_pointer (&content) : NULL;
}

/**
 * Execution:
 * @row: of @spent, in its table
 * @rate: in per cent of @allocated
 */
typedef struct {
  guint row;
  AtlasQualifiedNumber spent, allocated, rate;
} Execution;

static AtlasQualifiedNumber
get_number (const AtlasObservation *observation)
{
  return (AtlasQualifiedNumber) { observation->value, observation->qualifier };
}

static int
compare_rates (gconstpointer a,
               gconstpointer b)
{
  const Execution *first = a, *second = b;

  return (first->rate.value > second->rate.value) - (first->rate.value < second->rate.value);
}

/* (element-type Execution): the lowest first. */
static GArray *
list_rates (AtlasTable *table)
{
  GArray *rates = g_array_new (FALSE, FALSE, sizeof (Execution));

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *spent = atlas_table_get_row (table, i);
      const AtlasObservation *allocated = atlas_table_find (table, spent->region->code, 0, ALLOCATED);
      Execution execution = { i, get_number (spent), get_number (allocated) };

      if (strcmp (spent->by[0], SPENT) != 0 || !atlas_qualified_divide (execution.spent, execution.allocated, &execution.rate))
        continue;
      execution.rate.value *= 100;
      g_array_append_val (rates, execution);
    }
  g_array_sort (rates, compare_rates);
  return rates;
}

static char *
dup_amount (AtlasTable           *table,
            AtlasQualifiedNumber  amount,
            AtlasScale            scale)
{
  return atlas_format_qualified_cell (amount.value, amount.qualifier, atlas_table_get_unit (table), scale);
}

/* Each number with its sign: where "at least" was spent, "at least" is the rate, as that of the region itself is told. */
static void
add_execution (AtlasCardContent *content,
               AtlasTable       *table,
               const Execution  *execution)
{
  const AtlasUnit *percent = atlas_catalogue_find_unit (atlas_table_get_catalogue (table), "percent");
  AtlasScale scale = atlas_chart_choose_scale (table, ATLAS_CHART_DUMBBELL, 0);
  AtlasQualifiedNumber rest = atlas_qualified_subtract (execution->allocated, execution->spent);
  AtlasCardRow *row = atlas_card_content_add_row (content, table, execution->row);

  atlas_card_content_take_cell (content, row, atlas_region_dup_short_name (atlas_table_get_row (table, execution->row)->region));
  atlas_card_content_take_cell (content, row, dup_amount (table, execution->allocated, scale));
  atlas_card_content_take_cell (content, row, dup_amount (table, execution->spent, scale));
  atlas_card_content_take_cell (content, row, dup_amount (table, rest, scale));
  atlas_card_content_take_cell (content, row, atlas_format_label (execution->rate.value, execution->rate.qualifier, percent,
                                                                  ATLAS_SCALE_ONE));
}

AtlasCardContent *
atlas_funding_make_execution (AtlasCardContext  *context,
                              GError           **error)
{
  GError *failure = NULL;
  g_autoptr (AtlasTable) table = ask_both (context, &failure);
  g_autoptr (GArray) rates = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *subtitle = NULL;
  AtlasCardContent *content;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (table == NULL)
    return atlas_card_content_new_hidden (); /* the chart beside it says why */
  unit = atlas_scale_dup_unit (atlas_chart_choose_scale (table, ATLAS_CHART_DUMBBELL, 0), atlas_table_get_unit (table));
  /* Translators: the year and the unit of a list */
  subtitle = g_strdup_printf (_("%1$d · Unit: %2$s"), atlas_table_get_question (table)->first_year, unit);
  content = atlas_card_content_new_list (_("Execution rate"), subtitle);
  atlas_card_content_add_texts (content, _("Division"));
  atlas_card_content_add_column (content, C_("money", "Allocated"), TRUE);
  atlas_card_content_add_column (content, C_("money", "Spent"), TRUE);
  atlas_card_content_add_column (content, C_("money", "Not spent"), TRUE);
  atlas_card_content_add_column (content, C_("money", "Rate"), TRUE);
  rates = list_rates (table);
  for (guint i = 0; i < rates->len; i++)
    add_execution (content, table, &g_array_index (rates, Execution, i));
  return content;
}
