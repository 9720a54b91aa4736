/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/trends-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/series-break.h"
#include "indicators/count-index.h"
#include "indicators/change.h"
#include "indicators/difference.h"
#include "indicators/number-format.h"
#include "reports/sentences.h"
#include "window/pages/page-questions.h"
#include "window/pages/partial-rows.h"

/* So many lines can be told apart by their colours; more stand each in a panel of its own. */
#define MAX_LINES 6

const char *
atlas_trends_get_name (AtlasCardContext *context)
{
  return atlas_indicator_get_name (atlas_catalogue_find_indicator (context->catalogue, context->indicator));
}

static gboolean
adds_up (AtlasCardContext *context)
{
  return strcmp (atlas_catalogue_find_indicator (context->catalogue, context->indicator)->over_regions, "sum") == 0;
}

/* Why there is no chart of the indicator of the view, with buttons to enter it or to import what counts it. */
static AtlasCardContent *
new_lacking (AtlasCardContext *context,
             const char       *title,
             GError           *failure,
             const char       *text,
             GError          **error)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (context->catalogue, context->indicator);
  const AtlasTableDefinition *table = atlas_count_find_table (indicator->indicator_id);

  return atlas_card_content_new_lacking_unless (failure, title, text, table != NULL ? table->name : NULL,
                                                indicator->indicator_id, error);
}

/* The region and, if they stand on its scale, those above it; (array zero-terminated=1). */
static void
list_codes (AtlasCardContext *context,
            const char       *codes[4])
{
  const AtlasRegion *nation = atlas_region_tree_get_root (atlas_catalogue_get_regions (context->catalogue));
  const AtlasRegion *parent = context->region->parent;
  guint n = 0;

  codes[n++] = context->region->code;
  if (!adds_up (context) && parent != NULL)
    codes[n++] = parent->code;
  if (!adds_up (context) && parent != NULL && parent != nation)
    codes[n++] = nation->code;
  codes[n] = NULL;
}

/* "Ningxia has 3,093 certified social workers (2024), up 8.3% on the year before." */
static char *
dup_level (AtlasCardContext *context,
           AtlasTable       *table)
{
  int last_year = atlas_table_get_question (table)->last_year;
  const AtlasObservation *now = atlas_table_find (table, context->region->code, last_year, NULL);
  const AtlasObservation *before = atlas_table_find (table, context->region->code, last_year - 1, NULL);
  g_autofree char *name = atlas_card_dup_name (context);
  g_autofree char *level = now != NULL ? atlas_clause_level (context->catalogue, now, name) : NULL;
  g_autofree char *period = level != NULL ? atlas_clause_period (now, "") : NULL;
  g_autofree char *dated = level != NULL ? g_strconcat (level, period, NULL) : NULL;
  g_autofree char *change = level != NULL && atlas_trends_has_change (before, now)
                              ? atlas_clause_change (now, before, atlas_table_get_unit (table))
                              : NULL;
  const char *clauses[] = { dated, change };

  return level != NULL ? atlas_sentence_make (clauses, G_N_ELEMENTS (clauses), "") : NULL;
}

AtlasCardContent *
atlas_trends_make_line (AtlasCardContext  *context,
                        GError           **error)
{
  g_autofree char *title = g_strdup_printf (_("%s over the years"), atlas_trends_get_name (context));
  const char *codes[4];
  g_autoptr (AtlasTable) table = NULL;
  AtlasCardContent *content;
  GError *failure = NULL;

  list_codes (context, codes);
  table = atlas_card_ask_trend (context, context->indicator, codes, NULL, &failure);
  if (table == NULL)
    return new_lacking (context, title, failure,
                        _("There are not two years with a figure. Enter figures that have been published, or import a "
                          "register that counts it."),
                        error);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, title);
  content->has_regions = codes[1] != NULL;
  content->finding = dup_level (context, table);
  return content;
}

