/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-notes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-signs.h"
#include "charts/chart-sources.h"
#include "dataset/text.h"
#include "indicators/figure-year.h"

/* More notes by number than this are left to the source panel and the table. */
#define MAX_NUMBERED 8
/* Of a list of names, this many are written out. */
#define MAX_NAMES 12

struct _AtlasChartNotes {
  const AtlasChartSpec *spec;
  const AtlasChartData *data;
  AtlasChartSigns signs;
  GPtrArray *texts;    /* (element-type GPtrArray): the notes of each row, as they are said here */
  GPtrArray *common;   /* (element-type utf8): said of every value */
  GPtrArray *numbered; /* (element-type utf8): said of some */
  guint n_left_out;    /* notes beyond MAX_NUMBERED */
  char **marks;        /* of each row */
  GPtrArray *added;    /* (element-type utf8): about the drawing */
  guint n_hidden_rows, n_hidden_labels;
  guint n_before_rows, n_before_labels; /* of the panels before */
  guint n_hidden_panels;
  char *left_out;
  char *before_left_out; /* (nullable): of the panels drawn before */
  GPtrArray *sources; /* (element-type AtlasSource) */
  guint stamp;
};

/* Where years stand beside the values, notes that differ in nothing but these are one. */
static GPtrArray *
list_texts (const AtlasChartData   *data,
            const AtlasObservation *row)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->notes->len; i++)
    g_ptr_array_add (texts, data->has_years ? atlas_note_dup_without_year (g_ptr_array_index (row->notes, i), row->year)
                                            : g_strdup (g_ptr_array_index (row->notes, i)));
  return texts;
}

static gboolean
has_note (const AtlasChartNotes *self,
          guint                  row,
          const char            *note)
{
  return g_ptr_array_find_with_equal_func (g_ptr_array_index (self->texts, row), note, g_str_equal, NULL);
}

/* All values of PART, or of all parts where that is −1. */
static gboolean
all_have_note (const AtlasChartNotes *self,
               int                    part,
               const char            *note)
{
  guint n_rows = atlas_table_get_n_rows (self->data->table);

  for (guint i = 0; i < n_rows; i++)
    if (self->signs.is_shown[i] && !has_note (self, i, note) &&
        (part < 0 || part == (int) atlas_table_get_part_of_row (self->data->table, i)))
      return FALSE;
  return TRUE;
}

/* That a figure stands in is drawn, dated and explained; it needs no footnote as well. */
static gboolean
says_stand_in (const AtlasObservation *row,
               const char             *note)
{
  g_autofree char *stand_in = NULL;

  if (!row->stand_in)
    return FALSE;
  stand_in = atlas_observation_dup_stand_in_note (row->year, atlas_period_get_year (row->period));
  return strcmp (note, stand_in) == 0;
}

