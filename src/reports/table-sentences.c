/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "indicators/number-format.h"
#include "reports/division-words.h"
#include "reports/sentences.h"

/* How many of a long ranking are named. */
#define N_LEADERS 3
/* A ranking of so many is told whole. */
#define FEW_DIVISIONS 5

/* Values that are equal as printed share a place. */
static gboolean
ties (const AtlasObservation *a,
      const AtlasObservation *b,
      const AtlasUnit        *unit)
{
  g_autofree char *text_a = atlas_format_text (a->value, ATLAS_QUALIFIER_EXACT, unit);
  g_autofree char *text_b = atlas_format_text (b->value, ATLAS_QUALIFIER_EXACT, unit);

  return g_str_equal (text_a, text_b);
}

static gboolean
can_be_ranked (const AtlasObservation *observation)
{
  return !atlas_observation_is_missing (observation) && isfinite (observation->value) &&
         (observation->qualifier == ATLAS_QUALIFIER_EXACT ||
          observation->qualifier == ATLAS_QUALIFIER_ABOUT ||
          observation->qualifier == ATLAS_QUALIFIER_NEARLY);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  const AtlasObservation *first = *(const AtlasObservation *const *) a;
  const AtlasObservation *second = *(const AtlasObservation *const *) b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return g_strcmp0 (first->region->code, second->region->code);
}

/* What is counted is more or less, a rate is higher or lower: two words in Chinese. */
static gboolean
is_counted (AtlasTable *table)
{
  return g_str_equal (atlas_table_get_indicator (table)->over_regions, "sum");
}

static const char *
name_of (const AtlasObservation *observation,
         GHashTable             *names)
{
  const char *name = g_hash_table_lookup (names, observation->region->code);

  return name != NULL ? name : atlas_region_get_display_name (observation->region);
}

/* "宁夏、吴忠市（并列，31.3%）" for the regions FIRST to LAST − 1 of one place; of very many, the first. */
static char *
format_place (GPtrArray       *ranked,
              guint            first,
              guint            last,
              const AtlasUnit *unit,
              GHashTable      *names)
{
  const AtlasObservation *leader = g_ptr_array_index (ranked, first);
  g_autofree char *value = atlas_clause_value (leader, unit);
  g_autoptr (GPtrArray) tied = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = first; i < (last - first > FEW_DIVISIONS ? first + N_LEADERS : last); i++)
    g_ptr_array_add (tied, (gpointer) name_of (g_ptr_array_index (ranked, i), names));
  list = tied->len < last - first ? atlas_sentence_join (tied) : atlas_sentence_list (tied);
  if (tied->len < last - first)
    /* Translators: the first of many regions that share a place in a ranking, how many there are, and their value */
    return g_strdup_printf (_("%1$s and others, %2$u in all (level, %3$s)"), list, last - first, value);
  if (tied->len > 1)
    /* Translators: regions that share a place in a ranking, and their value */
    return g_strdup_printf (_("%1$s (level, %2$s)"), list, value);
  /* Translators: a region in a ranking, and its value */
  return g_strdup_printf (C_("ranking", "%1$s (%2$s)"), list, value);
}

/* Behind those that share a place with the region FIRST. */
static guint
find_end_of_place (GPtrArray       *ranked,
                   guint            first,
                   const AtlasUnit *unit)
{
  guint last = first + 1;

  while (last < ranked->len && ties (g_ptr_array_index (ranked, first), g_ptr_array_index (ranked, last), unit))
    last++;
  return last;
}

/* The places of the first N regions, and of those level with the last of them; how many regions that are is put into
 * OUT_END. */
static char *
format_places (GPtrArray       *ranked,
               guint            n,
               const AtlasUnit *unit,
               GHashTable      *names,
               guint           *out_end)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  guint first = 0;

  for (guint last; first < n; first = last)
    {
      last = find_end_of_place (ranked, first, unit);
      g_ptr_array_add (places, format_place (ranked, first, last, unit, names));
    }
  *out_end = first;
  return atlas_sentence_list (places);
}

