/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-footer.h"

#include "charts/chart-titles.h"

#define MAX_NOTE_LINES 6
#define MAX_SOURCE_LINES 3
#define GAP 2.0
#define BESIDE_GAP 10.0
/* Room to say how many sources there are, and for enough of a title to know it by. */
#define LEAST_BESIDE 60.0
#define LEAST_TITLE 160.0

struct _AtlasChartFooter {
  GPtrArray *runs; /* (element-type AtlasTextRun) */
  AtlasTextRun *beside; /* (nullable): behind the last of them, at its right end */
  double width;
  double height;
  gboolean loses_notes; /* some of what is to be said has no room */
};

/* How many lines a note and the sources may take; whether the source stands behind a note where there is no other line. */
typedef struct {
  guint notes, sources;
  gboolean is_one_line;
} Cut;

static void
append (AtlasChartFooter *self,
        AtlasTextRun     *run)
{
  self->height += run->height + (self->runs->len > 0 ? GAP : 0.0);
  g_ptr_array_add (self->runs, run);
}

static AtlasTextRun *
sources_run (AtlasChartBuild *build,
             double           width,
             guint            n,
             guint            max_lines)
{
  g_autofree char *text = atlas_chart_notes_dup_sources (build->notes, n);

  return atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, width, max_lines);
}

/* How many sources may fit, by the room that N of them take in RUN. */
static guint
guess_sources (const AtlasTextRun *run,
               guint               n,
               double              width,
               guint               max_lines)
{
  double taken = run->n_lines > 1 ? (run->n_lines - 0.5) * width : run->width;

  return MAX (n, (guint) MIN (n * max_lines * width / MAX (taken, 1.0), 1000.0));
}

/* As many sources in full as fit into MAX_LINES; the others are counted. A national ranking has dozens, of which setting the
 * text takes longer than all its bars: few are set, and how many fit is guessed by them. */
static AtlasTextRun *
fit_sources (AtlasChartBuild *build,
             double           width,
             guint            max_lines)
{
  guint n_all = atlas_chart_notes_get_n_sources (build->notes), least = MIN (n_all, 2), n;
  AtlasTextRun *best = sources_run (build, width, least, max_lines), *trial;

  if (best->is_ellipsized && n_all > 1)
    {
      atlas_text_run_free (best);
      best = sources_run (build, width, 1, max_lines);
      /* A long title gives way in its middle, so that the number of the others stays. */
      pango_layout_set_ellipsize (best->layout, PANGO_ELLIPSIZE_MIDDLE);
      return best;
    }
  for (n = MIN (guess_sources (best, least, width, max_lines), n_all); n > least; n--)
    {
      trial = sources_run (build, width, n, max_lines);
      if (!trial->is_ellipsized)
        {
          atlas_text_run_free (best);
          best = trial;
          break;
        }
      atlas_text_run_free (trial);
    }
  while (n < n_all)
    {
      trial = sources_run (build, width, n + 1, max_lines);
      if (trial->is_ellipsized)
        {
          atlas_text_run_free (trial);
          break;
        }
      atlas_text_run_free (best);
      best = trial;
      n++;
    }
  return best;
}

/* A note of its own paragraph, or behind the one before where both fit into one line. Takes TEXT. */
static void
append_note (AtlasChartFooter *self,
             AtlasChartBuild  *build,
             double            width,
             guint             max_lines,
             char             *text)
{
  AtlasTextRun *before = self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;

  if (text[0] != '\0' && before != NULL && before->n_lines == 1 && !before->is_ellipsized)
    {
      g_autofree char *joined = atlas_chart_notes_join (atlas_text_run_get_text (before), text);
      AtlasTextRun *run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, joined, width, 2);

      if (run->n_lines == 1)
        {
          g_ptr_array_remove_index (self->runs, self->runs->len - 1);
          g_ptr_array_add (self->runs, run);
          g_free (text);
          return;
        }
      atlas_text_run_free (run);
    }
  if (text[0] != '\0')
    append (self, atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, width, max_lines));
  g_free (text);
}

static gboolean
has_ellipsis (const AtlasChartFooter *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (((const AtlasTextRun *) g_ptr_array_index (self->runs, i))->is_ellipsized)
      return TRUE;
  return FALSE;
}

