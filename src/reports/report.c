/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report.h"

#include <glib/gi18n.h>

#define N_HEADING_LEVELS 3

struct _AtlasReport
{
  char *title;
  char *broken_title; /* with the newline at which it is best broken */
  char *subject;
  char *author; /* (nullable) */
  AtlasLanguage language;
  AtlasSignSet signs;
  GPtrArray *blocks;
  GPtrArray *sources;
  GPtrArray *answers;
  guint ordinals[N_HEADING_LEVELS]; /* of the last heading of each level */
  guint n_charts;
  guint n_tables;
};

static char *
join_lines (const char    *title,
            AtlasLanguage  language)
{
  g_auto (GStrv) lines = g_strsplit (title, "\n", -1);

  return g_strjoinv (language == ATLAS_LANGUAGE_CHINESE ? "" : " ", lines);
}

AtlasReport *
atlas_report_new (const char *title)
{
  AtlasReport *self = g_new0 (AtlasReport, 1);

  self->language = atlas_language_current ();
  self->title = join_lines (title, self->language);
  self->broken_title = g_strdup (title);
  self->subject = g_strdup ("");
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_block_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  return self;
}

void
atlas_report_free (AtlasReport *self)
{
  g_free (self->title);
  g_free (self->broken_title);
  g_free (self->subject);
  g_free (self->author);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

AtlasSignSet
atlas_report_get_signs (AtlasReport *self)
{
  return self->signs;
}

void
atlas_report_set_signs (AtlasReport  *self,
                        AtlasSignSet  signs)
{
  self->signs = signs;
}

const char *
atlas_report_get_title (AtlasReport *self)
{
  return self->title;
}

const char *
atlas_report_get_subject (AtlasReport *self)
{
  return self->subject;
}

void
atlas_report_set_subject (AtlasReport *self,
                          const char  *subject)
{
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

const char *
atlas_report_get_author (AtlasReport *self)
{
  return self->author;
}

void
atlas_report_set_author (AtlasReport *self,
                         const char  *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

AtlasLanguage
atlas_report_get_language (AtlasReport *self)
{
  return self->language;
}

GPtrArray *
atlas_report_get_blocks (AtlasReport *self)
{
  return self->blocks;
}

GPtrArray *
atlas_report_get_sources (AtlasReport *self)
{
  return self->sources;
}

guint
atlas_report_cite (AtlasReport *self,
                   AtlasSource *source)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const AtlasSource *known = g_ptr_array_index (self->sources, i);

      if (g_str_equal (known->source_id, source->source_id))
        return i + 1;
    }
  g_ptr_array_add (self->sources, atlas_source_ref (source));
  return self->sources->len;
}

char *
atlas_report_format_citation (guint number)
{
  /* Translators: the number of a source in square brackets, in running text */
  return g_strdup_printf (C_("citation", "[%u]"), number);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The numbers of SOURCES in order, each once. */
static GArray *
list_numbers (AtlasReport *self,
              GPtrArray   *sources)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      guint number = atlas_report_cite (self, g_ptr_array_index (sources, i));

      g_array_append_val (all, number);
    }
  g_array_sort (all, compare_numbers);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, guint, i) != g_array_index (all, guint, i - 1))
      g_array_append_val (numbers, g_array_index (all, guint, i));
  return numbers;
}

/* The last of the numbers that follow each other from the one at FIRST on. */
static guint
end_of_run (GArray *numbers,
            guint   first)
{
  guint last = first;

  while (last + 1 < numbers->len &&
         g_array_index (numbers, guint, last + 1) == g_array_index (numbers, guint, last) + 1)
    last++;
  return last;
}