AtlasCardContent *
atlas_trends_make_around (AtlasCardContext  *context,
                          GError           **error)
{
  const AtlasRegion *parent = context->region->parent;
  const char *codes[] = { parent != NULL ? parent->code : NULL, NULL };
  g_autoptr (AtlasTable) trend = NULL, table = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  GError *failure = NULL;

  if (parent == NULL || !adds_up (context))
    return atlas_card_content_new_hidden ();
  name = atlas_region_dup_short_name (parent);
  /* Translators: the title of a chart of an indicator, then the region above the one shown */
  title = g_strdup_printf (_("%1$s, %2$s (for comparison)"), atlas_trends_get_name (context), name);
  trend = atlas_card_ask_trend (context, context->indicator, codes, NULL, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  table = trend != NULL ? atlas_partial_rows_leave_out (trend, context->region, "personnel") : NULL;
  if (table == NULL || !atlas_table_has_values (table))
    return atlas_card_content_new_hidden (); /* no one looks here for what another region lacks */
  return atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, title);
}

/* The codes of those rows' regions that have a value in two years, in the order of the table; (transfer full). */
static char **
list_with_trend (AtlasTable *table,
                 guint      *out_n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_rows = atlas_table_get_n_rows (table);

  *out_n = 0;
  for (guint first = 0, last; first < n_rows; first = last)
    {
      const AtlasRegion *region = atlas_table_get_row (table, first)->region;
      guint n_values = 0;

      for (last = first; last < n_rows && atlas_table_get_row (table, last)->region == region; last++)
        n_values += atlas_observation_is_missing (atlas_table_get_row (table, last)) ? 0 : 1;
      if (n_values < 2)
        continue;
      g_strv_builder_add (builder, region->code);
      ++*out_n;
    }
  return g_strv_builder_end (builder);
}

static AtlasTable *
ask_children (AtlasCardContext  *context,
              guint             *out_n,
              GError           **error)
{
  g_auto (GStrv) all = atlas_card_list_children (context);
  g_auto (GStrv) codes = NULL;
  g_autoptr (AtlasTable) table = NULL;

  if (all[0] == NULL)
    return NULL;
  table = atlas_card_ask_trend (context, context->indicator, (const char *const *) all, NULL, error);
  if (table == NULL)
    return NULL;
  codes = list_with_trend (table, out_n);
  return *out_n > 0 ? atlas_card_ask_trend (context, context->indicator, (const char *const *) codes, NULL, error) : NULL;
}

AtlasCardContent *
atlas_trends_make_children (AtlasCardContext  *context,
                            GError           **error)
{
  g_autofree char *title = g_strdup_printf (_("%s of the divisions below"), atlas_trends_get_name (context));
  g_autoptr (AtlasTable) table = NULL;
  AtlasCardContent *content;
  GError *failure = NULL;
  guint n = 0;

  if (context->region->n_children == 0)
    return atlas_card_content_new_hidden ();
  table = ask_children (context, &n, &failure);
  if (table == NULL)
    return new_lacking (context, title, failure, _("No division below has figures of two years."), error);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, title);
  content->has_regions = n > 1 && n <= MAX_LINES;
  content->spec->panels = n > MAX_LINES ? ATLAS_PANELS_REGION : ATLAS_PANELS_NONE;
  return content;
}

static AtlasTable *
ask_children_in (AtlasCardContext  *context,
                 int                year,
                 GError           **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (context->indicator);

  atlas_question_set_within (question, context->region->code, context->region->level + 1);
  atlas_question_set_years (question, year, year);
  question->sort = ATLAS_SORT_VALUE;
  return atlas_card_ask (context, question, error);
}

gboolean
atlas_trends_ask_pair (AtlasCardContext  *context,
                       AtlasTable       **out_before,
                       AtlasTable       **out_now,
                       GError           **error)
{
  g_auto (GStrv) codes = atlas_card_list_children (context);
  g_autoptr (AtlasTable) trend =
    atlas_card_ask_trend (context, context->indicator, (const char *const *) codes, NULL, error);
  g_autoptr (AtlasTable) now = NULL;
  int first_year, last_year;

  *out_before = *out_now = NULL;
  if (trend == NULL)
    return FALSE;
  first_year = atlas_table_get_question (trend)->first_year;
  last_year = atlas_table_get_question (trend)->last_year;
  now = ask_children_in (context, last_year, error);
  for (int year = last_year - 1; now != NULL && year >= first_year; year--)
    {
      g_autoptr (AtlasTable) before = ask_children_in (context, year, error);

      if (before == NULL)
        return FALSE;
      if (atlas_card_count_pairs (before, now) >= 2)
        {
          *out_before = g_steal_pointer (&before);
          *out_now = g_steal_pointer (&now);
          return TRUE;
        }
      atlas_table_unref (now);
      now = g_steal_pointer (&before);
    }
  return FALSE;
}

