/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-notes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-label.h"
#include "indicators/figure-year.h"

/* More notes by number than this are left to the source panel and the table. */
#define MAX_NUMBERED 8
/* Of a list of names, this many are written out. */
#define MAX_NAMES 12

#define N_MISSING_KINDS (ATLAS_MISSING_SUPPRESSED + 1)
#define N_QUALIFIERS (ATLAS_QUALIFIER_AT_MOST + 1)

/* Of the rows of one part of the table. */
typedef struct {
  guint n_shown;
  guint n_of_status[ATLAS_STATUS_MISSING + 1];
} PartCount;

struct _AtlasChartNotes {
  const AtlasChartSpec *spec;
  const AtlasChartData *data;
  gboolean qualifiers[N_QUALIFIERS];
  gboolean symbols[N_MISSING_KINDS];
  gboolean has_stand_ins;
  gboolean has_tiny_bases;
  gboolean *is_shown;  /* of each row */
  PartCount *counts;   /* of each part of the table */
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
  GPtrArray *sources;
  guint stamp;
};

static gboolean
is_whole (const AtlasChartData *data,
          guint                 category)
{
  for (guint s = 0; s < data->series->len; s++)
    if (atlas_chart_data_get_value (data, category, s) == NULL)
      return FALSE;
  return TRUE;
}

static void
find_shown_in (AtlasChartNotes *self,
               guint            panel)
{
  gboolean is_plane = atlas_chart_kind_get_traits (self->spec->kind)->is_plane;
  AtlasChartData data;

  atlas_chart_data_init_panel (&data, self->data, panel);
  for (guint c = 0; c < data.categories->len; c++)
    for (guint s = 0; s < data.series->len; s++)
      {
        int row = atlas_chart_data_get_row (&data, c, s);

        if (row >= 0)
          self->is_shown[row] = atlas_chart_kind_shows (self->spec->kind, atlas_table_get_row (data.table, (guint) row)) &&
                                (!is_plane || is_whole (&data, c));
      }
}

/* Only what is drawn is explained: neither a year between the two of a slope, nor, of two indicators against each other,
 * the one where the other is missing. */
static void
find_shown (AtlasChartNotes *self)
{
  self->is_shown = g_new0 (gboolean, atlas_table_get_n_rows (self->data->table) + 1);
  for (guint p = 0; p < self->data->panels->len; p++)
    find_shown_in (self, p);
}

/* C27 */
static gboolean
has_tiny_base (const AtlasChartNotes  *self,
               const AtlasObservation *row)
{
  AtlasUnranked why = atlas_ranking_judge (self->data->table, row);

  return why == ATLAS_UNRANKED_FEW_STATIONS || why == ATLAS_UNRANKED_FEW_PEOPLE;
}

static void
collect_signs (AtlasChartNotes *self)
{
  guint n_rows = atlas_table_get_n_rows (self->data->table), part;

  self->counts = g_new0 (PartCount, atlas_table_get_n_parts (self->data->table));
  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->data->table, i);

      if (!self->is_shown[i])
        continue;
      self->qualifiers[row->qualifier] = TRUE;
      part = atlas_table_get_part_of_row (self->data->table, i);
      self->counts[part].n_shown++;
      self->counts[part].n_of_status[row->status]++;
      self->has_stand_ins |= row->stand_in;
      self->has_tiny_bases |= has_tiny_base (self, row);
    }
}

static gboolean
has_note (const AtlasObservation *row,
          const char             *note)
{
  return g_ptr_array_find_with_equal_func (row->notes, note, g_str_equal, NULL);
}

/* All values of PART, or of all parts where that is −1. */
static gboolean
all_have_note (const AtlasChartNotes *self,
               int                    part,
               const char            *note)
{
  guint n_rows = atlas_table_get_n_rows (self->data->table);

  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->data->table, i);

      if (self->is_shown[i] && !has_note (row, note) &&
          (part < 0 || part == (int) atlas_table_get_part_of_row (self->data->table, i)))
        return FALSE;
    }
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