char *
atlas_report_cite_all (AtlasReport *self,
                       GPtrArray   *sources)
{
  g_autoptr (GArray) numbers = list_numbers (self, sources);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      guint last = end_of_run (numbers, i);
      g_autofree char *citation = atlas_report_format_citation (g_array_index (numbers, guint, i));

      g_string_append (text, citation);
      if (last < i + 3)
        continue;
      /* Translators: between the first and the last of many sources: "[3]–[9]" */
      g_string_append (text, C_("citations", "–"));
      i = last - 1;
    }
  return g_string_free (text, FALSE);
}

char *
atlas_report_dup_source_line (AtlasReport *self,
                              GPtrArray   *sources)
{
  g_autofree char *citations = atlas_report_cite_all (self, sources);

  if (citations[0] == '\0')
    return g_strdup ("");
  /* Translators: the numbers of sources in the list at the end */
  return g_strdup_printf (_("Source: %s."), citations);
}

void
atlas_report_rest_on (AtlasReport *self,
                      AtlasTable  *answer)
{
  if (!g_ptr_array_find (self->answers, answer, NULL))
    g_ptr_array_add (self->answers, atlas_table_ref (answer));
}

GPtrArray *
atlas_report_get_answers (AtlasReport *self)
{
  return self->answers;
}

char *
atlas_report_format_chart_number (guint number)
{
  /* Translators: with a no-break space in languages that have a space here */
  return g_strdup_printf (_("Figure %u"), number);
}

char *
atlas_report_format_table_number (guint number)
{
  /* Translators: with a no-break space in languages that have a space here */
  return g_strdup_printf (_("Table %u"), number);
}

guint
atlas_report_get_next_chart (AtlasReport *self)
{
  return self->n_charts + 1;
}

guint
atlas_report_get_next_table (AtlasReport *self)
{
  return self->n_tables + 1;
}

void
atlas_report_add (AtlasReport *self,
                  AtlasBlock  *block)
{
  if (block->kind == ATLAS_BLOCK_CHART)
    block->number = ++self->n_charts;
  else if (block->kind == ATLAS_BLOCK_TABLE)
    block->number = ++self->n_tables;
  g_ptr_array_add (self->blocks, block);
}

void
atlas_report_add_title (AtlasReport *self,
                        const char  *detail)
{
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_TITLE, self->broken_title);

  block->detail = g_strdup (detail);
  atlas_report_add (self, block);
}

/* 1 to 99 in Chinese numerals: 一, 十, 十一, 二十三. */
static char *
format_chinese_numeral (guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint tens = number / 10;

  return g_strconcat (tens > 1 ? digits[tens % 10] : "", tens > 0 ? "十" : "", digits[number % 10], NULL);
}

static char *
format_ordinal (AtlasReport *self,
                guint        level)
{
  guint ordinal = self->ordinals[level - 1];
  g_autofree char *number = NULL;

  if (self->language == ATLAS_LANGUAGE_CHINESE && level < N_HEADING_LEVELS)
    number = format_chinese_numeral (ordinal);
  else
    number = g_strdup_printf ("%u", ordinal);
  if (level == 1)
    /* Translators: the ordinal before a heading of the first level: 一、 */
    return g_strdup_printf (C_("first heading", "%s. "), number);
  if (level == 2)
    /* Translators: the ordinal before a heading of the second level: （一） */
    return g_strdup_printf (C_("second heading", "(%s) "), number);
  /* Translators: the ordinal before a heading of the third level: 1. */
  return g_strdup_printf (C_("third heading", "%s) "), number);
}

void
atlas_report_add_heading (AtlasReport *self,
                          guint        level,
                          const char  *text)
{
  g_autofree char *ordinal = NULL;
  g_autofree char *whole = NULL;
  AtlasBlock *block;

  g_return_if_fail (level >= 1 && level <= N_HEADING_LEVELS);

  self->ordinals[level - 1]++;
  for (guint i = level; i < N_HEADING_LEVELS; i++)
    self->ordinals[i] = 0;
  ordinal = format_ordinal (self, level);
  whole = g_strconcat (ordinal, text, NULL);
  block = atlas_block_new (ATLAS_BLOCK_HEADING, whole);
  block->level = level;
  atlas_report_add (self, block);
}

