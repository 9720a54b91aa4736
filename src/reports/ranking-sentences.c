/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/ranking.h"
#include "indicators/number-format.h"
#include "reports/division-words.h"
#include "reports/sentences.h"

/* How many of a long ranking are named. */
#define N_LEADERS 3
/* A ranking of so many is told whole. */
#define FEW_DIVISIONS 5

/* What the values of one sentence are written with. @told: (element-type AtlasObservation): all of them, which have the same
 * decimals. */
typedef struct {
  const AtlasUnit *unit;
  GHashTable *names;
  GPtrArray *told;
} Wording;

/* A region with its VALUE as a sentence about all that are ranked shows it: 14.232万 and 14.228万 are both 14.23万, and share a
 * place. */
typedef struct {
  const AtlasObservation *row;
  double shown;
} Ranked;

/* (element-type Ranked) */
typedef GArray Ranking;

static const Ranked *
nth (const Ranking *ranking,
     guint          n)
{
  return &g_array_index (ranking, Ranked, n);
}

static gboolean
ties (const Ranking *ranking,
      guint          a,
      guint          b)
{
  return nth (ranking, a)->shown == nth (ranking, b)->shown;
}

static gboolean
is_bound (const AtlasObservation *observation)
{
  return observation->qualifier == ATLAS_QUALIFIER_AT_LEAST || observation->qualifier == ATLAS_QUALIFIER_AT_MOST;
}

static gboolean
can_be_ranked (const AtlasObservation *observation)
{
  return !atlas_observation_is_missing (observation) && isfinite (observation->value) && !is_bound (observation);
}

/* The highest first, those that share a place by their codes (C2). */
static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->shown != second->shown)
    return first->shown > second->shown ? -1 : 1;
  return g_strcmp0 (first->row->region->code, second->row->region->code);
}

/* Of ROWS (element-type AtlasObservation). */
static Ranking *
rank (GPtrArray       *rows,
      const AtlasUnit *unit)
{
  Ranking *ranking = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autofree double *shown = atlas_round_among (rows, unit);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ranking, ((Ranked) { g_ptr_array_index (rows, i), shown[i] }));
  g_array_sort (ranking, compare_descending);
  return ranking;
}

/* What is counted is more or less, a rate is higher or lower: two words in Chinese. */
static gboolean
is_counted (AtlasTable *table)
{
  return g_str_equal (atlas_table_get_indicator (table)->over_regions, "sum");
}

/* "宁夏、吴忠市（并列，31.3%）" for the regions FIRST to LAST − 1 of one place; of very many, the first. */
static char *
format_place (const Ranking *ranked,
              guint          first,
              guint          last,
              const Wording *wording)
{
  const AtlasObservation *leader = nth (ranked, first)->row;
  g_autofree char *value = atlas_clause_value_among (leader, wording->unit, wording->told);
  g_autoptr (GPtrArray) tied = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = first; i < (last - first > FEW_DIVISIONS ? first + N_LEADERS : last); i++)
    g_ptr_array_add (tied, (gpointer) atlas_sentence_get_name (nth (ranked, i)->row, wording->names));
  list = tied->len < last - first ? atlas_sentence_join (tied) : atlas_sentence_list (tied);
  if (tied->len < last - first)
    /* Translators: the first of many regions that share a place in a ranking, how many there are, and their value */
    return g_strdup_printf (_("%1$s and others (%2$u in all, %3$s each)"), list, last - first, value);
  if (tied->len > 1)
    /* Translators: regions that share a place in a ranking, and their value */
    return g_strdup_printf (_("%1$s (%2$s each)"), list, value);
  /* Translators: a region in a ranking, and its value */
  return g_strdup_printf (C_("ranking", "%1$s (%2$s)"), list, value);
}

/* Behind those that share a place with the region FIRST. */
static guint
find_end_of_place (const Ranking *ranked,
                   guint          first)
{
  guint last = first + 1;

  while (last < ranked->len && ties (ranked, first, last))
    last++;
  return last;
}

/* Behind the first N regions, and those level with the last of them. */
static guint
find_end_of_places (const Ranking *ranked,
                    guint          n)
{
  guint end = 0;

  while (end < n)
    end = find_end_of_place (ranked, end);
  return end;
}

/* Where the last place begins. */
static guint
find_last_place (const Ranking *ranked)
{
  guint first = ranked->len - 1;

  while (first > 0 && ties (ranked, first - 1, first))
    first--;
  return first;
}

/* The places of the regions before END. */
static char *
format_places (const Ranking *ranked,
               guint          end,
               const Wording *wording)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  for (guint first = 0, last; first < end; first = last)
    {
      last = find_end_of_place (ranked, first);
      g_ptr_array_add (places, format_place (ranked, first, last, wording));
    }
  return atlas_sentence_list (places);
}