gboolean
atlas_trends_has_change (const AtlasObservation *from,
                         const AtlasObservation *to)
{
  g_autofree char *cause = NULL;

  if (from == NULL || !atlas_change_is_allowed (from, to))
    return FALSE;
  cause = atlas_series_break_dup_cause (from, to);
  return cause == NULL;
}

/* The row of NOW that rose most in its unit since BEFORE, or fell most; −1: none did of which a change may be stated. */
static int
find_mover (AtlasTable *before,
            AtlasTable *now,
            int         sign)
{
  double most = 0;
  int found = -1;

  for (guint i = 0; i < atlas_table_get_n_rows (now); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (now, i);
      const AtlasObservation *earlier = atlas_table_find (before, row->region->code, 0, NULL);

      if (!atlas_trends_has_change (earlier, row) || sign * (row->value - earlier->value) <= most)
        continue;
      most = sign * (row->value - earlier->value);
      found = (int) i;
    }
  return found;
}

/* "Guyuan (+133 people)" */
static char *
dup_mover (AtlasTable *before,
           AtlasTable *now,
           int         row)
{
  const AtlasObservation *observation = atlas_table_get_row (now, (guint) row);
  const AtlasObservation *earlier = atlas_table_find (before, observation->region->code, 0, NULL);
  AtlasQualifier qualifier =
    earlier->qualifier == ATLAS_QUALIFIER_EXACT ? observation->qualifier : earlier->qualifier;
  g_autofree char *name = atlas_region_dup_short_name (observation->region);
  g_autofree char *change =
    atlas_format_difference (atlas_difference_subtract (observation, earlier, atlas_table_get_unit (now)).value, qualifier,
                             atlas_table_get_unit (now));

  /* Translators: a region and by how much it changed */
  return g_strdup_printf (C_("mover", "%1$s (%2$s)"), name, change);
}

/* How many divisions may have risen or fallen unseen. */
static guint
count_unstated (AtlasTable *before,
                AtlasTable *now)
{
  guint n = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (now); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (now, i);

      n += !atlas_trends_has_change (atlas_table_find (before, row->region->code, 0, NULL), row);
    }
  return n;
}

/* "Certified social workers, 2023 to 2024: most risen Guyuan (+133 people), most fallen Wuzhong (−12 people)." */
static char *
dup_movers (AtlasCardContext *context,
            AtlasTable       *before,
            AtlasTable       *now)
{
  int risen = find_mover (before, now, 1);
  int fallen = find_mover (before, now, -1);
  int first_year = atlas_table_get_question (before)->first_year;
  int last_year = atlas_table_get_question (now)->first_year;
  const char *name = atlas_trends_get_name (context);
  g_autofree char *up = risen >= 0 ? dup_mover (before, now, risen) : NULL;
  g_autofree char *down = fallen >= 0 ? dup_mover (before, now, fallen) : NULL;
  gboolean is_whole = count_unstated (before, now) == 0;

  if (up != NULL && down != NULL)
    return g_strdup_printf (_("%1$s, %2$d to %3$d: %4$s rose most, %5$s fell most."), name, first_year, last_year, up, down);
  if (up != NULL)
    return g_strdup_printf (is_whole ? _("%1$s, %2$d to %3$d: %4$s rose most; none of the divisions below fell.")
                                     : _("%1$s, %2$d to %3$d: %4$s rose most; none of those that can be compared fell."),
                            name, first_year, last_year, up);
  if (down != NULL)
    return g_strdup_printf (is_whole ? _("%1$s, %2$d to %3$d: %4$s fell most; none of the divisions below rose.")
                                     : _("%1$s, %2$d to %3$d: %4$s fell most; none of those that can be compared rose."),
                            name, first_year, last_year, down);
  return NULL;
}

/* The movers, and of how many nothing can be said. */
static char *
dup_finding (AtlasCardContext *context,
             AtlasTable       *before,
             AtlasTable       *now)
{
  g_autofree char *movers = dup_movers (context, before, now);
  guint n_unstated = count_unstated (before, now);
  g_autoptr (GString) finding = g_string_new (movers);
  g_autofree char *others = NULL;

  if (movers == NULL || n_unstated == 0)
    return g_steal_pointer (&movers);
  others = g_strdup_printf (ngettext ("Of %u division no change can be stated.", "Of %u divisions no change can be stated.",
                                      n_unstated), n_unstated);
  atlas_sentence_append (finding, others);
  return g_strdup (finding->str);
}