void
atlas_report_add_paragraph (AtlasReport *self,
                            const char  *text)
{
  atlas_report_add (self, atlas_block_new (ATLAS_BLOCK_PARAGRAPH, text));
}

void
atlas_report_add_note (AtlasReport *self,
                       const char  *text)
{
  atlas_report_add (self, atlas_block_new (ATLAS_BLOCK_NOTE, text));
}

void
atlas_report_add_source (AtlasReport *self,
                         guint        number,
                         const char  *citation)
{
  g_autofree char *label = atlas_report_format_citation (number);
  g_autofree char *text = g_strdup_printf ("%s %s", label, citation);
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_NOTE, text);

  block->number = number;
  atlas_report_add (self, block);
}

void
atlas_report_add_sources_run_in (AtlasReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole = NULL;
  AtlasBlock *block;

  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *label = atlas_report_format_citation (i + 1);
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (self->sources, i));

      if (i > 0)
        /* Translators: between sources that follow each other in one paragraph */
        g_string_append (text, C_("sources", "; "));
      g_string_append_printf (text, "%s %s", label, citation);
    }
  /* Translators: the list of sources in one paragraph */
  whole = g_strdup_printf (_("Sources: %s."), text->str);
  block = atlas_block_new (ATLAS_BLOCK_NOTE, whole);
  block->number = self->sources->len;
  block->is_run_in = TRUE;
  atlas_report_add (self, block);
}

void
atlas_report_add_chart (AtlasReport    *self,
                        AtlasChartSpec *chart)
{
  const AtlasIndicator *indicator = atlas_table_get_indicator (chart->table);
  g_autoptr (GPtrArray) sources = atlas_table_list_sources (chart->table);
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_CHART, chart->headline != NULL
                                                            ? chart->headline
                                                            : atlas_indicator_get_name (indicator));

  /* The page says number and title in its own type; unit, period and notes stand under the plot, and the
   * sources by their numbers in the report's list. */
  chart->signs = self->signs;
  chart->show_titles = FALSE;
  chart->show_source = TRUE;
  g_free (chart->source_line);
  chart->source_line = atlas_report_dup_source_line (self, sources);
  block->chart = chart;
  for (guint i = 0; i < atlas_table_get_n_parts (chart->table); i++)
    atlas_report_rest_on (self, atlas_table_get_part (chart->table, i));
  atlas_report_add (self, block);
}

void
atlas_report_add_table (AtlasReport      *self,
                        AtlasReportTable *table)
{
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_TABLE, table->title);

  block->table = table;
  atlas_report_add (self, block);
}

void
atlas_report_add_key_figures (AtlasReport *self,
                              GPtrArray   *key_figures)
{
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_KEY_FIGURES, NULL);

  block->key_figures = key_figures;
  atlas_report_add (self, block);
}

void
atlas_report_add_cover (AtlasReport *self,
                        GPtrArray   *facts,
                        const char  *foot,
                        gboolean     when_long)
{
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_COVER, self->broken_title);

  block->key_figures = facts;
  block->detail = g_strdup (foot);
  block->when_long = when_long;
  atlas_report_add (self, block);
}

void
atlas_report_add_contents (AtlasReport *self,
                           const char  *title)
{
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_CONTENTS, title);

  block->when_long = TRUE;
  atlas_report_add (self, block);
}

void
atlas_report_add_part_contents (AtlasReport *self,
                                const char  *title,
                                GPtrArray   *entries)
{
  AtlasBlock *block = atlas_block_new (ATLAS_BLOCK_CONTENTS, title);

  block->entries = entries;
  atlas_report_add (self, block);
}

GDateTime *
atlas_report_dup_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL &&
      g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32 * G_GINT64_CONSTANT (100), &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);
  return g_date_time_new_now_local ();
}