static void
add_once (GPtrArray  *list,
          const char *note)
{
  if (!g_ptr_array_find_with_equal_func (list, note, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (note));
}

/* What is said of all values of one of several indicators needs no number beside each. */
static gboolean
collect_part_note (AtlasChartNotes *self,
                   guint            part,
                   const char      *note)
{
  g_autofree char *of_part = NULL;

  if (atlas_table_get_n_parts (self->data->table) < 2 || !all_have_note (self, (int) part, note))
    return FALSE;
  of_part = atlas_note_dup_of_part (self->data->table, part, note);
  add_once (self->common, of_part);
  return TRUE;
}

static void
collect_note (AtlasChartNotes        *self,
              const AtlasObservation *row,
              guint                   part,
              const char             *note)
{
  if (says_stand_in (row, note) ||
      g_ptr_array_find_with_equal_func (self->common, note, g_str_equal, NULL) ||
      g_ptr_array_find_with_equal_func (self->numbered, note, g_str_equal, NULL))
    return;
  if (all_have_note (self, -1, note))
    g_ptr_array_add (self->common, g_strdup (note));
  else if (collect_part_note (self, part, note))
    return;
  else if (self->numbered->len < MAX_NUMBERED)
    g_ptr_array_add (self->numbered, g_strdup (note));
  else
    self->n_left_out++;
}

/* ① to ⑧ */
static void
append_number (GString *text,
               guint    n)
{
  g_string_append_unichar (text, 0x2460 + n);
}

static char *
make_mark (const AtlasChartNotes *self,
           guint                  index)
{
  const AtlasObservation *row = atlas_table_get_row (self->data->table, index);
  guint part = atlas_table_get_part_of_row (self->data->table, index);
  GString *mark = g_string_new (atlas_chart_signs_get_status (&self->signs, part, row->status));

  if (atlas_chart_signs_has_tiny_base (&self->signs, row))
    g_string_append (mark, " *");

  for (guint n = 0; n < self->numbered->len; n++)
    if (has_note (self, index, g_ptr_array_index (self->numbered, n)))
      {
        if (mark->len == 0)
          g_string_append_c (mark, ' ');
        append_number (mark, n);
      }
  return g_string_free (mark, FALSE);
}

static guint
part_at (const AtlasChartNotes *self,
         guint                  category,
         guint                  series)
{
  return atlas_table_get_part_of_row (self->data->table, (guint) atlas_chart_data_get_row (self->data, category, series));
}

/* In the order the rows are drawn in, so that ① stands above ②. */
static void
collect_notes (AtlasChartNotes *self)
{
  const AtlasChartData *data = self->data;
  guint n_rows = atlas_table_get_n_rows (data->table);

  for (guint c = 0; c < data->categories->len; c++)
    for (guint s = 0; s < data->series->len; s++)
      {
        const AtlasObservation *row = atlas_chart_data_get (data, c, s);
        int index = atlas_chart_data_get_row (data, c, s);
        GPtrArray *texts = index >= 0 ? g_ptr_array_index (self->texts, index) : NULL;

        if (row != NULL && self->signs.is_shown[index])
          for (guint i = 0; i < texts->len; i++)
            collect_note (self, row, part_at (self, c, s), g_ptr_array_index (texts, i));
      }
  self->marks = g_new0 (char *, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    self->marks[i] = self->signs.is_shown[i] ? make_mark (self, i) : g_strdup ("");
}

AtlasChartNotes *
atlas_chart_notes_new (const AtlasChartSpec *spec,
                       const AtlasChartData *data)
{
  AtlasChartNotes *self = g_new0 (AtlasChartNotes, 1);

  self->spec = spec;
  self->data = data;
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < atlas_table_get_n_rows (data->table); i++)
    g_ptr_array_add (self->texts, list_texts (data, atlas_table_get_row (data->table, i)));
  self->common = g_ptr_array_new_with_free_func (g_free);
  self->numbered = g_ptr_array_new_with_free_func (g_free);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->sources = atlas_chart_sources_list (spec);
  atlas_chart_signs_init (&self->signs, spec, data);
  collect_notes (self);
  return self;
}

void
atlas_chart_notes_free (AtlasChartNotes *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->common);
  g_ptr_array_unref (self->numbered);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->sources);
  g_strfreev (self->marks);
  atlas_chart_signs_clear (&self->signs);
  g_free (self->left_out);
  g_free (self->before_left_out);
  g_free (self);
}

const char *
atlas_chart_notes_get_mark (const AtlasChartNotes *self,
                            guint                  row)
{
  return self->marks[row];
}

const char *
atlas_chart_notes_get_symbol (const AtlasChartNotes *self,
                              AtlasMissing           missing)
{
  return atlas_chart_signs_get_symbol (&self->signs, missing);
}

gboolean
atlas_chart_notes_leave_blank (const AtlasChartNotes *self)
{
  return atlas_chart_signs_leave_blank (&self->signs);
}

void
atlas_chart_notes_use_symbol (AtlasChartNotes *self,
                              AtlasMissing     missing)
{
  self->stamp += atlas_chart_signs_use_symbol (&self->signs, missing);
}

void
atlas_chart_notes_use_qualifier (AtlasChartNotes *self,
                                 AtlasQualifier   qualifier)
{
  self->stamp += atlas_chart_signs_use_qualifier (&self->signs, qualifier);
}

void
atlas_chart_notes_use_small (AtlasChartNotes *self)
{
  self->stamp += atlas_chart_signs_use_small (&self->signs);
}

