/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "charts/kinds/bullet-legend.h"
#include "charts/reference-line.h"

/* What is, as a bar, against what should be, a tick across it, and what is said to be, a hollow diamond. */

#define ROW_HEIGHT 2.35
#define BAR_SHARE 0.5
#define TICK_SHARE 0.84
#define DIAMOND 5.0
#define LABEL_GAP 6.0
#define LEGEND_GAP 8.0

typedef struct {
  AtlasChartBuild *build;
  AtlasBullet bullet;
  AtlasBarRows *rows;
  AtlasTextRun **labels; /* of each row */
  gboolean is_terse;     /* without the numbers of targets and claims */
  double zero, scale;
} Bullets;

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

static double
bar_height (const Bullets *self)
{
  double height = MIN (self->rows->band, row_height (self->build) * 1.3) * BAR_SHARE;

  return MAX (1.5, self->rows->band >= 6.0 ? round (height) : height);
}

static double
head_height (AtlasChartBuild *build,
             double           width)
{
  return ceil (atlas_bullet_legend_draw (build, (AtlasRect) { 0.0, 0.0, width, 0.0 }, FALSE) + LEGEND_GAP) +
         atlas_reference_line_measure (build);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return head_height (build, width) + atlas_bar_rows_measure (build, width, row_height (build));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return head_height (build, width) + atlas_bar_rows_measure_few (build);
}

static const AtlasObservation *
get_value (const Bullets   *self,
           guint            row,
           AtlasBulletPart  part)
{
  if (self->bullet.series[part] < 0)
    return NULL;
  return atlas_chart_data_get_value (self->build->data, row, (guint) self->bullet.series[part]);
}

static AtlasMissing
get_missing (const Bullets   *self,
             guint            row,
             AtlasBulletPart  part)
{
  const AtlasObservation *observation = atlas_chart_data_get (self->build->data, row, (guint) self->bullet.series[part]);

  return observation != NULL ? observation->missing : ATLAS_MISSING_NOT_REPORTED;
}

/* The value, or the sign of why there is none. */
static char *
dup_part_text (const Bullets   *self,
               guint            row,
               AtlasBulletPart  part)
{
  if (get_value (self, row, part) != NULL)
    return atlas_chart_build_dup_label (self->build, row, (guint) self->bullet.series[part], TRUE);
  return g_strdup (atlas_chart_notes_get_symbol (self->build->notes, get_missing (self, row, part)));
}

/* "24.0%   ┃30.0%   ◇28.0%": the actual value first, the others with the signs of the legend. */
static char *
dup_label (const Bullets *self,
           guint          row)
{
  GString *text = g_string_new (NULL);

  for (AtlasBulletPart part = ATLAS_BULLET_ACTUAL; part < ATLAS_N_BULLET_PARTS; part++)
    {
      g_autofree char *value = NULL;

      if (self->bullet.series[part] < 0 || (self->is_terse && part != ATLAS_BULLET_ACTUAL))
        continue;
      value = dup_part_text (self, row, part);
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "   " : "", atlas_bullet_part_get_sign (part), value);
    }
  return g_string_free (text, FALSE);
}

static void
make_labels (Bullets *self)
{
  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      g_autofree char *text = atlas_bar_rows_is_named (self->rows, i) ? dup_label (self, i) : NULL;

      g_clear_pointer (&self->labels[i], atlas_text_run_free);
      if (text != NULL)
        self->labels[i] = atlas_text_run_new (self->build->text, self->rows->role, text, 0.0, 1);
    }
}

/* How far a mark reaches beyond its value. */
static double
reach (const Bullets   *self,
       guint            row,
       AtlasBulletPart  part)
{
  if (part == ATLAS_BULLET_ACTUAL)
    return atlas_bar_get_overhang (bar_height (self), get_value (self, row, part)->qualifier);
  return part == ATLAS_BULLET_TARGET ? ATLAS_BULLET_TICK_REACH : DIAMOND;
}

/* All marks and, behind each of them, the label: whichever is outermost has it. Below zero there is none. */
static double
fit (Bullets *self)
{
  guint n = 0, n_rows = self->rows->n_rows;
  g_autofree AtlasBarLength *lengths = g_new0 (AtlasBarLength, n_rows * (ATLAS_N_BULLET_PARTS + 1) + 1);
  double scale;

  for (guint i = 0; i < n_rows; i++)
    {
      double label = self->labels[i] != NULL ? LABEL_GAP + self->labels[i]->width : 0.0;

      lengths[n++].label = label;
      for (AtlasBulletPart part = ATLAS_BULLET_ACTUAL; part < ATLAS_N_BULLET_PARTS; part++)
        if (get_value (self, i, part) != NULL)
          lengths[n++] = (AtlasBarLength) { get_value (self, i, part)->value,
                                            reach (self, i, part) +
                                              (get_value (self, i, part)->value >= 0.0 ? label : 0.0) };
    }
  if (isfinite (self->build->spec->reference))
    lengths[n++].value = self->build->spec->reference;
  scale = atlas_bar_fit (self->build, lengths, n, self->rows->right - self->rows->left, &self->zero);
  self->zero += self->rows->left;
  return scale;
}

