/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-signs.h"

#include <glib/gi18n.h>

#include "charts/chart-label.h"
#include "indicators/figure-year.h"

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
find_shown_in (AtlasChartSigns *self,
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
find_shown (AtlasChartSigns *self)
{
  self->is_shown = g_new0 (gboolean, atlas_table_get_n_rows (self->data->table) + 1);
  for (guint p = 0; p < self->data->panels->len; p++)
    find_shown_in (self, p);
}

/* C27 */
gboolean
atlas_chart_signs_has_tiny_base (const AtlasChartSigns  *self,
                                 const AtlasObservation *row)
{
  AtlasUnranked why = atlas_ranking_judge (self->data->table, row);

  return why == ATLAS_UNRANKED_FEW_STATIONS || why == ATLAS_UNRANKED_FEW_PEOPLE;
}

static void
collect_signs (AtlasChartSigns *self)
{
  guint n_rows = atlas_table_get_n_rows (self->data->table), part;

  self->counts = g_new0 (AtlasPartCount, atlas_table_get_n_parts (self->data->table));
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
      self->has_tiny_bases |= atlas_chart_signs_has_tiny_base (self, row);
    }
}

static gboolean
all_have_status (const AtlasChartSigns *self,
                 guint                  part,
                 AtlasStatus            status)
{
  const AtlasPartCount *count = &self->counts[part];

  return count->n_shown > 0 && count->n_of_status[status] == count->n_shown;
}

const char *
atlas_chart_signs_get_status (const AtlasChartSigns *self,
                              guint                  part,
                              AtlasStatus            status)
{
  if (status == ATLAS_STATUS_NORMAL || all_have_status (self, part, status))
    return "";
  /* Translators: small signs behind an estimated value, and one of low reliability */
  return status == ATLAS_STATUS_ESTIMATED ? C_("status sign", " e") : C_("status sign", " u");
}

/* Beside points of two values stand names, not numbers: their shapes say what is not exact. */
static void
append_shapes (const AtlasChartSigns *self,
               GString               *text)
{
  if (self->qualifiers[ATLAS_QUALIFIER_AT_LEAST])
    atlas_note_append (text, _("Arrow up or to the right: at least"));
  if (self->qualifiers[ATLAS_QUALIFIER_AT_MOST])
    atlas_note_append (text, _("Arrow down or to the left: at most"));
  if (self->qualifiers[ATLAS_QUALIFIER_ABOUT] || self->qualifiers[ATLAS_QUALIFIER_NEARLY])
    atlas_note_append (text, _("Hollow, without an arrow: about or nearly"));
}

static void
append_qualifiers (const AtlasChartSigns *self,
                   GString               *text)
{
  static const char *const at_least[] = { N_("≥ and a pointed end: at least"), N_("≥ and an arrow up: at least"),
                                          N_("≥: at least"), N_("≥ and a point to the right: at least"),
                                          N_("≥: at least") };
  static const char *const at_most[] = { N_("≤ and a notched end: at most"), N_("≤: at most"), N_("≤: at most"),
                                         N_("≤ and a point to the left: at most"), N_("≤: at most") };
  AtlasMarkShape shape = atlas_chart_kind_get_traits (self->spec->kind)->shape;

  if (self->qualifiers[ATLAS_QUALIFIER_AT_LEAST])
    atlas_note_append (text, _(at_least[shape]));
  if (self->qualifiers[ATLAS_QUALIFIER_AT_MOST])
    atlas_note_append (text, _(at_most[shape]));
  if (self->qualifiers[ATLAS_QUALIFIER_ABOUT])
    atlas_note_append (text, _("≈: about"));
  if (self->qualifiers[ATLAS_QUALIFIER_NEARLY])
    atlas_note_append (text, _("<: nearly"));
}

static void
append_stand_ins (const AtlasChartSigns *self,
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
  atlas_note_append (text, sentence);
}

/* Said of all values, of all of one indicator, or by a sign beside some of them. */
static void
append_status (const AtlasChartSigns *self,
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
    atlas_note_append (text, all);
  for (guint part = 0; part < n_parts && n_all < n_shown; part++)
    if (all_have_status (self, part, status))
      {
        g_autofree char *of_part = atlas_note_dup_of_part (self->data->table, part, all);

        atlas_note_append (text, of_part);
      }
  if (n_some > 0)
    atlas_note_append (text, some);
}