/* "; the lowest is 中卫市 (450)"; "" where the last place begins before END. */
static char *
say_last_place (const Ranking *ranked,
                guint          end,
                const Wording *wording)
{
  guint first = find_last_place (ranked);
  g_autofree char *place = NULL;

  if (first < end)
    return g_strdup ("");
  place = format_place (ranked, first, ranked->len, wording);
  /* Translators: behind the first divisions of a ranking: the last, or those that share the last place */
  return g_strdup_printf (ranked->len - first == 1 ? _("; the lowest is %s") : _("; the lowest are %s"), place);
}

/* "綦江区（超过810人）、……": regions whose place is uncertain. */
static char *
list_bounds (GPtrArray     *bounds,
             const Wording *wording)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bounds->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (bounds, i);
      g_autofree char *value = atlas_clause_value_among (row, wording->unit, wording->told);

      g_ptr_array_add (texts, g_strdup_printf (C_("ranking", "%1$s (%2$s)"), atlas_sentence_get_name (row, wording->names), value));
    }
  return atlas_sentence_list (texts);
}

static char *
list_names (GPtrArray  *rows,
            GHashTable *names)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (texts, (gpointer) atlas_sentence_get_name (g_ptr_array_index (rows, i), names));
  return atlas_sentence_list (texts);
}

/* What is known of those of ROWS that are bounds. */
static const char *
name_bounds (GPtrArray *rows)
{
  gboolean lower = FALSE, upper = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (rows, i);

      lower = lower || row->qualifier == ATLAS_QUALIFIER_AT_LEAST;
      upper = upper || row->qualifier == ATLAS_QUALIFIER_AT_MOST;
    }
  if (lower && upper)
    /* Translators: what is known of numbers, of which some are “at least” and others “at most” */
    return C_("known", "a bound");
  return lower ? C_("known", "a lower bound") : C_("known", "an upper bound");
}

/* "；陕西（超过5万人）仅有下限，未列入排序"; of many, how many: the table under the sentence has them. */
static void
append_bounds (GString       *text,
               GPtrArray     *bounds,
               guint          most,
               const Wording *wording)
{
  g_autofree char *list = list_bounds (bounds, wording);

  if (bounds->len > most)
    /* Translators: “a lower bound”, and of how many divisions no more is known */
    g_string_append_printf (text, _("; not ranked, as only %1$s is known: %2$u divisions"), name_bounds (bounds), bounds->len);
  else if (bounds->len > 0)
    /* Translators: “a lower bound”, and the regions of which no more is known */
    g_string_append_printf (text, _("; not ranked, as only %1$s is known: %2$s"), name_bounds (bounds), list);
}

/* "；辽宁无2024年数据，未列入排序" */
static void
append_stand_ins (GString    *text,
                  GPtrArray  *stand_ins,
                  int         year,
                  GHashTable *names)
{
  g_autofree char *list = list_names (stand_ins, names);

  if (stand_ins->len > N_LEADERS)
    /* Translators: a year, and how many divisions have no figure of it */
    g_string_append_printf (text, _("; not ranked, as there is no figure of %1$d: %2$u divisions"), year, stand_ins->len);
  else if (stand_ins->len > 0)
    /* Translators: a year, and the regions that have no figure of it */
    g_string_append_printf (text, _("; not ranked, as there is no figure of %1$d: %2$s"), year, list);
}

/* "；另有5个基数过小，未列入排序" */
static void
append_small (GString    *text,
              GPtrArray  *small,
              GHashTable *names)
{
  g_autofree char *list = list_names (small, names);

  if (small->len > N_LEADERS)
    /* Translators: how many divisions have a rate of a small base */
    g_string_append_printf (text, _("; not ranked, as the base is too small (below 30 stations or 100 people): %u divisions"), small->len);
  else if (small->len > 0)
    /* Translators: the regions that have a rate of a small base */
    g_string_append_printf (text, _("; not ranked, as the base is too small (below 30 stations or 100 people): %s"), list);
}

/* "；各地时点不一（2014—2023年）" where those that are RANKED are not of one period. */
static void
append_periods (GString       *text,
                const Ranking *ranked)
{
  const AtlasObservation *first = nth (ranked, 0)->row;
  int from = first->year, to = first->year;
  gboolean differ = FALSE;

  for (guint i = 1; i < ranked->len; i++)
    {
      const AtlasObservation *row = nth (ranked, i)->row;

      differ = differ || strcmp (row->period, first->period) != 0;
      from = MIN (from, row->year);
      to = MAX (to, row->year);
    }
  if (from < to && from > 0)
    g_string_append_printf (text, _("; the figures are of different dates (%1$d–%2$d)"), from, to);
  else if (differ)
    g_string_append (text, _("; the figures are of different dates"));
}

