/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/scatter-chart.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/absent-values.h"
#include "charts/point-marker.h"

#define HIT_RADIUS 12.0
#define ARROW_REACH 13.0 /* from the middle of a point */
#define ARROW_WIDTH 6.0
#define TITLE_GAP 3.0
#define CORNER_GAP 2.0   /* more of it below, so that the lowest tick of one axis does not touch the first of the other */
#define MAX_TITLE_LINES 2
#define HEIGHT_SHARE 0.62
/* A plot lower than so many lines has the titles of both axes in one of them. */
#define LOW_LINES 10.0
#define TITLES_GAP 16.0
#define MIN_LINES 14.0
#define MAX_LINES 36.0

/* In one line each says by an arrow which way its values grow. */
typedef struct {
  AtlasTextRun *x, *y;
  gboolean are_in_one_line;
} Titles;

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return ceil (CLAMP (width * HEIGHT_SHARE, MIN_LINES * build->style->text_size, MAX_LINES * build->style->text_size));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return 8.0 * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL);
}

static gboolean
is_chosen (const AtlasChartBuild *build,
           guint                  category)
{
  const AtlasRegion *region = atlas_chart_data_get_category (build->data, category)->region;

  return region != NULL && build->spec->slots != NULL && g_hash_table_contains (build->spec->slots, region->code);
}

static void
find_points (AtlasScatterChart *self)
{
  const AtlasChartData *data = self->build->data;

  for (guint c = 0; c < data->categories->len; c++)
    {
      AtlasScatterPoint point = { c, atlas_chart_data_get_value (data, c, ATLAS_SCATTER_X),
                                  atlas_chart_data_get_value (data, c, ATLAS_SCATTER_Y), { 0.0, 0.0 },
                                  is_chosen (self->build, c), 0.0 };

      if (point.x != NULL && point.y != NULL)
        g_array_append_val (self->points, point);
    }
}

static gboolean
adds_up (AtlasTable *part)
{
  return strcmp (atlas_table_get_indicator (part)->over_regions, "sum") == 0;
}

/* Of two counts both axes are of one kind, and begin at 0 if linear: only so a rate is a straight line. */
static void
choose_axes (AtlasScatterChart *self)
{
  AtlasTable *table = self->build->data->table;
  double reference = self->build->spec->reference;

  self->x = atlas_value_axis_new (ATLAS_AXIS_BOTTOM, atlas_chart_data_get_measure (self->build->data, ATLAS_SCATTER_X));
  self->y = atlas_value_axis_new (ATLAS_AXIS_LEFT, atlas_chart_data_get_measure (self->build->data, ATLAS_SCATTER_Y));
  self->are_counts = adds_up (atlas_table_get_part (table, ATLAS_SCATTER_X)) &&
                     adds_up (atlas_table_get_part (table, ATLAS_SCATTER_Y));
  if (!self->are_counts)
    {
      atlas_value_axis_include (&self->y, reference);
      self->x.is_log = atlas_value_axis_suits_log (&self->x);
      self->y.is_log = atlas_value_axis_suits_log (&self->y);
      return;
    }
  self->x.is_log = self->y.is_log =
    (atlas_value_axis_suits_log (&self->x) || atlas_value_axis_suits_log (&self->y)) &&
    atlas_value_axis_allows_log (&self->x) && atlas_value_axis_allows_log (&self->y);
  self->x.has_zero = self->y.has_zero = TRUE;
}

static char *
dup_title (const AtlasScatterChart *self,
           const AtlasValueAxis    *axis,
           guint                    part)
{
  g_autofree char *name = atlas_table_dup_name (atlas_table_get_part (self->build->data->table, part));

  return atlas_value_axis_dup_title (axis, name);
}

static void
titles_clear (Titles *titles)
{
  g_clear_pointer (&titles->x, atlas_text_run_free);
  g_clear_pointer (&titles->y, atlas_text_run_free);
}