/* Behind what is said already where that leaves room for some of it, else on lines of its own. */
static void
append_beside (AtlasChartFooter *self,
               AtlasChartBuild  *build)
{
  const AtlasTextRun *before = self->runs->len == 1 ? g_ptr_array_index (self->runs, 0) : NULL;
  double room = before != NULL ? self->width - before->width - BESIDE_GAP : 0.0;

  if (room < LEAST_BESIDE)
    append (self, fit_sources (build, self->width, 1));
  else
    self->beside = room < LEAST_TITLE ? sources_run (build, room, 0, 1) : fit_sources (build, room, 1);
}

static AtlasChartFooter *
make (AtlasChartBuild *build,
      double           width,
      Cut              cut,
      gboolean         says_loss)
{
  AtlasChartFooter *self = g_new0 (AtlasChartFooter, 1);
  g_autoptr (GPtrArray) paragraphs = atlas_chart_notes_list_paragraphs (build->notes);

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_run_free);
  self->width = width;
  if (!build->spec->show_source)
    return self;
  if (!build->spec->show_titles && build->spec->subtitle == NULL && cut.notes > 0)
    append_note (self, build, width, 1, atlas_chart_dup_unit_line (build->data));
  append_note (self, build, width, MAX (cut.notes, 1),
               atlas_chart_notes_dup_hidden (build->notes, says_loss));
  for (guint i = 0; i < paragraphs->len && cut.notes > 0; i++)
    append_note (self, build, width, cut.notes, g_strdup (g_ptr_array_index (paragraphs, i)));
  self->loses_notes = (cut.notes == 0 && paragraphs->len > 0) || has_ellipsis (self);
  if (build->spec->source_line != NULL)
    append (self, atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, build->spec->source_line, width, cut.sources));
  else if (atlas_chart_notes_get_n_sources (build->notes) > 0 && cut.is_one_line)
    append_beside (self, build);
  else if (atlas_chart_notes_get_n_sources (build->notes) > 0)
    append (self, fit_sources (build, width, cut.sources));
  return self;
}

/* What is cut off is said to be in the table, unless that alone would be too much. */
static AtlasChartFooter *
make_honest (AtlasChartBuild *build,
             double           width,
             Cut              cut,
             double           max_height)
{
  AtlasChartFooter *self = make (build, width, cut, FALSE), *honest;

  if (!self->loses_notes)
    return self;
  honest = make (build, width, cut, TRUE);
  if (max_height >= 0.0 && honest->height > max_height && self->height <= max_height)
    {
      atlas_chart_footer_free (honest);
      return self;
    }
  atlas_chart_footer_free (self);
  return honest;
}

AtlasChartFooter *
atlas_chart_footer_new (AtlasChartBuild *build,
                        double           width,
                        double           max_height)
{
  static const Cut cuts[] = { { 2, 2, FALSE }, { 1, 1, FALSE }, { 0, 1, FALSE }, { 0, 1, TRUE } };
  AtlasChartFooter *self = make_honest (build, width, (Cut) { MAX_NOTE_LINES, MAX_SOURCE_LINES, FALSE }, max_height);

  for (guint i = 0; i < G_N_ELEMENTS (cuts) && max_height >= 0.0 && self->height > max_height; i++)
    {
      atlas_chart_footer_free (self);
      self = make_honest (build, width, cuts[i], max_height);
    }
  return self;
}

void
atlas_chart_footer_free (AtlasChartFooter *self)
{
  g_ptr_array_unref (self->runs);
  g_clear_pointer (&self->beside, atlas_text_run_free);
  g_free (self);
}

double
atlas_chart_footer_get_height (const AtlasChartFooter *self)
{
  return self->height;
}

void
atlas_chart_footer_draw (const AtlasChartFooter *self,
                         AtlasChartBuild        *build,
                         double                  y)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const AtlasTextRun *run = g_ptr_array_index (self->runs, i);

      atlas_text_run_place (run, build->text, build->shapes, 0.0, y, atlas_chart_build_dim (build));
      if (self->beside != NULL)
        atlas_text_run_place (self->beside, build->text, build->shapes, self->width - self->beside->width, y,
                              atlas_chart_build_dim (build));
      y += run->height + GAP;
    }
}