/* Where targets and claims would leave the bars less than half of the room, they are left to the table. */
static void
make_texts (Bullets *self)
{
  double room = self->rows->right - self->rows->left;
  const AtlasChartMeasure *measured = atlas_chart_data_get_measure (self->build->data, 0);
  double largest = MAX (fabs (measured->highest), fabs (measured->lowest));

  self->labels = g_new0 (AtlasTextRun *, self->rows->n_rows + 1);
  make_labels (self);
  self->scale = fit (self);
  if (largest * self->scale >= room * 0.4)
    return;
  self->is_terse = TRUE;
  make_labels (self);
  self->scale = fit (self);
  if (self->bullet.series[ATLAS_BULLET_TARGET] >= 0)
    atlas_chart_notes_add (self->build->notes, _("The numbers of the other signs stand in the table"));
}

static AtlasRect
draw_part (const Bullets   *self,
           guint            row,
           AtlasBulletPart  part,
           double           middle)
{
  const AtlasObservation *value = get_value (self, row, part);
  double x = self->zero + value->value * self->scale, height = bar_height (self);
  double tick = MIN (self->rows->band, row_height (self->build) * 1.3) * TICK_SHARE;

  if (part == ATLAS_BULLET_ACTUAL)
    {
      const AtlasRegion *region = atlas_chart_data_get_category (self->build->data, row)->region;
      AtlasBarLook look = { atlas_chart_build_region (self->build, region), value->qualifier, value->stand_in, FALSE };

      return atlas_bar_draw (self->build, self->zero, x, round (middle - height / 2.0), height, look);
    }
  if (part == ATLAS_BULLET_TARGET)
    return atlas_bullet_draw_tick (self->build, x, middle, tick, value->stand_in);
  return atlas_bullet_draw_diamond (self->build, (AtlasPoint) { x, middle }, MIN (DIAMOND, self->rows->band / 2.0),
                                    value->stand_in);
}

static void
draw_row (const Bullets *self,
          guint          row)
{
  AtlasChartBuild *build = self->build;
  AtlasRect band = atlas_bar_rows_get_row (self->rows, row);
  AtlasRect hit = { self->rows->start, band.y, self->rows->right - self->rows->start, band.height };
  double middle = band.y + band.height / 2.0, tip = self->zero;
  AtlasTextRun *label = self->labels[row];

  for (AtlasBulletPart part = ATLAS_BULLET_ACTUAL; part < ATLAS_N_BULLET_PARTS; part++)
    {
      int series = self->bullet.series[part];
      AtlasRect bounds = { self->zero, band.y, 0.0, band.height };

      if (series < 0 || atlas_chart_data_get_row (build->data, row, (guint) series) < 0)
        continue;
      if (get_value (self, row, part) != NULL)
        {
          bounds = draw_part (self, row, part, middle);
          tip = MAX (tip, bounds.x + bounds.width);
        }
      else if (label != NULL && (part == ATLAS_BULLET_ACTUAL || !self->is_terse))
        atlas_chart_notes_use_symbol (build->notes, get_missing (self, row, part));
      atlas_chart_build_add_mark (build, row, (guint) series, bounds, hit,
                                  atlas_chart_build_dup_label (build, row, (guint) series, FALSE));
    }
  if (label != NULL)
    atlas_text_run_place (label, build->text, build->shapes, tip + LABEL_GAP, middle - label->height / 2.0,
                          get_value (self, row, ATLAS_BULLET_ACTUAL) != NULL ? atlas_chart_build_text (build)
                                                                             : atlas_chart_build_dim (build));
}

static void
note_others (AtlasChartBuild *build)
{
  g_autofree char *sentence = NULL;
  guint n = build->data->series->len;

  if (n <= ATLAS_N_BULLET_PARTS)
    return;
  sentence = g_strdup_printf (ngettext ("%u more series stands in the table", "%u more series stand in the table",
                                        n - ATLAS_N_BULLET_PARTS), n - ATLAS_N_BULLET_PARTS);
  atlas_chart_notes_add (build->notes, sentence);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Bullets self = { build, atlas_bullet_of (build->data) };
  double head = head_height (build, plot.width), reference = atlas_reference_line_measure (build), bottom;
  AtlasRect below = { plot.x, plot.y + head, plot.width, MAX (plot.height - head, 1.0) };
  AtlasRect under_legend = { plot.x, plot.y + head - reference, plot.width, plot.height - head + reference };
  guint first;

  note_others (build);
  self.rows = atlas_bar_rows_new (build, below, row_height (build), atlas_bar_rows_get_least (build));
  make_texts (&self);
  atlas_bullet_legend_draw (build, plot, TRUE);
  atlas_bar_rows_draw_axis (self.rows, build, self.zero);
  atlas_bar_rows_draw_names (self.rows, build);
  first = atlas_shape_list_get_n_shapes (build->shapes);
  for (guint i = 0; i < self.rows->n_rows; i++)
    draw_row (&self, i);
  bottom = atlas_bar_rows_get_bottom (self.rows);
  atlas_reference_line_draw (build, under_legend, self.zero + build->spec->reference * self.scale, below.y, bottom, first);
  for (guint i = 0; i < self.rows->n_rows; i++)
    g_clear_pointer (&self.labels[i], atlas_text_run_free);
  g_free (self.labels);
  atlas_bar_rows_free (self.rows);
  return bottom;
}

const AtlasChartPlot atlas_bullet_plot = { measure, measure_least, draw };
