/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-layout.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/chart-description.h"
#include "charts/chart-footer.h"
#include "charts/chart-range.h"
#include "charts/chart-titles.h"

#define SUBTITLE_GAP 1.0
#define PLOT_GAP 0.8   /* of the text size, above and below the plot */
#define MIN_PLOT 24.0
#define MAX_PASSES 4
#define FEW_ROWS 3

struct _AtlasChartLayout {
  AtlasChartSpec *spec;
  AtlasChartData *data;
  AtlasShapeList *shapes;
  GArray *marks; /* (element-type AtlasPlacedMark) */
  double width, height, least_height;
};

static const AtlasChartPlot *const plots[ATLAS_N_CHART_KINDS] = {
  [ATLAS_CHART_BAR] = &atlas_bar_plot,
  [ATLAS_CHART_GROUPED_BAR] = &atlas_grouped_bar_plot,
  [ATLAS_CHART_STACKED_BAR] = &atlas_stacked_bar_plot,
  [ATLAS_CHART_PERCENT_BAR] = &atlas_stacked_bar_plot,
  [ATLAS_CHART_LINE] = &atlas_line_plot,
  [ATLAS_CHART_STEP] = &atlas_step_plot,
  [ATLAS_CHART_SPARK] = &atlas_spark_plot,
  [ATLAS_CHART_SLOPE] = &atlas_slope_plot,
  [ATLAS_CHART_SCATTER] = &atlas_scatter_plot,
  [ATLAS_CHART_DUMBBELL] = &atlas_dumbbell_plot,
  [ATLAS_CHART_BULLET] = &atlas_bullet_plot,
  [ATLAS_CHART_FUNNEL] = &atlas_funnel_plot,
  [ATLAS_CHART_STRIP] = &atlas_strip_plot,
  [ATLAS_CHART_DOT] = &atlas_dot_plot,
  [ATLAS_CHART_HEAT] = &atlas_heat_plot,
  [ATLAS_CHART_TILE_MAP] = &atlas_tile_map_plot,
  [ATLAS_CHART_UNIT_GRID] = &atlas_unit_grid_plot,
  [ATLAS_CHART_CHOROPLETH] = &atlas_choropleth_plot,
  [ATLAS_CHART_TREEMAP] = &atlas_treemap_plot,
};

const AtlasChartPlot *
atlas_chart_plot_find (AtlasChartKind kind)
{
  return plots[kind];
}

static void
build_init (AtlasChartBuild       *build,
            const AtlasChartSpec  *spec,
            const AtlasChartStyle *style)
{
  build->spec = spec;
  build->style = style;
  build->text = atlas_text_maker_new (style);
  build->data = atlas_chart_data_new (spec);
  build->notes = atlas_chart_notes_new (spec, build->data);
  build->shapes = atlas_shape_list_new ();
  build->marks = atlas_chart_build_new_marks ();
  build->share = NULL;
  build->first_category = 0;
  build->least_height = 0.0;
}

/* The headline where there is no room for a subtitle: one line, and the unit, without which numbers say nothing. */
static char *
dup_short_headline (const AtlasChartBuild *build,
                    const char            *headline)
{
  g_autofree char *unit = atlas_scale_dup_unit (build->data->scale, build->data->unit);

  if (build->spec->headline != NULL || !build->data->is_one_unit || unit[0] == '\0')
    return g_strdup (headline);
  return g_strdup_printf (C_("indicator and unit", "%s (%s)"), headline, unit);
}

static double
draw_short_headline (AtlasChartBuild *build,
                     double           width,
                     const char      *headline)
{
  g_autofree char *text = dup_short_headline (build, headline);
  g_autoptr (AtlasTextRun) run = NULL;

  /* Both axes have their titles: a headline made of these would say the same again. */
  if (atlas_chart_kind_get_traits (build->spec->kind)->is_plane && build->spec->headline == NULL &&
      build->spec->number == NULL && build->data->panels->len <= 1)
    return 0.0;
  run = atlas_text_run_new (build->text, ATLAS_TEXT_TITLE, text, width, 1);
  atlas_text_run_place (run, build->text, build->shapes, 0.0, 0.0, atlas_chart_build_text (build));
  return run->height;
}

