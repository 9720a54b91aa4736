/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/trends-cards.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-data.h"
#include "charts/ranking.h"
#include "charts/series-break.h"
#include "indicators/change.h"
#include "indicators/difference.h"
#include "indicators/number-format.h"
#include "window/tables/table-text.h"

static gboolean
is_share (AtlasTable *table)
{
  return atlas_unit_is_percent (atlas_table_get_unit (table));
}

static char *
dup_value (AtlasTable             *table,
           const AtlasObservation *observation,
           AtlasScale              scale)
{
  if (observation == NULL || atlas_observation_is_missing (observation))
    return g_strdup ("—");
  return atlas_format_qualified_cell (observation->value, observation->qualifier, atlas_table_get_unit (table), scale);
}

/* A change takes the unit from the heading, but for percentage points. */
static char *
dup_difference (AtlasTable             *table,
                const AtlasObservation *from,
                const AtlasObservation *to,
                AtlasScale              scale)
{
  AtlasQualifier qualifier = from->qualifier == ATLAS_QUALIFIER_EXACT ? to->qualifier : from->qualifier;
  double difference = atlas_difference_subtract (to, from, atlas_table_get_unit (table)).value;
  g_autofree char *number = NULL;

  if (is_share (table))
    return atlas_format_difference (difference, qualifier, atlas_table_get_unit (table));
  number = atlas_format_cell (difference, atlas_table_get_unit (table), scale);
  return g_strconcat (atlas_qualifier_get_sign (qualifier), difference > 0 ? "+" : "", number, NULL);
}

/* Why no change from FROM (nullable) to TO is stated; NULL: one is. */
static char *
dup_objection (const AtlasObservation *from,
               const AtlasObservation *to)
{
  char *cause;

  if (atlas_observation_is_missing (to))
    return g_strdup (_("no figure"));
  if (from == NULL || atlas_observation_is_missing (from))
    return g_strdup (_("no figure of the year before"));
  cause = atlas_series_break_dup_cause (from, to);
  if (cause == NULL && !atlas_change_is_allowed (from, to))
    return g_strdup (_("not comparable"));
  return cause;
}

static char *
dup_growth (AtlasTable             *table,
            const AtlasObservation *from,
            const AtlasObservation *to)
{
  return is_share (table) ? g_strdup ("") : atlas_format_growth (from->value, to->value);
}

/* The columns that tell a change: shares have percentage points only. */
static void
add_change_columns (AtlasCardContent *content,
                    AtlasTable       *table)
{
  atlas_card_content_add_column (content, _("Change"), TRUE);
  if (!is_share (table))
    /* Translators: the heading of a column: the change on the year before in per cent, as short as can be */
    atlas_card_content_add_column (content, _("Year on year"), TRUE);
}

static void
take_change_cells (AtlasCardContent       *content,
                   AtlasCardRow           *row,
                   AtlasTable             *table,
                   const AtlasObservation *from,
                   const AtlasObservation *to)
{
  AtlasScale scale = atlas_chart_choose_scale (table, ATLAS_CHART_BAR, 0);
  gboolean stated = atlas_trends_has_change (from, to);

  atlas_card_content_take_cell (content, row, stated ? dup_difference (table, from, to, scale) : g_strdup ("—"));
  if (!is_share (table))
    atlas_card_content_take_cell (content, row, stated ? dup_growth (table, from, to) : g_strdup ("—"));
  if (stated && to->value < from->value)
    row->marked_from = g_strv_length (row->cells) - (is_share (table) ? 1 : 2);
}

static void
add_year (AtlasCardContent *content,
          AtlasTable       *table,
          guint             n)
{
  const AtlasObservation *now = atlas_table_get_row (table, n);
  const AtlasObservation *before = n > 0 ? atlas_table_get_row (table, n - 1) : NULL;
  AtlasCardRow *row = atlas_card_content_add_row (content, table, n);
  char *objection = n > 0 ? dup_objection (before, now) : NULL;

  atlas_card_content_take_cell (content, row, g_strdup_printf ("%d", now->year));
  atlas_card_content_take_cell (content, row, dup_value (table, now, atlas_chart_choose_scale (table, ATLAS_CHART_BAR, 0)));
  take_change_cells (content, row, table, before, now);
  atlas_card_content_take_cell (content, row, objection != NULL ? objection : g_strdup (""));
}

/* INDICATOR with its unit, which stands over a list rather than in the heading of a column. */
static char *
dup_subtitle (AtlasTable *table)
{
  const AtlasTextColumn value = { ATLAS_TEXT_COLUMN_VALUE };

  return atlas_text_column_dup_title (&value, table);
}

