/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/table-notes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/text.h"
#include "indicators/number-format.h"
#include "reports/report-builder.h"
#include "reports/sentences.h"

/* So many periods are told one by one. */
#define MAX_TOLD_PERIODS 4

char *
atlas_report_format_unit (const char *unit)
{
  return g_strdup_printf (_("Unit: %s"), unit);
}

static char *
dup_name (const AtlasRegion *region)
{
  return atlas_region_dup_short_name (region);
}

static void
add_unique (GPtrArray  *texts,
            const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

/* A table of one region is told apart by what it is broken down by. */
static gboolean
is_about_one_region (AtlasTable *table)
{
  for (guint i = 1; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->region != atlas_table_get_row (table, 0)->region)
      return FALSE;
  return TRUE;
}

static char *
dup_row_name (AtlasTable *table,
              guint       row)
{
  const char *by = atlas_table_get_by_name (table, row, 0);

  if (by[0] != '\0' && is_about_one_region (table))
    return g_strdup (by);
  return dup_name (atlas_table_get_row (table, row)->region);
}

/* The names of the rows that have PERIOD, each once. */
static GPtrArray *
list_rows_of_period (AtlasTable *table,
                     const char *period)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      g_autofree char *name = dup_row_name (table, i);

      if (!atlas_observation_is_missing (row) && strcmp (row->period, period) == 0)
        add_unique (names, name);
    }
  return names;
}

static GPtrArray *
list_periods (AtlasTable *table)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row))
        add_unique (periods, row->period);
    }
  return periods;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Of so many that naming each would tell nothing: the first and the last. */
static char *
format_range (GPtrArray *periods)
{
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  g_autofree char *first = NULL, *last = NULL;

  for (guint i = 0; i < periods->len; i++)
    if (*(const char *) g_ptr_array_index (periods, i) != '\0')
      g_ptr_array_add (dated, g_ptr_array_index (periods, i));
  g_ptr_array_sort (dated, compare_texts);
  first = atlas_format_period (g_ptr_array_index (dated, 0));
  last = atlas_format_period (g_ptr_array_index (dated, dated->len - 1));
  /* Translators: the first and the last of the periods that figures are of */
  return g_strdup_printf (_("from %1$s to %2$s, differing from place to place"), first, last);
}

/* "2023年（宁夏、吴忠市）；未注明日期（大理州）". */
static char *
format_each_period (AtlasTable *table,
                    GPtrArray  *periods)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const char *period = g_ptr_array_index (periods, i);
      g_autofree char *name = atlas_format_period (period);
      g_autoptr (GPtrArray) names = list_rows_of_period (table, period);
      g_autofree char *list = atlas_sentence_list (names);

      if (i > 0)
        /* Translators: between periods in a note */
        g_string_append (text, C_("periods", "; "));
      /* Translators: a period and the regions whose figures are of it */
      g_string_append_printf (text, C_("periods", "%1$s (%2$s)"), name, list);
    }
  return g_string_free (text, FALSE);
}

/* NULL if nothing has a value. */
static char *
format_periods (AtlasTable *table)
{
  g_autoptr (GPtrArray) periods = list_periods (table);

  if (periods->len == 0)
    return NULL;
  if (periods->len == 1)
    return atlas_format_period (g_ptr_array_index (periods, 0));
  return periods->len > MAX_TOLD_PERIODS ? format_range (periods) : format_each_period (table, periods);
}

static void
append_period (GString    *note,
               AtlasTable *table)
{
  g_autofree char *periods = format_periods (table);
  g_autofree char *sentence = NULL;

  if (periods == NULL)
    return;
  sentence = g_strdup_printf (_("Period: %s."), periods);
  atlas_sentence_append (note, sentence);
}

/* Which signs occur in tables: before numbers, and in the place of one that is very small, or of none. */
typedef struct {
  AtlasSignSet set;
  gboolean qualifiers[ATLAS_QUALIFIER_AT_MOST + 1];
  gboolean has_small;
  gboolean has_missing;
} Signs;