/* Headline and, if WITH_SUBTITLE, subtitle; returns the height they take. */
static double
draw_titles (AtlasChartBuild *build,
             double           width,
             gboolean         with_subtitle)
{
  g_autofree char *headline = atlas_chart_dup_headline (build->spec);
  g_autofree char *subtitle = atlas_chart_dup_subtitle (build->spec, build->data);
  g_autoptr (AtlasTextRun) title = NULL;
  g_autoptr (AtlasTextRun) below = NULL;

  if (!build->spec->show_titles)
    return 0.0;
  if (!with_subtitle && subtitle[0] != '\0')
    return draw_short_headline (build, width, headline);
  title = atlas_text_run_new (build->text, ATLAS_TEXT_TITLE, headline, width, 2);
  atlas_text_run_place (title, build->text, build->shapes, 0.0, 0.0, atlas_chart_build_text (build));
  if (subtitle[0] == '\0')
    return title->height;
  below = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, subtitle, width, 2);
  atlas_text_run_place (below, build->text, build->shapes, 0.0, title->height + SUBTITLE_GAP,
                        atlas_chart_build_dim (build));
  return title->height + SUBTITLE_GAP + below->height;
}

static const AtlasChartPlot *
find_plot (const AtlasChartBuild *build)
{
  return build->data->panels->len > 1 ? &atlas_panels_plot : plots[build->spec->kind];
}

/* The kind itself, or why there is nothing to draw. */
static double
draw_plot (AtlasChartBuild *build,
           AtlasRect        plot)
{
  if (build->data->categories->len == 0)
    return atlas_chart_build_draw_message (build, plot, _("No data"));
  if (!build->data->is_one_unit && !build->data->has_indicator_panels &&
      atlas_chart_kind_get_traits (build->spec->kind)->has_one_axis)
    return atlas_chart_build_draw_message (build, plot, _("Indicators in different units have no axis in common"));
  return find_plot (build)->draw (build, plot);
}

/* What the plot has to get of a given height, with the notes under it giving way: never more than it would take itself. */
static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  const AtlasChartPlot *kind = find_plot (build);
  double least = kind->measure_least (build, width);

  /* Only of a few rows can the whole be less, and measuring many takes its time. */
  return build->data->categories->len <= FEW_ROWS ? MIN (least, kind->measure (build, width)) : least;
}

/* The least that the notes take: one line, if there is anything to say. */
static double
measure_least_footer (AtlasChartBuild *build,
                      double           gap)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  if (!build->spec->show_source)
    return 0.0;
  paragraphs = atlas_chart_notes_list_paragraphs (build->notes);
  if (paragraphs->len == 0 && atlas_chart_notes_get_n_sources (build->notes) == 0)
    return 0.0;
  return gap + atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE);
}

/* Draws everything into HEIGHT (0: as high as it is), with a footer as the notes are before drawing, and returns the
 * height. */
static double
draw_all (AtlasChartBuild *build,
          double           width,
          double           height)
{
  const AtlasChartPlot *kind = find_plot (build);
  double gap = round (build->style->text_size * PLOT_GAP), top, room, bottom;
  double least = measure_least (build, width);
  g_autoptr (AtlasChartFooter) footer = NULL;
  AtlasRect plot;
  gboolean is_natural;
  guint stamp = atlas_chart_notes_get_stamp (build->notes), first;

  atlas_shape_list_clear (build->shapes);
  g_array_set_size (build->marks, 0);
  top = draw_titles (build, width, TRUE);
  if (height > 0.0 && height - top < least + gap + measure_least_footer (build, gap))
    {
      atlas_shape_list_clear (build->shapes);
      top = draw_titles (build, width, FALSE);
      gap = round (gap / 2.0);
    }
  top += top > 0.0 ? gap : 0.0;
  first = atlas_shape_list_get_n_shapes (build->shapes);
  footer = atlas_chart_footer_new (build, width,
                                   height > 0.0 ? MAX (height - top - gap - least, 0.0)
                                                : -1.0);
  room = atlas_chart_footer_get_height (footer) > 0.0 ? gap + atlas_chart_footer_get_height (footer) : 0.0;
  is_natural = height <= 0.0 || atlas_chart_range_is_part (build->spec, build->data);
  plot = (AtlasRect) { 0.0, top, width, is_natural ? kind->measure (build, width) : height - top - room };
  plot.height = MAX (plot.height, MIN_PLOT);
  bottom = atlas_chart_range_cut (build, first, draw_plot (build, plot),
                                  height > 0.0 ? height - room : G_MAXDOUBLE);
  if (atlas_chart_range_is_part (build->spec, build->data))
    plot.height = bottom - plot.y;
  /* Drawing without a given height may add a sign to the notes: the footer is below, so it only grows the chart. */
  if (height <= 0.0 && stamp != atlas_chart_notes_get_stamp (build->notes))
    {
      g_clear_pointer (&footer, atlas_chart_footer_free);
      footer = atlas_chart_footer_new (build, width, -1.0);
      room = gap + atlas_chart_footer_get_height (footer);
    }
  if (height <= 0.0)
    {
      height = ceil (top + plot.height + room);
      build->least_height = height - MAX (plot.height - least, 0.0);
    }
  atlas_chart_footer_draw (footer, build, MIN (bottom + gap, height - atlas_chart_footer_get_height (footer)));
  return height;
}