static void
append_statuses (const AtlasChartSigns *self,
                 GString               *text)
{
  static const struct { AtlasStatus status; const char *all; const char *some; } words[] = {
    { ATLAS_STATUS_ESTIMATED, N_("Estimated values"), N_("e: estimated") },
    { ATLAS_STATUS_LOW_RELIABILITY, N_("Values of low reliability"), N_("u: low reliability") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    append_status (self, words[i].status, _(words[i].all), _(words[i].some), text);
}

/* All kinds of missing are one blank, which is explained once. */
static void
append_blank (const AtlasChartSigns *self,
              GString               *text)
{
  for (AtlasMissing missing = 0; missing < ATLAS_N_MISSING_KINDS; missing++)
    if (self->symbols[missing])
      {
        atlas_note_append (text, _("Blank: unknown or none"));
        return;
      }
}

static void
append_symbols (const AtlasChartSigns *self,
                GString               *text)
{
  for (AtlasMissing missing = 0; missing < ATLAS_N_MISSING_KINDS; missing++)
    {
      g_autofree char *item = NULL;

      if (!self->symbols[missing])
        continue;
      /* Translators: a sign and what it means, under a chart */
      item = g_strdup_printf (C_("sign and meaning", "%s: %s"), atlas_missing_get_symbol (missing),
                              atlas_missing_get_meaning (missing));
      atlas_note_append (text, item);
    }
}

void
atlas_chart_signs_init (AtlasChartSigns      *self,
                        const AtlasChartSpec *spec,
                        const AtlasChartData *data)
{
  *self = (AtlasChartSigns) { spec, data };
  find_shown (self);
  collect_signs (self);
}

void
atlas_chart_signs_clear (AtlasChartSigns *self)
{
  g_free (self->is_shown);
  g_free (self->counts);
}

gboolean
atlas_chart_signs_leave_blank (const AtlasChartSigns *self)
{
  return self->spec->signs == ATLAS_SIGNS_YEARBOOK && !atlas_chart_kind_get_traits (self->spec->kind)->is_map;
}

const char *
atlas_chart_signs_get_symbol (const AtlasChartSigns *self,
                              AtlasMissing           missing)
{
  return atlas_chart_signs_leave_blank (self) ? "" : atlas_missing_get_symbol (missing);
}

gboolean
atlas_chart_signs_use_symbol (AtlasChartSigns *self,
                              AtlasMissing     missing)
{
  gboolean is_new = !self->symbols[missing];

  self->symbols[missing] = TRUE;
  return is_new;
}

gboolean
atlas_chart_signs_use_qualifier (AtlasChartSigns *self,
                                 AtlasQualifier   qualifier)
{
  gboolean is_new = !self->qualifiers[qualifier] && qualifier != ATLAS_QUALIFIER_EXACT;

  self->qualifiers[qualifier] = TRUE;
  return is_new;
}

gboolean
atlas_chart_signs_use_small (AtlasChartSigns *self)
{
  gboolean is_new = !self->has_small;

  self->has_small = TRUE;
  return is_new;
}

void
atlas_chart_signs_explain (const AtlasChartSigns *self,
                           GString               *text)
{
  if (atlas_chart_kind_get_traits (self->spec->kind)->is_plane)
    append_shapes (self, text);
  else
    append_qualifiers (self, text);
  append_stand_ins (self, text);
  append_statuses (self, text);
  if (self->has_tiny_bases)
    atlas_note_append (text, _("*: a rate of fewer than 30 stations or 100 people"));
  if (self->has_small)
    atlas_note_append (text, _("…: less than half the smallest unit shown"));
  if (atlas_chart_signs_leave_blank (self))
    append_blank (self, text);
  else
    append_symbols (self, text);
}

void
atlas_note_append (GString    *text,
                   const char *item)
{
  if (text->len > 0)
    g_string_append (text, C_("between notes under a chart", "   "));
  g_string_append (text, item);
}

char *
atlas_note_dup_of_part (AtlasTable *table,
                        guint       part,
                        const char *sentence)
{
  g_autofree char *name = atlas_table_dup_name (atlas_table_get_part (table, part));

  return g_strdup_printf (C_("indicator and what is said of it", "%s: %s"), name, sentence);
}
