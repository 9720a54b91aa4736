/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/bar-ranks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-label.h"

#define RANK_GAP 7.0
#define CHANGE_GAP 9.0

struct _AtlasBarRanks {
  GPtrArray *ranks;   /* (element-type AtlasTextRun): of each row, NULL where there is none */
  GPtrArray *changes; /* (element-type AtlasTextRun) */
  double rank_width, change_width;
};

static void
free_run (gpointer run)
{
  g_clear_pointer ((AtlasTextRun **) &run, atlas_text_run_free);
}

static const AtlasRanking *
get_ranking (const AtlasChartBuild *build)
{
  return build->data->ranking;
}

/* A run of TEXT, or NULL for an empty one; WIDTH grows to hold it. */
static void
append_run (GPtrArray       *runs,
            AtlasChartBuild *build,
            AtlasTextRole    role,
            const char      *text,
            double          *width)
{
  AtlasTextRun *run = text[0] != '\0' ? atlas_text_run_new (build->text, role, text, 0.0, 1) : NULL;

  g_ptr_array_add (runs, run);
  if (run != NULL)
    *width = MAX (*width, run->width);
}

static void
make_row (AtlasBarRanks      *self,
          AtlasChartBuild    *build,
          const AtlasBarRows *rows,
          guint               category)
{
  guint row = (guint) atlas_chart_data_get_row (build->data, category, 0);
  const AtlasRank *rank = atlas_ranking_get (get_ranking (build), row);
  gboolean is_shown = rank->rank > 0 && atlas_bar_rows_is_named (rows, category);
  g_autofree char *place = is_shown ? g_strdup_printf ("%u", rank->rank) : g_strdup ("");
  g_autofree char *change = is_shown ? atlas_ranking_dup_change (get_ranking (build), row) : g_strdup ("");

  append_run (self->ranks, build, rows->role, place, &self->rank_width);
  append_run (self->changes, build, ATLAS_TEXT_NOTE, change, &self->change_width);
}

static const char *
get_reason (AtlasUnranked why)
{
  switch (why)
    {
    case ATLAS_UNRANKED_STAND_IN:
      return C_("not ranked", "undated or of another year");
    case ATLAS_UNRANKED_FEW_STATIONS:
      return C_("not ranked", "fewer than 30 stations");
    case ATLAS_UNRANKED_FEW_PEOPLE:
      return C_("not ranked", "fewer than 100 people");
    case ATLAS_UNRANKED_MISSING:
    case ATLAS_UNRANKED_NOT:
    case ATLAS_N_UNRANKED:
    default:
      return C_("not ranked", "no figure");
    }
}

static void
note_unranked (AtlasChartBuild *build,
               AtlasUnranked    why)
{
  g_autoptr (GArray) categories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < build->data->categories->len; i++)
    if (atlas_ranking_get (get_ranking (build), (guint) atlas_chart_data_get_row (build->data, i, 0))->why_not == why)
      g_array_append_val (categories, i);
  if (categories->len == 0)
    return;
  names = atlas_chart_dup_names (build->data, categories);
  /* Translators: regions without a place in a ranking, and why: “Not ranked (no figure): A, B” */
  sentence = g_strdup_printf (_("Not ranked (%s): %s"), get_reason (why), names);
  atlas_chart_notes_add (build->notes, sentence);
}

typedef struct {
  gboolean moved, stayed, is_new, is_inexact;
} Seen;

static Seen
look_over (const AtlasChartBuild *build)
{
  Seen seen = { FALSE };

  for (guint i = 0; i < build->data->categories->len; i++)
    {
      guint row = (guint) atlas_chart_data_get_row (build->data, i, 0);
      const AtlasRank *rank = atlas_ranking_get (get_ranking (build), row);

      if (rank->rank == 0)
        continue;
      seen.moved |= rank->earlier != 0 && rank->earlier != rank->rank;
      seen.stayed |= rank->earlier == rank->rank;
      seen.is_new |= rank->earlier == 0;
      seen.is_inexact |= atlas_table_get_row (build->data->table, row)->qualifier != ATLAS_QUALIFIER_EXACT;
    }
  return seen;
}

/* Takes SENTENCE. */
static void
note_if (AtlasChartBuild *build,
         gboolean         is_used,
         char            *sentence)
{
  if (is_used)
    atlas_chart_notes_add (build->notes, sentence);
  g_free (sentence);
}

static void
add_notes (AtlasChartBuild *build)
{
  int year = atlas_ranking_get_earlier_year (get_ranking (build));
  Seen seen = look_over (build);

  if (year != 0)
    {
      note_if (build, seen.moved, g_strdup_printf (_("▲ ▼: places up or down since %d"), year));
      note_if (build, seen.stayed, g_strdup_printf (_("＝: same place as in %d"), year));
      note_if (build, seen.is_new, g_strdup_printf (_("new: not ranked in %d"), year));
    }
  else if (build->spec->earlier != NULL)
    atlas_chart_notes_add (build->notes, _("Nothing is ranked in the year before: no change of rank"));
  note_if (build, seen.is_inexact, g_strdup (_("Figures that are not exact are ranked by the number printed")));
  for (AtlasUnranked why = ATLAS_UNRANKED_MISSING; why < ATLAS_N_UNRANKED; why++)
    note_unranked (build, why);
}

AtlasBarRanks *
atlas_bar_ranks_new (AtlasChartBuild *build,
                     AtlasBarRows    *rows)
{
  AtlasBarRanks *self;

  if (get_ranking (build) == NULL)
    return NULL;
  self = g_new0 (AtlasBarRanks, 1);
  self->ranks = g_ptr_array_new_with_free_func (free_run);
  self->changes = g_ptr_array_new_with_free_func (free_run);
  for (guint i = 0; i < rows->n_rows; i++)
    make_row (self, build, rows, i);
  atlas_bar_rows_reserve (rows, self->rank_width > 0.0 ? ceil (self->rank_width + RANK_GAP) : 0.0,
                          self->change_width > 0.0 ? ceil (self->change_width + CHANGE_GAP) : 0.0);
  add_notes (build);
  return self;
}

void
atlas_bar_ranks_free (AtlasBarRanks *self)
{
  g_ptr_array_unref (self->ranks);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* Ranks stand as numbers in a table do, their last digits under each other; arrows under each other as well. */
void
atlas_bar_ranks_draw (const AtlasBarRanks *self,
                      AtlasChartBuild     *build,
                      const AtlasBarRows  *rows)
{
  for (guint i = 0; i < rows->n_rows; i++)
    {
      const AtlasTextRun *rank = g_ptr_array_index (self->ranks, i), *change = g_ptr_array_index (self->changes, i);
      AtlasRect row = atlas_bar_rows_get_row (rows, i);
      double middle = row.y + row.height / 2.0;

      if (rank != NULL)
        atlas_text_run_place_right (rank, build->text, build->shapes, rows->start + self->rank_width,
                                    middle - rank->height / 2.0, atlas_chart_build_dim (build));
      if (change != NULL)
        atlas_text_run_place (change, build->text, build->shapes, rows->left - rows->after, middle - change->height / 2.0,
                              atlas_chart_build_dim (build));
    }
}