/* ", the lowest is 中卫市 (450 people)"; "" where the last place begins before END. */
static char *
say_last_place (GPtrArray       *ranked,
                guint            end,
                const AtlasUnit *unit,
                GHashTable      *names)
{
  g_autofree char *place = NULL;
  guint first = ranked->len - 1;

  while (first > 0 && ties (g_ptr_array_index (ranked, first - 1), g_ptr_array_index (ranked, first), unit))
    first--;
  if (first < end)
    return g_strdup ("");
  place = format_place (ranked, first, ranked->len, unit, names);
  /* Translators: behind the first divisions of a ranking: the last, or those that share the last place */
  return g_strdup_printf (ranked->len - first == 1 ? _(", the lowest is %s") : _(", the lowest are %s"), place);
}

/* "綦江区（超过810人）": a region whose place is uncertain. */
static char *
format_unranked (const AtlasObservation *observation,
                 const AtlasUnit        *unit,
                 GHashTable             *names)
{
  g_autofree char *value = atlas_clause_value (observation, unit);

  return g_strdup_printf (C_("ranking", "%1$s (%2$s)"), name_of (observation, names), value);
}

/* Those that have no place: UNCERTAIN ones with their values, SILENT ones without. */
static void
append_unranked (GString   *text,
                 GPtrArray *uncertain,
                 GPtrArray *silent)
{
  g_autofree char *values = atlas_sentence_list (uncertain);
  g_autofree char *names = atlas_sentence_list (silent);

  if (uncertain->len > 0)
    g_string_append_printf (text, _("; not ranked, as only a bound is known: %s"), values);
  if (silent->len > 0)
    g_string_append_printf (text, _("; no figure for %s"), names);
}

/* The rows of which only a bound is known, with their values. */
static GPtrArray *
list_bounds (AtlasTable *table,
             GHashTable *names)
{
  GPtrArray *bounds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && !can_be_ranked (row))
        g_ptr_array_add (bounds, format_unranked (row, atlas_table_get_unit (table), names));
    }
  return bounds;
}

/* "；陕西（超过5万人）仅有下限或上限，未列入排序"; of many, how many: the table under the sentence has them. */
static void
append_bounds (GString    *text,
               AtlasTable *table,
               GHashTable *names)
{
  g_autoptr (GPtrArray) bounds = list_bounds (table, names);
  g_autofree char *list = atlas_sentence_list (bounds);

  if (bounds->len > N_LEADERS)
    g_string_append_printf (text, _("; not ranked, as only a bound is known: %u divisions"), bounds->len);
  else if (bounds->len > 0)
    g_string_append_printf (text, _("; not ranked, as only a bound is known: %s"), list);
}

/* "；各地时点不一（2014—2023年）" where those that are RANKED are not of one period. */
static void
append_periods (GString   *text,
                GPtrArray *ranked)
{
  const AtlasObservation *first = g_ptr_array_index (ranked, 0);
  int from = first->year, to = first->year;
  gboolean differ = FALSE;

  for (guint i = 1; i < ranked->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (ranked, i);

      differ = differ || strcmp (row->period, first->period) != 0;
      from = MIN (from, row->year);
      to = MAX (to, row->year);
    }
  if (from < to && from > 0)
    g_string_append_printf (text, _("; the figures are of different dates (%1$d–%2$d)"), from, to);
  else if (differ)
    g_string_append (text, _("; the figures are of different dates"));
}

/* (transfer container): the regions of ROWS (element-type AtlasObservation). */
static GPtrArray *
list_regions (GPtrArray *rows)
{
  GPtrArray *regions = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (regions, (gpointer) ((const AtlasObservation *) g_ptr_array_index (rows, i))->region);
  return regions;
}

/* "22个县（市、区）中，持证社工居前的为……，居末的为……" */
static char *
say_leaders (AtlasTable *table,
             GPtrArray  *ranked,
             guint       n_known,
             guint       n_divisions,
             GHashTable *names)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);
  const char *name = atlas_indicator_get_name (atlas_table_get_indicator (table));
  guint end;
  g_autofree char *leaders = format_places (ranked, N_LEADERS, unit, names, &end);
  g_autofree char *tail = say_last_place (ranked, end, unit, names);
  g_autoptr (GPtrArray) regions = list_regions (ranked);
  g_autofree char *divisions = atlas_division_words_count (ranked->len, regions);

  if (ranked->len == n_divisions)
    /* Translators: an indicator, “22 divisions”, the first of them, and the last where it is another */
    return g_strdup_printf (_("%1$s: among the %2$s, the highest are %3$s%4$s"), name, divisions, leaders, tail);
  if (ranked->len == n_known)
    /* Translators: the same where some divisions have none */
    return g_strdup_printf (_("%1$s: among the %2$s with a figure, the highest are %3$s%4$s"), name, divisions, leaders, tail);
  /* Translators: the same where of some no more than a bound is known */
  return g_strdup_printf (_("%1$s: among the %2$s with an exact or rounded figure, the highest are %3$s%4$s"), name, divisions,
                          leaders, tail);
}