static void
make_titles (Titles                  *titles,
             const AtlasScatterChart *self,
             AtlasRect                plot)
{
  AtlasTextMaker *text = self->build->text;
  gboolean is_low = plot.height < LOW_LINES * atlas_text_maker_get_pitch (text, ATLAS_TEXT_NOTE);
  g_autofree char *x = dup_title (self, &self->x, ATLAS_SCATTER_X);
  g_autofree char *y = dup_title (self, &self->y, ATLAS_SCATTER_Y);
  g_autofree char *across = g_strconcat (x, " →", NULL);
  g_autofree char *up = g_strconcat ("↑ ", y, NULL);

  if (is_low)
    {
      *titles = (Titles) { atlas_text_run_new (text, ATLAS_TEXT_NOTE, across, 0.0, 1),
                           atlas_text_run_new (text, ATLAS_TEXT_NOTE, up, 0.0, 1), TRUE };
      if (titles->x->width + titles->y->width + TITLES_GAP <= plot.width)
        return;
      titles_clear (titles);
    }
  *titles = (Titles) { atlas_text_run_new (text, ATLAS_TEXT_NOTE, x, plot.width, MAX_TITLE_LINES),
                       atlas_text_run_new (text, ATLAS_TEXT_NOTE, y, plot.width, MAX_TITLE_LINES), FALSE };
}

/* What the vertical axis and the ends of the horizontal one leave of the width. The narrower axis may have other ticks, with
 * longer texts: then once more. */
static void
fit_width (AtlasScatterChart *self,
           AtlasRect          plot)
{
  double right = ARROW_REACH, needed;

  for (needed = atlas_value_axis_measure_overhang (&self->x, self->build);;)
    {
      double left;

      right = MAX (right, needed);
      left = MAX (atlas_value_axis_measure_depth (&self->y, self->build), right);
      self->area.x = plot.x + left;
      self->area.width = MAX (plot.width - left - right, 20.0);
      atlas_value_axis_fit (&self->x, self->build, self->area.x, self->area.x + self->area.width);
      needed = atlas_value_axis_measure_overhang (&self->x, self->build);
      if (needed <= right)
        return;
    }
}

/* The area between the axes: what their ticks and titles leave of the plot. */
static void
find_area (AtlasScatterChart *self,
           AtlasRect          plot,
           const Titles      *titles)
{
  AtlasChartBuild *build = self->build;
  double line = atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE);
  double head = titles->y->height + TITLE_GAP + ceil (line / 2.0), foot;

  atlas_value_axis_fit (&self->x, build, 0.0, plot.width * 0.85);
  foot = atlas_value_axis_measure_depth (&self->x, build) + CORNER_GAP +
         (titles->are_in_one_line ? 0.0 : TITLE_GAP + titles->x->height);
  self->area = (AtlasRect) { plot.x, plot.y + head, plot.width, MAX (plot.height - head - foot, 8.0) };
  atlas_value_axis_fit (&self->y, build, self->area.y + self->area.height, self->area.y);
  fit_width (self, plot);
}

/* The title of the vertical axis stands above it, since no text is turned (C3). */
static void
draw_axes (const AtlasScatterChart *self,
           AtlasRect                plot,
           const Titles            *titles)
{
  AtlasChartBuild *build = self->build;
  AtlasPaint paint = atlas_chart_build_text (build);
  AtlasRect area = self->area;

  area.height += CORNER_GAP;
  atlas_value_axis_draw (&self->y, build, self->area);
  atlas_value_axis_draw (&self->x, build, area);
  atlas_value_axis_note (&self->y, build);
  atlas_value_axis_note (&self->x, build);
  atlas_text_run_place (titles->y, build->text, build->shapes, plot.x, plot.y, paint);
  atlas_text_run_place_right (titles->x, build->text, build->shapes, plot.x + plot.width,
                              titles->are_in_one_line ? plot.y : plot.y + plot.height - titles->x->height, paint);
}

static void
place_points (AtlasScatterChart *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      AtlasScatterPoint *point = &g_array_index (self->points, AtlasScatterPoint, i);

      point->at = (AtlasPoint) { atlas_value_axis_get_position (&self->x, point->x->value),
                                 atlas_value_axis_get_position (&self->y, point->y->value) };
    }
}

