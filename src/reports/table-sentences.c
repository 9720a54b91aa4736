/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "reports/sentences.h"

const char *
atlas_sentence_get_name (const AtlasObservation *observation,
                         GHashTable             *names)
{
  const char *name = g_hash_table_lookup (names, observation->region->code);

  return name != NULL ? name : atlas_region_get_display_name (observation->region);
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
      add_lacking (inputs, groups, lacking != NULL ? lacking : "", atlas_sentence_get_name (row, names));
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

      if (atlas_observation_is_missing (row) || row->stand_in || row->is_partial || row->year != spread->year)
        g_ptr_array_add (others, (gpointer) atlas_sentence_get_name (row, names));
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
    return g_strdup_printf (_("They differ most in %1$s: %2$s has %3$s, %4$s %5$s."), name, atlas_sentence_get_name (highest, names), most,
                            atlas_sentence_get_name (lowest, names), least);
  /* Translators: an indicator; a region and its value, the highest; another and its value, the lowest; how many times as much */
  return g_strdup_printf (_("They differ most in %1$s: %2$s has %3$s, %4$s %5$s, %6$s times as much for the first."), name,
                          atlas_sentence_get_name (highest, names), most, atlas_sentence_get_name (lowest, names), least, times);
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