/* The divisions that have a figure in both years, in one answer. */
static AtlasTable *
ask_both (AtlasCardContext  *context,
          AtlasTable        *before,
          AtlasTable        *now,
          GError           **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < atlas_table_get_n_rows (now); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (now, i);
      const AtlasObservation *earlier = atlas_table_find (before, row->region->code, 0, NULL);

      if (!atlas_observation_is_missing (row) && earlier != NULL && !atlas_observation_is_missing (earlier))
        g_ptr_array_add (codes, (gpointer) row->region->code);
    }
  g_ptr_array_add (codes, NULL);
  return atlas_card_ask_years (context, context->indicator, (const char *const *) codes->pdata,
                               atlas_table_get_question (before)->first_year,
                               atlas_table_get_question (now)->first_year, NULL, error);
}

AtlasCardContent *
atlas_trends_make_slope (AtlasCardContext  *context,
                         GError           **error)
{
  g_autofree char *title = g_strdup_printf (_("%s: who rose, who fell"), atlas_trends_get_name (context));
  g_autoptr (AtlasTable) before = NULL;
  g_autoptr (AtlasTable) now = NULL;
  g_autoptr (AtlasTable) both = NULL;
  AtlasCardContent *content;
  GError *failure = NULL;

  if (context->region->n_children == 0)
    return atlas_card_content_new_hidden ();
  if (!atlas_trends_ask_pair (context, &before, &now, &failure))
    return new_lacking (context, title, failure,
                        _("There are no two years, one after the other, in which two divisions below have a figure."),
                        error);
  both = ask_both (context, before, now, error);
  if (both == NULL)
    return NULL;
  content = atlas_card_content_new_chart (context, ATLAS_CHART_SLOPE, both, title);
  content->finding = dup_finding (context, before, now);
  return content;
}

/* Whether TABLE, by grade, has all of them in YEAR: without one nobody knows the whole. */
static gboolean
is_whole (AtlasTable *table,
          int         year)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (row->year == year && atlas_observation_is_missing (row))
        return FALSE;
    }
  return TRUE;
}

static AtlasTable *
keep_whole_years (AtlasTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (table, i);

      if (is_whole (table, row->year))
        g_ptr_array_add (rows, atlas_observation_ref (row));
    }
  return atlas_table_new (atlas_table_get_catalogue (table), atlas_table_get_question (table), rows);
}

static gboolean
has_years (AtlasTable *table)
{
  return atlas_table_get_row (table, 0)->year != atlas_table_get_row (table, atlas_table_get_n_rows (table) - 1)->year;
}

AtlasCardContent *
atlas_trends_make_grades (AtlasCardContext  *context,
                          GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  GError *failure = NULL;
  g_autoptr (AtlasTable) all = atlas_card_ask_trend (context, "certified_workers", codes, "grade", &failure);
  g_autoptr (AtlasTable) table = all != NULL ? keep_whole_years (all) : NULL;

  if (table == NULL || atlas_table_get_n_rows (table) == 0)
    return atlas_card_content_new_lacking_unless (failure, _("Grade mix by year"),
                                                  _("All three grades are known of no year. Enter those that a document "
                                                    "prints, or import the register of personnel."),
                                                  "personnel", "certified_workers", error);
  return atlas_card_content_new_chart (context, ATLAS_CHART_PERCENT_BAR, table,
                                       has_years (table) ? _("Grade mix by year") : _("Grade mix"));
}

AtlasCardContent *
atlas_trends_make_stations (AtlasCardContext  *context,
                            GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  g_autoptr (AtlasTable) table = NULL;
  GError *failure = NULL;

  table = atlas_card_ask_trend (context, "stations", codes, NULL, &failure);
  if (table == NULL)
    return atlas_card_content_new_lacking_unless (failure, _("Township stations opening"),
                                                  _("Nothing is known of two years. Import the register of stations with "
                                                    "the dates on which they opened."),
                                                  "stations", "stations", error);
  return atlas_card_content_new_chart (context, ATLAS_CHART_STEP, table, _("Township stations opening"));
}