/* The latest year first. */
AtlasCardContent *
atlas_trends_make_changes (AtlasCardContext  *context,
                           GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  GError *failure = NULL;
  g_autoptr (AtlasTable) table = atlas_card_ask_trend (context, context->indicator, codes, NULL, &failure);
  g_autoptr (AtlasCardContent) content = NULL;
  g_autofree char *subtitle = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (table == NULL)
    return atlas_card_content_new_hidden (); /* the chart beside it says why */
  subtitle = dup_subtitle (table);
  content = atlas_card_content_new_list (_("Change on the year before"), subtitle);
  atlas_card_content_add_column (content, _("Year"), FALSE);
  atlas_card_content_add_column (content, _("Value"), TRUE);
  add_change_columns (content, table);
  atlas_card_content_add_texts (content, _("Note"));
  for (guint i = atlas_table_get_n_rows (table); i > 0; i--)
    add_year (content, table, i - 1);
  atlas_card_content_drop_empty (content);
  return g_steal_pointer (&content);
}

typedef struct {
  guint row;
  int lost; /* places; G_MININT: no change of them is stated */
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->lost != second->lost)
    return first->lost > second->lost ? -1 : 1;
  return first->row < second->row ? -1 : 1;
}

/* Places that a division has by figures of which no change is stated are not compared: what it lost, the figures did. */
static gboolean
has_change (AtlasTable   *before,
            AtlasTable   *now,
            AtlasRanking *ranking,
            guint         row)
{
  const AtlasObservation *observation = atlas_table_get_row (now, row);
  const AtlasRank *rank = atlas_ranking_get (ranking, row);

  return rank->rank > 0 && rank->earlier > 0 &&
         atlas_trends_has_change (atlas_table_find (before, observation->region->code, 0, NULL), observation);
}