/* Where most are bounds, who is first among the others says nothing. */
static char *
say_unranked (AtlasTable *table,
              guint       n_known,
              guint       n_bounds)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();
  g_autofree char *divisions = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    g_ptr_array_add (regions, (gpointer) atlas_table_get_row (table, i)->region);
  divisions = atlas_division_words_count (n_known, regions);
  /* Translators: an indicator, “22 divisions”, and of how many of them only a bound is known */
  return g_strdup_printf (_("%1$s is not ranked: of %3$u of the %2$s only a bound is known."),
                          atlas_indicator_get_name (atlas_table_get_indicator (table)), divisions, n_bounds);
}

char *
atlas_sentence_leaders (AtlasTable *table,
                        guint       n_divisions,
                        GHashTable *names)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *leaders = NULL;
  guint n_known = atlas_table_get_n_rows (table) - atlas_table_count_missing (table);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (can_be_ranked (atlas_table_get_row (table, i)))
      g_ptr_array_add (ranked, (gpointer) atlas_table_get_row (table, i));
  if (n_known > FEW_DIVISIONS && ranked->len * 2 < n_known)
    return say_unranked (table, n_known, n_known - ranked->len);
  if (ranked->len <= N_LEADERS || atlas_table_get_n_rows (table) <= FEW_DIVISIONS)
    return atlas_sentence_ranking (table, names);
  g_ptr_array_sort (ranked, compare_descending);
  leaders = say_leaders (table, ranked, n_known, n_divisions, names);
  g_string_append (text, leaders);
  append_bounds (text, table, names);
  append_periods (text, ranked);
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
  const AtlasUnit *unit = atlas_table_get_unit (table);
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (GPtrArray) uncertain = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *places = NULL, *order = NULL;
  guint end;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (can_be_ranked (row))
        g_ptr_array_add (ranked, (gpointer) row);
      else if (atlas_observation_is_missing (row))
        g_ptr_array_add (silent, (gpointer) name_of (row, names));
      else
        g_ptr_array_add (uncertain, format_unranked (row, unit, names));
    }
  if (ranked->len < 2)
    return NULL;
  g_ptr_array_sort (ranked, compare_descending);
  places = format_places (ranked, ranked->len, unit, names, &end);
  order = say_order (table, places);
  g_string_append (text, order);
  append_unranked (text, uncertain, silent);
  append_periods (text, ranked);
  return g_strdup_printf (C_("sentence", "%s%s."), text->str, "");
}

/* The names of the inputs that a computed value lacks. */
static char *
list_missing_inputs (AtlasTable             *table,
                     const AtlasObservation *observation)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();

  for (guint i = 0; observation->inputs != NULL && i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);
      const AtlasIndicator *indicator =
        input->indicator_id != NULL
          ? atlas_catalogue_find_indicator (atlas_table_get_catalogue (table), input->indicator_id)
          : NULL;

      if (indicator != NULL && atlas_observation_is_missing (input))
        g_ptr_array_add (inputs, (gpointer) atlas_indicator_get_name (indicator));
    }
  return inputs->len > 0 ? atlas_sentence_list (inputs) : NULL;
}

/* Whether TABLE says anything of REGION: of a region with some parts, the others are not told. */
static gboolean
is_silent (AtlasTable        *table,
           const AtlasRegion *region)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (row->region == region && !atlas_observation_is_missing (row))
        return FALSE;
    }
  return TRUE;
}

/* Adds the name of a region to those that lack the same INPUTS ("": published figures); both in order. */
static void
add_lacking (GPtrArray  *inputs,
             GPtrArray  *groups,
             const char *lacking,
             const char *name)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (inputs, lacking, g_str_equal, &position))
    {
      position = inputs->len;
      g_ptr_array_add (inputs, g_strdup (lacking));
      g_ptr_array_add (groups, g_ptr_array_new ());
    }
  if (!g_ptr_array_find (g_ptr_array_index (groups, position), name, NULL))
    g_ptr_array_add (g_ptr_array_index (groups, position), (gpointer) name);
}