/* "22个县（市、区）", called as the regions of ROWS (element-type AtlasObservation) are. */
static char *
count_divisions (GPtrArray *rows)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (regions, (gpointer) ((const AtlasObservation *) g_ptr_array_index (rows, i))->region);
  return atlas_division_words_count (rows->len, regions);
}

/* The rows of a table by what is known of them, each (element-type AtlasObservation). */
typedef struct {
  GPtrArray *known; /* all but the silent */
  GPtrArray *certain; /* those that are ranked */
  Ranking *ranked;    /* the same from the highest to the lowest */
  GPtrArray *bounds;
  GPtrArray *stand_ins;
  GPtrArray *small; /* rates of a base so small that it moves them (C27) */
  GPtrArray *silent;
} Rows;

/* Where OBSERVATION belongs, if it is no bound. Who is COMPARED with a few others is told whatever there is. */
static GPtrArray *
choose_rows (const Rows             *rows,
             AtlasTable             *table,
             const AtlasObservation *observation,
             gboolean                compared)
{
  AtlasUnranked why_not = compared ? ATLAS_UNRANKED_NOT : atlas_ranking_judge (table, observation);

  if (why_not == ATLAS_UNRANKED_STAND_IN)
    return rows->stand_ins;
  if (why_not != ATLAS_UNRANKED_NOT)
    return rows->small;
  return can_be_ranked (observation) ? rows->certain : rows->bounds;
}

static void
sort_rows (Rows       *rows,
           AtlasTable *table,
           gboolean    compared)
{
  *rows = (Rows) { g_ptr_array_new (), g_ptr_array_new (), NULL, g_ptr_array_new (),
                   g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row))
        {
          g_ptr_array_add (rows->silent, (gpointer) row);
          continue;
        }
      g_ptr_array_add (rows->known, (gpointer) row);
      g_ptr_array_add (choose_rows (rows, table, row, compared), (gpointer) row);
    }
  rows->ranked = rank (rows->certain, atlas_table_get_unit (table));
}

static void
clear_rows (Rows *rows)
{
  g_ptr_array_unref (rows->known);
  g_ptr_array_unref (rows->certain);
  g_array_unref (rows->ranked);
  g_ptr_array_unref (rows->bounds);
  g_ptr_array_unref (rows->stand_ins);
  g_ptr_array_unref (rows->small);
  g_ptr_array_unref (rows->silent);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, clear_rows)

/* (transfer container): the ranked before END and in the last place, and up to MOST bounds. */
static GPtrArray *
list_told (const Rows *rows,
           guint       end,
           guint       most)
{
  GPtrArray *told = g_ptr_array_new ();
  guint last = find_last_place (rows->ranked);

  for (guint i = 0; i < rows->ranked->len; i++)
    if (i < end || i >= last)
      g_ptr_array_add (told, (gpointer) nth (rows->ranked, i)->row);
  if (rows->bounds->len <= most)
    g_ptr_array_extend (told, rows->bounds, NULL, NULL);
  return told;
}

/* "22个县（市、区）中，持证社工居前的为……，居末的为……" */
static char *
say_leaders (AtlasTable    *table,
             const Rows    *rows,
             guint          end,
             guint          n_divisions,
             const Wording *wording)
{
  const char *name = atlas_indicator_get_name (atlas_table_get_indicator (table));
  g_autofree char *leaders = format_places (rows->ranked, end, wording);
  g_autofree char *tail = say_last_place (rows->ranked, end, wording);
  g_autofree char *divisions = count_divisions (rows->certain);

  if (rows->ranked->len == n_divisions)
    /* Translators: an indicator, “22 divisions”, the first of them, and the last where it is another */
    return g_strdup_printf (_("%1$s: among the %2$s, the highest are %3$s%4$s"), name, divisions, leaders, tail);
  if (rows->ranked->len == rows->known->len)
    /* Translators: the same where some divisions have none */
    return g_strdup_printf (_("%1$s: among the %2$s with a figure, the highest are %3$s%4$s"), name, divisions, leaders, tail);
  if (rows->small->len > 0)
    /* Translators: the same where some divisions have no place for several reasons */
    return g_strdup_printf (_("%1$s: among the %2$s that are ranked, the highest are %3$s%4$s"), name, divisions, leaders, tail);
  if (rows->bounds->len == 0)
    /* Translators: the same where some divisions have none of the year */
    return g_strdup_printf (_("%1$s: among the %2$s with a figure of %5$d, the highest are %3$s%4$s"), name, divisions, leaders,
                            tail, atlas_table_get_question (table)->first_year);
  /* Translators: the same where of some no more than a bound is known */
  return g_strdup_printf (_("%1$s: among the %2$s with an exact or rounded figure, the highest are %3$s%4$s"), name, divisions,
                          leaders, tail);
}