static void
collect_signs (AtlasTable *table,
               Signs      *signs)
{
  AtlasScale scale = atlas_table_choose_scale (table);

  signs->has_missing |= atlas_table_count_missing (table) > 0;
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row))
        continue;
      signs->qualifiers[row->qualifier] = TRUE;
      signs->has_small |= atlas_sign_set_hides (signs->set, row, atlas_table_get_unit (table), scale);
    }
}

static void
append_missing (GString     *note,
                const Signs *signs)
{
  if (signs->has_missing)
    atlas_sentence_append (note, signs->set == ATLAS_SIGNS_YEARBOOK ? _("Blank: unknown or none.") : _("—: not published."));
}

static void
append_signs (GString     *note,
              const Signs *signs)
{
  if (signs->qualifiers[ATLAS_QUALIFIER_AT_LEAST])
    atlas_sentence_append (note, _("≥: at least."));
  if (signs->qualifiers[ATLAS_QUALIFIER_AT_MOST])
    atlas_sentence_append (note, _("≤: at most."));
  if (signs->qualifiers[ATLAS_QUALIFIER_ABOUT])
    atlas_sentence_append (note, _("≈: about."));
  if (signs->qualifiers[ATLAS_QUALIFIER_NEARLY])
    atlas_sentence_append (note, _("<: nearly."));
  if (signs->has_small)
    atlas_sentence_append (note, _("…: less than half the smallest unit shown."));
}

/* Whether all rows with a value carry NOTE: then it need not name regions. */
static gboolean
is_common_note (AtlasTable *table,
                const char *note)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) &&
          (row->notes == NULL || !g_ptr_array_find_with_equal_func (row->notes, note, g_str_equal, NULL)))
        return FALSE;
    }
  return TRUE;
}

static char *
end_sentence (const char *text)
{
  const char *const ends[] = { ".", "。", "；", ";", "!", "！" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return g_strdup (text);
  return g_strdup_printf (C_("sentence", "%s%s."), text, "");
}

static GPtrArray *
list_notes (AtlasTable *table)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      for (guint j = 0; !atlas_observation_is_missing (row) && row->notes != NULL && j < row->notes->len; j++)
        add_unique (notes, g_ptr_array_index (row->notes, j));
    }
  return notes;
}

static char *
list_rows_of_note (AtlasTable *table,
                      const char *note)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      g_autofree char *name = dup_row_name (table, i);

      if (!atlas_observation_is_missing (row) && row->notes != NULL &&
          g_ptr_array_find_with_equal_func (row->notes, note, g_str_equal, NULL))
        add_unique (names, name);
    }
  return atlas_sentence_list (names);
}

/* What has to be known of single figures: each note once, behind the names of the regions it holds for. */
static void
append_notes (GString    *note,
              AtlasTable *table)
{
  g_autoptr (GPtrArray) notes = list_notes (table);

  for (guint i = 0; i < notes->len; i++)
    {
      const char *text = g_ptr_array_index (notes, i);
      g_autofree char *ended = end_sentence (text);
      g_autofree char *sentence = NULL;

      if (is_common_note (table, text))
        sentence = atlas_text_dup_capitalized (ended);
      else
        {
          g_autofree char *names = list_rows_of_note (table, text);

          /* Translators: regions and a note on their figures */
          sentence = g_strdup_printf (C_("note", "%1$s: %2$s"), names, ended);
        }
      atlas_sentence_append (note, sentence);
    }
}

char *
atlas_report_dup_partial_note (GPtrArray *names)
{
  g_autofree char *list = atlas_sentence_list (names);

  if (names->len == 0)
    return NULL;
  /* Translators: regions whose registers have not been returned for all of them */
  return g_strdup_printf (_("The registers of %s are incomplete: the figures are of those returned."),
                          list);
}

/* Of a region: the indicators of which its figure is that of a part, and whether there are others. */
typedef struct {
  char *name;
  GPtrArray *partial;
  gboolean has_whole;
} Returned;

static void
returned_free (Returned *returned)
{
  g_free (returned->name);
  g_ptr_array_unref (returned->partial);
  g_free (returned);
}