/* What did not fit is said in the notes, which takes room itself: once more with that, until what they say is true. */
static double
draw_until_settled (AtlasChartBuild *build,
                    double           width,
                    double           height)
{
  double result = 0.0;

  for (guint i = 0; i < MAX_PASSES; i++)
    {
      guint stamp = atlas_chart_notes_get_stamp (build->notes);
      g_autofree char *said = atlas_chart_notes_dup_hidden (build->notes, FALSE);
      g_autofree char *hidden = NULL;

      result = draw_all (build, width, height);
      hidden = atlas_chart_notes_dup_hidden (build->notes, FALSE);
      if (height <= 0.0 || !build->spec->show_source ||
          (strcmp (said, hidden) == 0 && (i > 0 || stamp == atlas_chart_notes_get_stamp (build->notes))))
        break;
    }
  return result;
}

static AtlasChartLayout *
lay_out (const AtlasChartSpec  *spec,
         const AtlasChartStyle *style,
         double                 width,
         double                 height)
{
  AtlasChartLayout *self = g_new0 (AtlasChartLayout, 1);
  AtlasChartBuild build;
  g_autofree char *range = NULL;

  self->spec = atlas_chart_spec_copy (spec);
  self->width = MAX (width, 1.0);
  build_init (&build, self->spec, style);
  range = atlas_chart_range_dup_text (self->spec, build.data);
  if (range != NULL)
    atlas_chart_notes_add (build.notes, range);
  self->height = draw_until_settled (&build, self->width, height);
  self->least_height = build.least_height > 0.0 ? build.least_height : self->height;
  self->data = build.data;
  self->shapes = build.shapes;
  atlas_shape_list_trim (self->shapes);
  self->marks = build.marks;
  atlas_chart_notes_free (build.notes);
  atlas_text_maker_free (build.text);
  return self;
}

double
atlas_chart_measure_height (const AtlasChartSpec  *spec,
                            const AtlasChartStyle *style,
                            double                 width)
{
  g_autoptr (AtlasChartLayout) layout = lay_out (spec, style, width, 0.0);

  return layout->height;
}

/**
 * atlas_chart_layout_new:
 * @spec: what is drawn
 * @style: how
 * @width: in points
 * @height: in points; 0 for what suits
 *
 * Returns: (transfer full): the chart, laid out
 */
AtlasChartLayout *
atlas_chart_layout_new (const AtlasChartSpec  *spec,
                        const AtlasChartStyle *style,
                        double                 width,
                        double                 height)
{
  return lay_out (spec, style, width, height);
}

void
atlas_chart_layout_free (AtlasChartLayout *self)
{
  g_array_unref (self->marks);
  atlas_shape_list_free (self->shapes);
  atlas_chart_data_free (self->data);
  atlas_chart_spec_free (self->spec);
  g_free (self);
}

void
atlas_chart_layout_draw (const AtlasChartLayout *self,
                         cairo_t                *cr)
{
  atlas_shape_list_draw (self->shapes, cr);
}

double
atlas_chart_layout_get_width (const AtlasChartLayout *self)
{
  return self->width;
}

double
atlas_chart_layout_get_height (const AtlasChartLayout *self)
{
  return self->height;
}

double
atlas_chart_layout_get_least_height (const AtlasChartLayout *self)
{
  return self->least_height;
}

guint
atlas_chart_layout_get_n_marks (const AtlasChartLayout *self)
{
  return self->marks->len;
}

const AtlasChartMark *
atlas_chart_layout_get_mark (const AtlasChartLayout *self,
                             guint                   n)
{
  g_return_val_if_fail (n < self->marks->len, NULL);

  return &g_array_index (self->marks, AtlasPlacedMark, n).mark;
}

static gboolean
contains (AtlasRect rect,
          double    x,
          double    y)
{
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

static double
distance_to_middle (AtlasRect rect,
                    double    x,
                    double    y)
{
  return hypot (rect.x + rect.width / 2.0 - x, rect.y + rect.height / 2.0 - y);
}

/* Where hit regions overlap, as of points on crossing lines, the nearest mark is meant. */
int
atlas_chart_layout_find_mark (const AtlasChartLayout *self,
                              double                  x,
                              double                  y)
{
  int best = -1;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (self, i);
      double distance = distance_to_middle (mark->bounds, x, y);

      if (contains (mark->hit, x, y) && distance < best_distance)
        {
          best = (int) i;
          best_distance = distance;
        }
    }
  return best;
}