void
atlas_chart_notes_add (AtlasChartNotes *self,
                       const char      *sentence)
{
  if (g_ptr_array_find_with_equal_func (self->added, sentence, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->added, g_strdup (sentence));
  self->stamp++;
}

char *
atlas_chart_notes_number (AtlasChartNotes *self,
                          const char      *sentence)
{
  GString *number = g_string_new (NULL);
  guint n;

  if (!g_ptr_array_find_with_equal_func (self->numbered, sentence, g_str_equal, &n))
    {
      if (self->numbered->len >= MAX_NUMBERED)
        {
          atlas_chart_notes_add (self, sentence);
          return g_string_free (number, FALSE);
        }
      n = self->numbered->len;
      g_ptr_array_add (self->numbered, g_strdup (sentence));
      self->stamp++;
    }
  append_number (number, n);
  return g_string_free (number, FALSE);
}

void
atlas_chart_notes_set_hidden (AtlasChartNotes *self,
                              guint            n_rows,
                              guint            n_labels)
{
  self->stamp += n_rows != self->n_hidden_rows || n_labels != self->n_hidden_labels;
  self->n_hidden_rows = n_rows;
  self->n_hidden_labels = n_labels;
}

void
atlas_chart_notes_add_hidden (AtlasChartNotes *self,
                              guint            n_labels)
{
  self->stamp += n_labels > 0;
  self->n_hidden_labels += n_labels;
}

void
atlas_chart_notes_begin_panels (AtlasChartNotes *self,
                                guint            n_hidden)
{
  self->stamp += n_hidden != self->n_hidden_panels;
  self->n_hidden_panels = n_hidden;
  self->n_before_rows = self->n_before_labels = 0;
  self->n_hidden_rows = self->n_hidden_labels = 0;
  g_clear_pointer (&self->left_out, g_free);
  g_clear_pointer (&self->before_left_out, g_free);
}

void
atlas_chart_notes_end_panel (AtlasChartNotes *self)
{
  self->n_before_rows += self->n_hidden_rows;
  self->n_before_labels += self->n_hidden_labels;
  self->n_hidden_rows = self->n_hidden_labels = 0;
  if (self->left_out != NULL && self->before_left_out != NULL)
    {
      g_autofree char *before = g_steal_pointer (&self->before_left_out);

      self->before_left_out = atlas_chart_notes_join (before, self->left_out);
      g_clear_pointer (&self->left_out, g_free);
    }
  else if (self->left_out != NULL)
    self->before_left_out = g_steal_pointer (&self->left_out);
}

void
atlas_chart_notes_set_left_out (AtlasChartNotes *self,
                                const char      *sentence)
{
  if (g_strcmp0 (self->left_out, sentence) == 0)
    return;
  g_free (self->left_out);
  self->left_out = g_strdup (sentence);
  self->stamp++;
}

guint
atlas_chart_notes_get_stamp (const AtlasChartNotes *self)
{
  return self->stamp;
}

char *
atlas_chart_notes_join (const char *one,
                        const char *other)
{
  GString *text = g_string_new (one);

  atlas_note_append (text, other);
  return g_string_free (text, FALSE);
}

/* C2: an order other than by value is said. */
static void
append_order (const AtlasChartNotes *self,
              GString               *text)
{
  const AtlasQuestion *question = atlas_table_get_question (self->data->table);

  if (!self->spec->keep_order || self->data->categories->len < 2 ||
      atlas_chart_kind_get_traits (self->spec->kind)->is_over_time)
    return;
  switch (question->sort)
    {
    case ATLAS_SORT_CODE:
      atlas_note_append (text, _("In the order of division codes"));
      break;
    case ATLAS_SORT_NAME:
      atlas_note_append (text, _("In the order of names"));
      break;
    case ATLAS_SORT_ASKED:
      atlas_note_append (text, question->within != NULL ? _("In the order of division codes") : _("In the order chosen"));
      break;
    case ATLAS_SORT_VALUE:
    default:
      break;
    }
}

static void
append_count (GString    *list,
              guint       n,
              const char *format)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) around = g_strsplit (format, "%u", 2);
  g_autofree char *count = g_strjoinv (number, around);

  if (n > 0)
    g_string_append_printf (list, "%s%s", list->len > 0 ? C_("between names", ", ") : "", count);
}