static Returned *
get_returned (GPtrArray         *regions,
              const AtlasRegion *region)
{
  g_autofree char *name = dup_name (region);
  Returned *returned;

  for (guint i = 0; i < regions->len; i++)
    if (g_str_equal (((const Returned *) g_ptr_array_index (regions, i))->name, name))
      return g_ptr_array_index (regions, i);
  returned = g_new0 (Returned, 1);
  returned->name = g_steal_pointer (&name);
  returned->partial = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (regions, returned);
  return returned;
}

/* What TABLE is about: its indicator or, of a part, that part: "助理社会工作师". */
static char *
dup_told_name (AtlasTable *table)
{
  GPtrArray *where = atlas_table_get_question (table)->where;
  const AtlasDimensionPair *part = where->len > 0 ? g_ptr_array_index (where, where->len - 1) : NULL;
  const AtlasDimensionValue *value =
    part != NULL ? atlas_catalogue_find_value (atlas_table_get_catalogue (table), part->dimension, part->value) : NULL;

  return atlas_sentence_dup_name (value != NULL ? atlas_dimension_value_get_name (value)
                                                : atlas_indicator_get_name (atlas_table_get_indicator (table)));
}

static void
collect_returned (AtlasTable *table,
                  GPtrArray  *regions)
{
  g_autofree char *name = dup_told_name (table);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      Returned *returned;

      if (atlas_observation_is_missing (row))
        continue;
      returned = get_returned (regions, row->region);
      if (row->is_partial)
        add_unique (returned->partial, name);
      else
        returned->has_whole = TRUE;
    }
}

/* Whose figures are those of a part that has returned its register, and which of them where not all are. */
static void
append_partial (GString   *note,
                GPtrArray *tables)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func ((GDestroyNotify) returned_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  for (guint t = 0; t < tables->len; t++)
    collect_returned (g_ptr_array_index (tables, t), regions);
  for (guint i = 0; i < regions->len; i++)
    {
      const Returned *returned = g_ptr_array_index (regions, i);
      g_autofree char *list = atlas_sentence_list (returned->partial), *own = NULL;

      if (!returned->has_whole)
        g_ptr_array_add (names, returned->name);
      if (!returned->has_whole || returned->partial->len == 0)
        continue;
      /* Translators: a region, and indicators whose register has not been returned for all of it */
      own = g_strdup_printf (_("The registers of %1$s are incomplete: %2$s are of those returned."),
                             returned->name, list);
      atlas_sentence_append (note, own);
    }
  sentence = atlas_report_dup_partial_note (names);
  atlas_sentence_append (note, sentence);
}

static void
append_sources (GString     *note,
                AtlasReport *report,
                GPtrArray   *sources)
{
  g_autofree char *line = atlas_report_dup_source_line (report, sources);

  if (line[0] != '\0')
    atlas_sentence_append (note, line);
}

char *
atlas_report_dup_breakdown_note (AtlasReport *report,
                                 AtlasTable  *table,
                                 gboolean     with_period)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GPtrArray) sources = atlas_table_list_sources (table);
  Signs signs = { atlas_report_get_signs (report) };

  atlas_report_rest_on (report, table);
  collect_signs (table, &signs);
  append_missing (note, &signs);
  if (with_period)
    append_period (note, table);
  append_signs (note, &signs);
  append_notes (note, table);
  append_sources (note, report, sources);
  return g_strdup (note->str);
}

char *
atlas_report_dup_table_note (AtlasReport *report,
                             GPtrArray   *tables)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  Signs signs = { atlas_report_get_signs (report) };

  for (guint i = 0; i < tables->len; i++)
    {
      AtlasTable *table = g_ptr_array_index (tables, i);

      atlas_report_rest_on (report, table);
      collect_signs (table, &signs);
      g_ptr_array_extend_and_steal (sources, atlas_table_list_sources (table));
    }
  append_partial (note, tables);
  append_missing (note, &signs);
  append_signs (note, &signs);
  append_sources (note, report, sources);
  return g_strdup (note->str);
}