/* Where most are bounds, of other years or of small bases, who is first among the others says nothing. */
static char *
say_unranked (AtlasTable *table,
              const Rows *rows)
{
  g_autofree char *name = atlas_sentence_dup_name (atlas_indicator_get_name (atlas_table_get_indicator (table)));
  g_autofree char *divisions = count_divisions (rows->known);
  int year = atlas_table_get_question (table)->first_year;

  if (rows->stand_ins->len == rows->known->len)
    /* Translators: an indicator, “22 divisions”, and a year that none of them has a figure of */
    return g_strdup_printf (_("There is no ranking by %1$s: the figures of all %2$s are of other years than %3$d."), name, divisions, year);
  if (rows->small->len > rows->stand_ins->len && rows->small->len > rows->bounds->len)
    /* Translators: an indicator, “22 divisions”, and of how many of them the base is too small */
    return g_strdup_printf (_("There is no ranking by %1$s: for %3$u of the %2$s the base is too small (below 30 stations or 100 people)."), name, divisions, rows->small->len);
  if (rows->stand_ins->len > rows->bounds->len)
    /* Translators: an indicator, “22 divisions”, of how many of them the figures are not of the year asked for, and that year */
    return g_strdup_printf (_("There is no ranking by %1$s: the figures of %3$u of the %2$s are of other years than %4$d."), name,
                            divisions, rows->stand_ins->len, year);
  if (rows->bounds->len == rows->known->len)
    /* Translators: an indicator, “22 divisions”, and “a lower bound” */
    return g_strdup_printf (_("There is no ranking by %1$s: for all %2$s only %3$s is known."), name, divisions, name_bounds (rows->bounds));
  /* Translators: an indicator, “22 divisions”, of how many of them only “a lower bound” is known */
  return g_strdup_printf (_("There is no ranking by %1$s: for %3$u of the %2$s only %4$s is known."), name, divisions, rows->bounds->len,
                          name_bounds (rows->bounds));
}

char *
atlas_sentence_leaders (AtlasTable *table,
                        guint       n_divisions,
                        GHashTable *names)
{
  g_auto (Rows) rows = { NULL };
  const AtlasUnit *unit = atlas_table_get_unit (table);
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *leaders = NULL;
  Wording wording;
  guint end;

  sort_rows (&rows, table, FALSE);
  if (rows.known->len > FEW_DIVISIONS && rows.ranked->len * 2 < rows.known->len)
    return say_unranked (table, &rows);
  if (rows.ranked->len <= N_LEADERS || atlas_table_get_n_rows (table) <= FEW_DIVISIONS)
    return atlas_sentence_ranking (table, names);
  end = find_end_of_places (rows.ranked, N_LEADERS);
  told = list_told (&rows, end, N_LEADERS);
  wording = (Wording) { unit, names, told };
  leaders = say_leaders (table, &rows, end, n_divisions, &wording);
  g_string_append (text, leaders);
  append_bounds (text, rows.bounds, N_LEADERS, &wording);
  append_stand_ins (text, rows.stand_ins, atlas_table_get_question (table)->first_year, names);
  append_small (text, rows.small, names);
  append_periods (text, rows.ranked);
  return g_strdup_printf (C_("sentence", "%s%s."), text->str, "");
}

/* An indicator, and regions in order of its value. */
static char *
say_order (AtlasTable *table,
           const char *places)
{
  const char *name = atlas_indicator_get_name (atlas_table_get_indicator (table));

  if (is_counted (table))
    return g_strdup_printf (C_("order of numbers", "%1$s, from the highest to the lowest: %2$s"), name, places);
  return g_strdup_printf (C_("order of rates", "%1$s, from the highest to the lowest: %2$s"), name, places);
}

char *
atlas_sentence_ranking (AtlasTable *table,
                        GHashTable *names)
{
  g_auto (Rows) rows = { NULL };
  const AtlasUnit *unit = atlas_table_get_unit (table);
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *places = NULL, *order = NULL, *silent = NULL;
  Wording wording;

  sort_rows (&rows, table, TRUE);
  if (rows.ranked->len < 2)
    return NULL;
  told = list_told (&rows, rows.ranked->len, G_MAXUINT);
  wording = (Wording) { unit, names, told };
  places = format_places (rows.ranked, rows.ranked->len, &wording);
  order = say_order (table, places);
  g_string_append (text, order);
  append_bounds (text, rows.bounds, G_MAXUINT, &wording);
  silent = list_names (rows.silent, names);
  if (rows.silent->len > 0)
    g_string_append_printf (text, _("; no figure for %s"), silent);
  append_periods (text, rows.ranked);
  return g_strdup_printf (C_("sentence", "%s%s."), text->str, "");
}