/* Short, as it stands where there is little room, and before all else: what is not drawn is in the table. */
char *
atlas_chart_notes_dup_hidden (const AtlasChartNotes *self,
                              gboolean               with_notes)
{
  GString *text = g_string_new (NULL);
  guint n_rows = self->n_before_rows + self->n_hidden_rows, n_labels = self->n_before_labels + self->n_hidden_labels;
  g_autoptr (GString) list = g_string_new (NULL);

  append_count (list, self->n_hidden_panels, ngettext ("%u panel", "%u panels", self->n_hidden_panels));
  append_count (list, n_rows, ngettext ("%u row", "%u rows", n_rows));
  append_count (list, n_labels, ngettext ("%u label", "%u labels", n_labels));
  if (with_notes)
    g_string_append_printf (list, "%s%s", list->len > 0 ? C_("between names", ", ") : "",
                            C_("what there was no room for", "notes"));
  if (list->len > 0)
    {
      /* Translators: under a chart, of what there was no room for: "Only in the table: 3 rows, 2 labels" */
      g_autofree char *sentence = g_strdup_printf (_("Only in the table: %s"), list->str);

      atlas_note_append (text, sentence);
    }
  if (self->before_left_out != NULL)
    atlas_note_append (text, self->before_left_out);
  if (self->left_out != NULL)
    atlas_note_append (text, self->left_out);
  return g_string_free (text, FALSE);
}

char *
atlas_chart_notes_join_names (GPtrArray *names)
{
  GString *list = g_string_new (NULL);
  guint n = names->len > MAX_NAMES + 1 ? MAX_NAMES : names->len;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? C_("between names", ", ") : "",
                            (const char *) g_ptr_array_index (names, i));
  if (n < names->len)
    /* Translators: behind a list of names: “A, B, C and 12 more in the table” */
    g_string_append_printf (list, ngettext (" and %u more in the table", " and %u more in the table", names->len - n),
                            names->len - n);
  return g_string_free (list, FALSE);
}

void
atlas_chart_notes_add_names (AtlasChartNotes *self,
                             const char      *format,
                             GPtrArray       *names)
{
  g_autofree char *list = atlas_chart_notes_join_names (names);
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);
  g_autofree char *sentence = g_strjoinv (list, around);

  if (names->len > 0)
    atlas_chart_notes_add (self, sentence);
}

static void
append_empty (const AtlasChartNotes *self,
              GString               *text)
{
  g_autofree char *names = atlas_chart_notes_join_names (self->data->empty_names);
  g_autofree char *sentence = NULL;

  if (names[0] == '\0')
    return;
  sentence = g_strdup_printf (_("Not published: %s"), names);
  atlas_note_append (text, sentence);
}

static char *
dup_explanations (const AtlasChartNotes *self)
{
  GString *text = g_string_new (NULL);

  atlas_chart_signs_explain (&self->signs, text);
  append_empty (self, text);
  append_order (self, text);
  for (guint i = 0; i < self->added->len; i++)
    atlas_note_append (text, g_ptr_array_index (self->added, i));
  return g_string_free (text, FALSE);
}

static char *
dup_row_notes (const AtlasChartNotes *self)
{
  GString *text = g_string_new (NULL);

  /* Notes of rows begin small, as they may stand behind a name. */
  for (guint i = 0; i < self->common->len; i++)
    {
      g_autofree char *note = atlas_text_dup_capitalized (g_ptr_array_index (self->common, i));

      atlas_note_append (text, note);
    }
  for (guint i = 0; i < self->numbered->len; i++)
    {
      g_autofree char *note = atlas_text_dup_capitalized (g_ptr_array_index (self->numbered, i));
      g_autoptr (GString) item = g_string_new (NULL);

      append_number (item, i);
      /* A blank that no line is broken at: a number alone at the end of a line explains nothing. */
      g_string_append_printf (item, "\u00a0%s", note);
      atlas_note_append (text, item->str);
    }
  if (self->n_left_out > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more note stands in the table",
                                                         "%u more notes stand in the table", self->n_left_out),
                                               self->n_left_out);

      atlas_note_append (text, more);
    }
  return g_string_free (text, FALSE);
}

GPtrArray *
atlas_chart_notes_list_paragraphs (const AtlasChartNotes *self)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  char *texts[] = { dup_explanations (self), dup_row_notes (self) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i][0] != '\0')
        g_ptr_array_add (paragraphs, texts[i]);
      else
        g_free (texts[i]);
    }
  return paragraphs;
}

guint
atlas_chart_notes_get_n_sources (const AtlasChartNotes *self)
{
  return self->sources->len;
}

char *
atlas_chart_notes_dup_sources (const AtlasChartNotes *self,
                               guint                  n)
{
  return atlas_chart_sources_dup_text (self->sources, n);
}