/* "Stations: operating": of which indicator all values are so; (transfer full). */
static char *
dup_of_part (const AtlasChartNotes *self,
             guint                  part,
             const char            *sentence)
{
  g_autofree char *name = atlas_table_dup_name (atlas_table_get_part (self->data->table, part));

  return g_strdup_printf (C_("indicator and what is said of it", "%s: %s"), name, sentence);
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
  of_part = dup_of_part (self, part, note);
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

static gboolean
all_have_status (const AtlasChartNotes *self,
                 guint                  part,
                 AtlasStatus            status)
{
  const PartCount *count = &self->counts[part];

  return count->n_shown > 0 && count->n_of_status[status] == count->n_shown;
}

/* The sign of a status that not all values of an indicator share; where all do, a sentence says it. */
static const char *
status_sign (const AtlasChartNotes *self,
             guint                  part,
             AtlasStatus            status)
{
  if (status == ATLAS_STATUS_NORMAL || all_have_status (self, part, status))
    return "";
  /* Translators: small signs behind an estimated value, and one of low reliability */
  return status == ATLAS_STATUS_ESTIMATED ? C_("status sign", " e") : C_("status sign", " u");
}

static char *
make_mark (const AtlasChartNotes *self,
           guint                  index)
{
  const AtlasObservation *row = atlas_table_get_row (self->data->table, index);
  guint part = atlas_table_get_part_of_row (self->data->table, index);
  GString *mark = g_string_new (status_sign (self, part, row->status));

  if (has_tiny_base (self, row))
    g_string_append (mark, " *");

  for (guint n = 0; n < self->numbered->len; n++)
    if (has_note (row, g_ptr_array_index (self->numbered, n)))
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

        if (row != NULL && self->is_shown[atlas_chart_data_get_row (data, c, s)])
          for (guint i = 0; i < row->notes->len; i++)
            collect_note (self, row, part_at (self, c, s), g_ptr_array_index (row->notes, i));
      }
  self->marks = g_new0 (char *, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    self->marks[i] = self->is_shown[i] ? make_mark (self, i) : g_strdup ("");
}

AtlasChartNotes *
atlas_chart_notes_new (const AtlasChartSpec *spec,
                       const AtlasChartData *data)
{
  AtlasChartNotes *self = g_new0 (AtlasChartNotes, 1);

  self->spec = spec;
  self->data = data;
  self->common = g_ptr_array_new_with_free_func (g_free);
  self->numbered = g_ptr_array_new_with_free_func (g_free);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->sources = atlas_table_list_sources (data->table);
  find_shown (self);
  collect_signs (self);
  collect_notes (self);
  return self;
}

void
atlas_chart_notes_free (AtlasChartNotes *self)
{
  g_ptr_array_unref (self->common);
  g_ptr_array_unref (self->numbered);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->sources);
  g_strfreev (self->marks);
  g_free (self->counts);
  g_free (self->is_shown);
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

void
atlas_chart_notes_use_symbol (AtlasChartNotes *self,
                              AtlasMissing     missing)
{
  self->stamp += !self->symbols[missing];
  self->symbols[missing] = TRUE;
}

void
atlas_chart_notes_use_qualifier (AtlasChartNotes *self,
                                 AtlasQualifier   qualifier)
{
  self->stamp += !self->qualifiers[qualifier] && qualifier != ATLAS_QUALIFIER_EXACT;
  self->qualifiers[qualifier] = TRUE;
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

static void
append_item (GString    *text,
             const char *item)
{
  if (text->len > 0)
    g_string_append (text, C_("between notes under a chart", "   "));
  g_string_append (text, item);
}

char *
atlas_chart_notes_join (const char *one,
                        const char *other)
{
  GString *text = g_string_new (one);

  append_item (text, other);
  return g_string_free (text, FALSE);
}

static void
append_qualifiers (const AtlasChartNotes *self,
                   GString               *text)
{
  static const char *const at_least[] = { N_("≥ and a pointed end: at least"), N_("≥ and an arrow up: at least"),
                                          N_("≥: at least"), N_("≥ and a point to the right: at least"),
                                          N_("≥: at least") };
  static const char *const at_most[] = { N_("≤ and a notched end: at most"), N_("≤: at most"), N_("≤: at most"),
                                         N_("≤ and a point to the left: at most"), N_("≤: at most") };
  AtlasMarkShape shape = atlas_chart_kind_get_traits (self->spec->kind)->shape;

  if (self->qualifiers[ATLAS_QUALIFIER_AT_LEAST])
    append_item (text, _(at_least[shape]));
  if (self->qualifiers[ATLAS_QUALIFIER_AT_MOST])
    append_item (text, _(at_most[shape]));
  if (self->qualifiers[ATLAS_QUALIFIER_ABOUT])
    append_item (text, _("≈: about"));
  if (self->qualifiers[ATLAS_QUALIFIER_NEARLY])
    append_item (text, _("<: nearly"));
}

static void
append_stand_ins (const AtlasChartNotes *self,
                  GString               *text)
{
  const AtlasQuestion *question = atlas_table_get_question (self->data->table);
  g_autofree char *year = g_strdup_printf ("%d", question->first_year);
  gboolean is_one_year = question->first_year > 0 && question->first_year == question->last_year;
  g_autofree char *period = is_one_year ? atlas_format_period (year) : NULL;
  gboolean is_area = atlas_chart_kind_get_traits (self->spec->kind)->shape == ATLAS_MARKS_AREAS;
  g_autofree char *sentence = NULL;

  if (!self->has_stand_ins)
    return;
  /* A lighter area would look like one of a lower class. */
  if (period == NULL)
    sentence = g_strdup (is_area ? _("Dashed: undated, or of another year") : _("Lighter: undated, or of another year"));
  else
    sentence = g_strdup_printf (is_area ? _("Dashed: undated or earlier, since there is none for %s")
                                        : _("Lighter: undated or earlier, since there is none for %s"), period);
  append_item (text, sentence);
}

/* Said of all values, of all of one indicator, or by a sign beside some of them. */
static void
append_status (const AtlasChartNotes *self,
               AtlasStatus            status,
               const char            *all,
               const char            *some,
               GString               *text)
{
  guint n_parts = atlas_table_get_n_parts (self->data->table), n_all = 0, n_some = 0, n_shown = 0;

  for (guint part = 0; part < n_parts; part++)
    {
      guint n = self->counts[part].n_of_status[status];

      n_shown += self->counts[part].n_shown > 0;
      n_all += all_have_status (self, part, status);
      n_some += n > 0 && !all_have_status (self, part, status);
    }
  if (n_all > 0 && n_all == n_shown)
    append_item (text, all);
  for (guint part = 0; part < n_parts && n_all < n_shown; part++)
    if (all_have_status (self, part, status))
      {
        g_autofree char *of_part = dup_of_part (self, part, all);

        append_item (text, of_part);
      }
  if (n_some > 0)
    append_item (text, some);
}

static void
append_statuses (const AtlasChartNotes *self,
                 GString               *text)
{
  static const struct { AtlasStatus status; const char *all; const char *some; } words[] = {
    { ATLAS_STATUS_ESTIMATED, N_("Estimated values"), N_("e: estimated") },
    { ATLAS_STATUS_LOW_RELIABILITY, N_("Values of low reliability"), N_("u: low reliability") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    append_status (self, words[i].status, _(words[i].all), _(words[i].some), text);
}

static void
append_symbols (const AtlasChartNotes *self,
                GString               *text)
{
  for (AtlasMissing missing = 0; missing < N_MISSING_KINDS; missing++)
    {
      g_autofree char *item = NULL;

      if (!self->symbols[missing])
        continue;
      /* Translators: a sign and what it means, under a chart */
      item = g_strdup_printf (C_("sign and meaning", "%s: %s"), atlas_missing_get_symbol (missing),
                              atlas_missing_get_meaning (missing));
      append_item (text, item);
    }
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
      append_item (text, _("In the order of division codes"));
      break;
    case ATLAS_SORT_NAME:
      append_item (text, _("In the order of names"));
      break;
    case ATLAS_SORT_ASKED:
      append_item (text, question->within != NULL ? _("In the order of division codes") : _("In the order chosen"));
      break;
    case ATLAS_SORT_VALUE:
    default:
      break;
    }
}

char *
atlas_chart_notes_dup_hidden (const AtlasChartNotes *self)
{
  GString *text = g_string_new (NULL);
  guint n_rows = self->n_before_rows + self->n_hidden_rows, n_labels = self->n_before_labels + self->n_hidden_labels;
  g_autofree char *panels = g_strdup_printf (ngettext ("%u panel is not shown for lack of room",
                                                       "%u panels are not shown for lack of room",
                                                       self->n_hidden_panels), self->n_hidden_panels);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row is not shown for lack of room",
                                                     "%u rows are not shown for lack of room", n_rows), n_rows);
  g_autofree char *labels = g_strdup_printf (ngettext ("%u label is left out for lack of room",
                                                       "%u labels are left out for lack of room", n_labels), n_labels);

  if (self->n_hidden_panels > 0)
    append_item (text, panels);
  if (n_rows > 0)
    append_item (text, rows);
  if (n_labels > 0)
    append_item (text, labels);
  if (self->before_left_out != NULL)
    append_item (text, self->before_left_out);
  if (self->left_out != NULL)
    append_item (text, self->left_out);
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
    /* Translators: behind a list of names: “A, B, C and 12 more” */
    g_string_append_printf (list, ngettext (" and %u more", " and %u more", names->len - n), names->len - n);
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
  append_item (text, sentence);
}

static char *
dup_explanations (const AtlasChartNotes *self)
{
  GString *text = g_string_new (NULL);

  append_qualifiers (self, text);
  append_stand_ins (self, text);
  append_statuses (self, text);
  if (self->has_tiny_bases)
    append_item (text, _("*: a rate of fewer than 30 stations or 100 people"));
  append_symbols (self, text);
  append_empty (self, text);
  append_order (self, text);
  for (guint i = 0; i < self->added->len; i++)
    append_item (text, g_ptr_array_index (self->added, i));
  return g_string_free (text, FALSE);
}

static char *
dup_row_notes (const AtlasChartNotes *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->common->len; i++)
    append_item (text, g_ptr_array_index (self->common, i));
  for (guint i = 0; i < self->numbered->len; i++)
    {
      g_autoptr (GString) item = g_string_new (NULL);

      append_number (item, i);
      /* A blank that no line is broken at: a number alone at the end of a line explains nothing. */
      g_string_append_printf (item, "\u00a0%s", (char *) g_ptr_array_index (self->numbered, i));
      append_item (text, item->str);
    }
  if (self->n_left_out > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more note stands in the table",
                                                         "%u more notes stand in the table", self->n_left_out),
                                               self->n_left_out);

      append_item (text, more);
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
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_all = self->sources->len;

  if (n_all == 0)
    return g_strdup ("");
  for (guint i = 0; i < MIN (n, n_all); i++)
    {
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (self->sources, i));

      g_string_append_printf (list, "%s%s", i > 0 ? C_("between sources", "; ") : "", citation);
    }
  if (n == 0)
    return g_strdup_printf (ngettext ("%u source", "%u sources", n_all), n_all);
  if (n < n_all)
    /* Translators: the first sources of many: “Source: A; B and others, 9 in all” */
    return g_strdup_printf (_("Source: %s and others, %u in all"), list->str, n_all);
  return g_strdup_printf (ngettext ("Source: %s", "Sources: %s", n_all), list->str);
}