static char *
say_lacking (AtlasTable *table,
             const char *inputs,
             GPtrArray  *regions)
{
  g_autofree char *list = atlas_sentence_list (regions);

  if (inputs[0] == '\0')
    return g_strdup_printf (_("No figure is published for %s."), list);
  return g_strdup_printf (_("For %1$s “%2$s” cannot be computed, as no figure for “%3$s” is published."),
                          list, atlas_indicator_get_name (atlas_table_get_indicator (table)), inputs);
}

char *
atlas_sentence_missing (AtlasTable *table,
                        GHashTable *names)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      g_autofree char *lacking = NULL;

      if (!is_silent (table, row->region))
        continue;
      lacking = list_missing_inputs (table, row);
      add_lacking (inputs, groups, lacking != NULL ? lacking : "", name_of (row, names));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *sentence =
        say_lacking (table, g_ptr_array_index (inputs, i), g_ptr_array_index (groups, i));

      atlas_sentence_append (text, sentence);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* Below ten a place behind the point tells something; "at least" is rounded down, so that it stays true. */
static char *
format_times (AtlasQualifiedNumber ratio)
{
  double factor = ratio.value < 10 ? 10 : 1;
  gboolean is_least = ratio.qualifier == ATLAS_QUALIFIER_AT_LEAST;
  double rounded = (is_least ? floor (ratio.value * factor) : round (ratio.value * factor)) / factor;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, factor > 1 ? "%.1f" : "%.0f", rounded);
  if (is_least)
    return g_strdup_printf (C_("number", "at least %s"), digits);
  return ratio.qualifier == ATLAS_QUALIFIER_ABOUT ? g_strdup_printf (C_("number", "about %s"), digits) : g_strdup (digits);
}

/* "For Dali and Qijiang there is no figure of 2024 to compare." (nullable): NULL where all have one. */
static char *
say_incomparable (const AtlasSpread *spread,
                  GHashTable        *names)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (spread->table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (spread->table, i);

      if (atlas_observation_is_missing (row) || row->stand_in || row->year != spread->year)
        g_ptr_array_add (others, (gpointer) name_of (row, names));
    }
  if (others->len == 0)
    return NULL;
  list = atlas_sentence_list (others);
  /* Translators: regions, and a year */
  return g_strdup_printf (_("For %1$s there is no figure of %2$d to compare."), list, spread->year);
}

/* Of those of one year; "1.0 times as much" says nothing. */
static char *
say_spread (const AtlasSpread *spread,
            GHashTable        *names)
{
  const AtlasUnit *unit = atlas_table_get_unit (spread->table);
  const AtlasObservation *highest = atlas_table_get_row (spread->table, spread->highest);
  const AtlasObservation *lowest = atlas_table_get_row (spread->table, spread->lowest);
  g_autofree char *most = atlas_clause_value (highest, unit);
  g_autofree char *least = atlas_clause_value (lowest, unit);
  g_autofree char *times = format_times (spread->ratio);
  g_autofree char *title = atlas_table_dup_name (spread->table);
  g_autofree char *name = atlas_sentence_dup_name (title);

  if (spread->ratio.value < 1.05)
    /* Translators: an indicator; a region and its value, the highest; another and its value, the lowest */
    return g_strdup_printf (_("They differ most in %1$s: %2$s has %3$s, %4$s %5$s."), name, name_of (highest, names), most,
                            name_of (lowest, names), least);
  /* Translators: an indicator; a region and its value, the highest; another and its value, the lowest; how many times as much */
  return g_strdup_printf (_("They differ most in %1$s: %2$s has %3$s, %4$s %5$s, %6$s times as much for the first."), name,
                          name_of (highest, names), most, name_of (lowest, names), least, times);
}

char *
atlas_sentence_spread (const AtlasSpread *spread,
                       GHashTable        *names)
{
  g_autofree char *difference = say_spread (spread, names);
  g_autofree char *others = say_incomparable (spread, names);
  g_autoptr (GString) text = g_string_new (difference);

  atlas_sentence_append (text, others);
  return g_strdup (text->str);
}
