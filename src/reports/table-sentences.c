/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "indicators/number-format.h"
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
  g_autofree char *value = atlas_format_observation (leader, unit);
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
  g_autofree char *value = atlas_format_observation (observation, unit);

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

/* Whether the row could stand before the last of the LEADERS or behind the LAST if more were known of it. */
static gboolean
may_outrank (const AtlasObservation *row,
             const AtlasObservation *leader,
             const AtlasObservation *last)
{
  return row->qualifier == ATLAS_QUALIFIER_AT_LEAST ? row->value >= leader->value : row->value <= last->value;
}

/* "；另有9个地区（……）仅有下限或上限，未列入排序", naming those that may belong among the leaders or last. */
static void
append_bounds (GString    *text,
               AtlasTable *table,
               GPtrArray  *ranked,
               GHashTable *names)
{
  const AtlasObservation *leader = g_ptr_array_index (ranked, N_LEADERS - 1);
  const AtlasObservation *last = g_ptr_array_index (ranked, ranked->len - 1);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n_bounds = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row) || can_be_ranked (row))
        continue;
      n_bounds++;
      if (may_outrank (row, leader, last))
        g_ptr_array_add (named, format_unranked (row, atlas_table_get_unit (table), names));
    }
  list = atlas_sentence_list (named);
  if (n_bounds > 0)
    g_string_append_printf (text,
                            ngettext ("; not ranked, as only a bound is known: %u division",
                                      "; not ranked, as only a bound is known: %u divisions", n_bounds), n_bounds);
  if (named->len > 0)
    /* Translators: behind the number of divisions that are not ranked: those that may be first or last */
    g_string_append_printf (text, _(", among them %s"), list);
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

/* "22个地区中，持证社工居前的为……，居末的为……" */
static char *
say_leaders (AtlasTable *table,
             GPtrArray  *ranked,
             guint       n_divisions,
             GHashTable *names)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);
  const char *name = atlas_indicator_get_name (atlas_table_get_indicator (table));
  guint end;
  g_autofree char *leaders = format_places (ranked, N_LEADERS, unit, names, &end);
  g_autofree char *tail = say_last_place (ranked, end, unit, names);

  if (ranked->len == n_divisions)
    /* Translators: an indicator, how many divisions there are, the first of them, and the last where it is another */
    return g_strdup_printf (_("%1$s: among the %2$u divisions, the highest are %3$s%4$s"), name, ranked->len, leaders,
                            tail);
  /* Translators: the same where some divisions have none, or no more than a bound */
  return g_strdup_printf (_("%1$s: among the %2$u divisions with an exact or rounded figure, the highest are %3$s%4$s"), name,
                          ranked->len, leaders, tail);
}

char *
atlas_sentence_leaders (AtlasTable *table,
                        guint       n_divisions,
                        GHashTable *names)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *leaders = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (can_be_ranked (atlas_table_get_row (table, i)))
      g_ptr_array_add (ranked, (gpointer) atlas_table_get_row (table, i));
  if (ranked->len <= N_LEADERS || atlas_table_get_n_rows (table) <= FEW_DIVISIONS)
    return atlas_sentence_ranking (table, names);
  g_ptr_array_sort (ranked, compare_descending);
  leaders = say_leaders (table, ranked, n_divisions, names);
  g_string_append (text, leaders);
  append_bounds (text, table, ranked, names);
  append_periods (text, ranked);
  return g_strdup_printf (C_("sentence", "%s%s."), text->str, "");
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
  g_autofree char *places = NULL;
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
  /* Translators: an indicator, and regions in order of its value */
  g_string_append_printf (text, _("%1$s, from the highest to the lowest: %2$s"),
                          atlas_indicator_get_name (atlas_table_get_indicator (table)), places);
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

char *
atlas_sentence_spread (const AtlasSpread *spread,
                       GHashTable        *names)
{
  const AtlasUnit *unit = atlas_table_get_unit (spread->table);
  const AtlasObservation *highest = atlas_table_get_row (spread->table, spread->highest);
  const AtlasObservation *lowest = atlas_table_get_row (spread->table, spread->lowest);
  g_autofree char *most = atlas_format_observation (highest, unit);
  g_autofree char *least = atlas_format_observation (lowest, unit);
  g_autofree char *times = format_times (spread->ratio);
  g_autofree char *name = atlas_table_dup_name (spread->table);

  /* "1.0 times as much" says nothing. */
  if (spread->ratio.value < 1.05)
    /* Translators: an indicator; a region and its value, the highest; another and its value, the lowest */
    return g_strdup_printf (_("They differ most in %1$s: %2$s has %3$s, %4$s %5$s."), name, name_of (highest, names), most,
                            name_of (lowest, names), least);
  /* Translators: an indicator; a region and its value, the highest; another and its value, the lowest; how many times as much */
  return g_strdup_printf (_("They differ most in %1$s: %2$s has %3$s, %4$s %5$s, %6$s times as much for the first."), name,
                          name_of (highest, names), most, name_of (lowest, names), least, times);
}