/* (element-type Place): those first that lost most places. */
static GArray *
list_places (AtlasRanking *ranking,
             AtlasTable   *before,
             AtlasTable   *now)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < atlas_table_get_n_rows (now); i++)
    {
      const AtlasRank *rank = atlas_ranking_get (ranking, i);
      Place place = { i, has_change (before, now, ranking, i) ? (int) rank->rank - (int) rank->earlier : G_MININT };

      if (!atlas_observation_is_missing (atlas_table_get_row (now, i)))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* "3 ▼1" */
static char *
dup_rank (AtlasTable   *before,
          AtlasTable   *now,
          AtlasRanking *ranking,
          guint         row)
{
  const AtlasRank *rank = atlas_ranking_get (ranking, row);
  gboolean is_stated = rank->earlier == 0 || has_change (before, now, ranking, row);
  g_autofree char *change = is_stated ? atlas_ranking_dup_change (ranking, row) : g_strdup ("—");

  return rank->rank > 0 ? g_strdup_printf ("%u %s", rank->rank, change) : g_strdup ("—");
}

static void
add_division (AtlasCardContent *content,
              AtlasTable       *before,
              AtlasTable       *now,
              AtlasRanking     *ranking,
              guint             n)
{
  const AtlasObservation *observation = atlas_table_get_row (now, n);
  const AtlasObservation *earlier = atlas_table_find (before, observation->region->code, 0, NULL);
  AtlasScale scale = atlas_chart_choose_scale (now, ATLAS_CHART_BAR, 0);
  AtlasCardRow *row = atlas_card_content_add_row (content, now, n);

  atlas_card_content_take_cell (content, row, atlas_region_dup_short_name (observation->region));
  atlas_card_content_take_cell (content, row, dup_rank (before, now, ranking, n));
  atlas_card_content_take_cell (content, row, dup_value (before, earlier, scale));
  atlas_card_content_take_cell (content, row, dup_value (now, observation, scale));
  take_change_cells (content, row, now, earlier, observation);
}

AtlasCardContent *
atlas_trends_make_ranks (AtlasCardContext  *context,
                         GError           **error)
{
  g_autoptr (AtlasTable) before = NULL;
  g_autoptr (AtlasTable) now = NULL;
  g_autoptr (AtlasRanking) ranking = NULL;
  g_autoptr (AtlasCardContent) content = NULL;
  g_autoptr (GArray) places = NULL;
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = NULL;
  g_autofree char *subtitle = NULL;
  GError *failure = NULL;

  if (!atlas_trends_ask_pair (context, &before, &now, &failure))
    {
      if (failure == NULL)
        return atlas_card_content_new_hidden (); /* the chart beside it says why */
      g_propagate_error (error, failure);
      return NULL;
    }
  first_year = g_strdup_printf ("%d", atlas_table_get_question (before)->first_year);
  last_year = g_strdup_printf ("%d", atlas_table_get_question (now)->first_year);
  subtitle = dup_subtitle (now);
  content = atlas_card_content_new_list (_("Who lost places, who gained"), subtitle);
  atlas_card_content_add_texts (content, _("Division"));
  atlas_card_content_add_column (content, _("Rank"), TRUE);
  atlas_card_content_add_column (content, first_year, TRUE);
  atlas_card_content_add_column (content, last_year, TRUE);
  add_change_columns (content, now);
  ranking = atlas_ranking_new (now, atlas_chart_choose_scale (now, ATLAS_CHART_BAR, 0), before);
  places = list_places (ranking, before, now);
  for (guint i = 0; i < places->len; i++)
    add_division (content, before, now, ranking, g_array_index (places, Place, i).row);
  return g_steal_pointer (&content);
}

static void
add_version (AtlasCardContent  *content,
             AtlasTable        *table,
             guint              n,
             const AtlasFigure *figure,
             const char        *use)
{
  const AtlasObservation *shown = atlas_table_get_row (table, n);
  AtlasCardRow *row = atlas_card_content_add_row (content, table, n);
  const AtlasUnit *unit = atlas_catalogue_find_unit (atlas_table_get_catalogue (table), figure->unit);

  atlas_card_content_take_cell (content, row, g_strdup_printf ("%d", shown->year));
  atlas_card_content_take_cell (content, row,
                                atlas_format_text (atlas_decimal_to_double (figure->value), figure->qualifier, unit));
  atlas_card_content_take_cell (content, row, g_strdup (use));
  atlas_card_content_take_cell (content, row, atlas_source_dup_citation (figure->source));
}

/* What is shown of a year, if it is not itself one of the figures: a count, or what was computed. */
static void
add_shown (AtlasCardContent *content,
           AtlasTable       *table,
           guint             n)
{
  const AtlasObservation *shown = atlas_table_get_row (table, n);
  AtlasCardRow *row = atlas_card_content_add_row (content, table, n);
  g_autofree char *source = shown->sources->len > 0 ? atlas_source_dup_citation (g_ptr_array_index (shown->sources, 0)) : NULL;

  atlas_card_content_take_cell (content, row, g_strdup_printf ("%d", shown->year));
  atlas_card_content_take_cell (content, row, atlas_format_observation (shown, atlas_table_get_unit (table)));
  atlas_card_content_take_cell (content, row, g_strdup (_("shown")));
  atlas_card_content_take_cell (content, row, g_strdup (source != NULL ? source : atlas_basis_get_name (shown->basis)));
}

static void
add_versions (AtlasCardContent *content,
              AtlasTable       *table,
              guint             n)
{
  const AtlasObservation *shown = atlas_table_get_row (table, n);

  if (atlas_observation_is_missing (shown) || shown->others->len == 0)
    return;
  if (shown->figures->len == 0)
    add_shown (content, table, n);
  for (guint i = 0; i < shown->figures->len; i++)
    add_version (content, table, n, g_ptr_array_index (shown->figures, i), _("shown"));
  for (guint i = 0; i < shown->others->len; i++)
    add_version (content, table, n, g_ptr_array_index (shown->others, i), _("not chosen"));
}

AtlasCardContent *
atlas_trends_make_versions (AtlasCardContext  *context,
                            GError           **error)
{
  const char *codes[] = { context->region->code, NULL };
  GError *failure = NULL;
  g_autoptr (AtlasTable) table = atlas_card_ask_trend (context, context->indicator, codes, NULL, &failure);
  g_autoptr (AtlasCardContent) content = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (table == NULL)
    return atlas_card_content_new_hidden ();
  content = atlas_card_content_new_list (_("Several figures of one year"), atlas_trends_get_name (context));
  atlas_card_content_add_column (content, _("Year"), FALSE);
  atlas_card_content_add_column (content, _("Figure"), TRUE);
  atlas_card_content_add_column (content, _("Use"), FALSE);
  atlas_card_content_add_texts (content, _("Source"));
  for (guint i = atlas_table_get_n_rows (table); i > 0; i--)
    add_versions (content, table, i - 1);
  return content->rows->len > 0 ? g_steal_pointer (&content) : atlas_card_content_new_hidden ();
}