/* No label on the arrow of a value that is not exact. */
static void
keep_arrow_free (const AtlasScatterChart *self,
                 const AtlasScatterPoint *point)
{
  gboolean is_down = point->y->qualifier == ATLAS_QUALIFIER_AT_MOST;
  gboolean is_left = point->x->qualifier == ATLAS_QUALIFIER_AT_MOST;

  if (is_down || point->y->qualifier == ATLAS_QUALIFIER_AT_LEAST)
    atlas_label_field_add_box (self->field, (AtlasRect) { point->at.x - ARROW_WIDTH / 2.0,
                                                          point->at.y - (is_down ? 0.0 : ARROW_REACH), ARROW_WIDTH,
                                                          ARROW_REACH });
  if (is_left || point->x->qualifier == ATLAS_QUALIFIER_AT_LEAST)
    atlas_label_field_add_box (self->field, (AtlasRect) { point->at.x - (is_left ? ARROW_REACH : 0.0),
                                                          point->at.y - ARROW_WIDTH / 2.0, ARROW_REACH, ARROW_WIDTH });
}

static void
draw_point (const AtlasScatterChart *self,
            const AtlasScatterPoint *point)
{
  AtlasChartBuild *build = self->build;
  const AtlasRegion *region = atlas_chart_data_get_category (build->data, point->category)->region;
  AtlasPointLook look = { atlas_chart_build_region (build, region), 0, point->y->qualifier, point->x->qualifier,
                          point->x->stand_in || point->y->stand_in };
  double radius = ATLAS_SCATTER_RADIUS + 1.0;

  if (point->is_chosen)
    look.form = GPOINTER_TO_UINT (g_hash_table_lookup (build->spec->slots, region->code));
  atlas_point_marker_draw_look (build, point->at, ATLAS_SCATTER_RADIUS, look);
  atlas_label_field_add_box (self->field, (AtlasRect) { point->at.x - radius, point->at.y - radius, 2.0 * radius,
                                                        2.0 * radius });
  keep_arrow_free (self, point);
}

static void
add_mark (const AtlasScatterChart *self,
          const AtlasScatterPoint *point)
{
  double radius = ATLAS_SCATTER_RADIUS;
  AtlasRect bounds = { point->at.x - radius, point->at.y - radius, 2.0 * radius, 2.0 * radius };
  AtlasRect hit = { point->at.x - HIT_RADIUS, point->at.y - HIT_RADIUS, 2.0 * HIT_RADIUS, 2.0 * HIT_RADIUS };

  atlas_chart_build_add_mark (self->build, point->category, ATLAS_SCATTER_Y, bounds, hit,
                              atlas_scatter_chart_dup_label (self, point));
}

/* The chosen regions on top of the others. */
static void
draw_points (const AtlasScatterChart *self)
{
  for (guint chosen = 0; chosen < 2; chosen++)
    for (guint i = 0; i < self->points->len; i++)
      {
        const AtlasScatterPoint *point = &g_array_index (self->points, AtlasScatterPoint, i);

        if (point->is_chosen == chosen)
          draw_point (self, point);
      }
  for (guint i = 0; i < self->points->len; i++)
    add_mark (self, &g_array_index (self->points, AtlasScatterPoint, i));
}

static void
draw_chart (AtlasScatterChart *self,
            AtlasRect          plot)
{
  Titles titles;

  choose_axes (self);
  make_titles (&titles, self, plot);
  find_area (self, plot, &titles);
  place_points (self);
  self->field = atlas_label_field_new ((AtlasRect) { self->area.x, self->area.y, plot.x + plot.width - self->area.x,
                                                     self->area.height });
  draw_axes (self, plot, &titles);
  atlas_scatter_reference_draw (self);
  draw_points (self);
  atlas_label_field_add_texts (self->field, self->build->shapes);
  atlas_scatter_reference_draw_labels (self);
  atlas_scatter_labels_draw (self);
  atlas_label_field_free (self->field);
  titles_clear (&titles);
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  AtlasScatterChart self = { build };
  double bottom = plot.y + plot.height;

  atlas_chart_notes_set_hidden (build->notes, 0, 0);
  self.points = g_array_new (FALSE, FALSE, sizeof (AtlasScatterPoint));
  for (guint s = 0; s < build->data->series->len; s++)
    atlas_absent_values_note_names (build, s);
  if (build->data->series->len > ATLAS_SCATTER_Y)
    find_points (&self);
  if (self.points->len > 0)
    draw_chart (&self, plot);
  else
    bottom = atlas_chart_build_draw_message (build, plot, _("No region has both figures"));
  g_array_unref (self.points);
  return bottom;
}

const AtlasChartPlot atlas_scatter_plot = { measure, measure_least, draw };