/* The nearest mark from MARK on in a direction along one side of the grid, staying on the same place of the other. */
static int
walk (const AtlasChartLayout *self,
      int                     mark,
      int                     direction,
      gboolean                along_series)
{
  const AtlasPlacedMark *from = &g_array_index (self->marks, AtlasPlacedMark, mark);
  int best = mark, best_steps = G_MAXINT;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasPlacedMark *to = &g_array_index (self->marks, AtlasPlacedMark, i);
      int categories = ((int) to->category - (int) from->category), series = ((int) to->series - (int) from->series);
      int steps = direction * (along_series ? series : categories);

      if ((along_series ? categories : series) == 0 && steps > 0 && steps < best_steps)
        {
          best = (int) i;
          best_steps = steps;
        }
    }
  return best;
}

static AtlasPoint
middle_of (AtlasRect rect)
{
  return (AtlasPoint) { rect.x + rect.width / 2.0, rect.y + rect.height / 2.0 };
}

/* Of marks that lie about in a plane, the nearest in a direction: what lies straight on before what lies aside. */
static int
walk_plane (const AtlasChartLayout *self,
            int                     mark,
            int                     right,
            int                     down)
{
  AtlasPoint from = middle_of (atlas_chart_layout_get_mark (self, (guint) mark)->bounds);
  double best_distance = G_MAXDOUBLE;
  int best = mark;

  for (guint i = 0; i < self->marks->len; i++)
    {
      AtlasPoint to = middle_of (atlas_chart_layout_get_mark (self, i)->bounds);
      double along = right * (to.x - from.x) + down * (to.y - from.y);
      double aside = fabs (right != 0 ? to.y - from.y : to.x - from.x);

      if (along > 0.5 && aside <= 2.0 * along && along + 2.0 * aside < best_distance)
        {
          best = (int) i;
          best_distance = along + 2.0 * aside;
        }
    }
  return best;
}

int
atlas_chart_layout_step (const AtlasChartLayout *self,
                         int                     mark,
                         int                     dx,
                         int                     dy)
{
  if (mark < 0 || mark >= (int) self->marks->len)
    return self->marks->len > 0 ? 0 : -1;
  if (atlas_chart_kind_get_traits (self->spec->kind)->is_map)
    return walk_plane (self, mark, dy, dx);
  /* With nothing to move along on one side, both pairs of keys move along the other. */
  if (self->data->series->len < 2 || atlas_chart_kind_get_traits (self->spec->kind)->is_plane)
    return walk (self, mark, dx != 0 ? dx : dy, FALSE);
  if (self->data->categories->len < 2)
    return walk (self, mark, dy != 0 ? dy : dx, TRUE);
  return dx != 0 ? walk (self, mark, dx, FALSE) : walk (self, mark, dy, TRUE);
}

char *
atlas_chart_layout_dup_mark_text (const AtlasChartLayout *self,
                                  guint                   mark)
{
  g_return_val_if_fail (mark < self->marks->len, NULL);

  return atlas_chart_dup_mark_text (self->spec, self->data, &g_array_index (self->marks, AtlasPlacedMark, mark));
}

char *
atlas_chart_layout_dup_mark_speech (const AtlasChartLayout *self,
                                    guint                   mark)
{
  g_return_val_if_fail (mark < self->marks->len, NULL);

  return atlas_chart_dup_mark_speech (self->spec, self->data, &g_array_index (self->marks, AtlasPlacedMark, mark));
}

PangoLayout *
atlas_chart_layout_find_text (const AtlasChartLayout *self,
                              const char             *text,
                              double                 *x,
                              double                 *y)
{
  return atlas_shape_list_find_text (self->shapes, text, x, y);
}

char *
atlas_chart_layout_dup_description (const AtlasChartLayout *self)
{
  return atlas_chart_dup_description (self->spec, self->data);
}

char *
atlas_chart_layout_dump (const AtlasChartLayout *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "chart %.1f × %.1f\n", self->width, self->height);
  atlas_shape_list_dump (self->shapes, out);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (self, i);

      g_string_append_printf (out, "mark row %u: %.1f %.1f %.1f %.1f hit %.1f %.1f %.1f %.1f %s\n", mark->row,
                              mark->bounds.x, mark->bounds.y, mark->bounds.width, mark->bounds.height, mark->hit.x,
                              mark->hit.y, mark->hit.width, mark->hit.height, mark->label);
    }
  return g_string_free (out, FALSE);
}
