/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/end-label.h"
#include "charts/label-placement.h"
#include "charts/linear-scale.h"
#include "charts/pair.h"
#include "charts/point-marker.h"

/* A line for each region from one year (part, indicator) on the left to another on the right, named at both ends. Of
 * many, those that fall are what the eye should find; the others stand back. */

#define MAX_LABEL_SHARE 0.36
/* Names on the left are given up if what is left is no wider than this share of them. */
#define WORTH_IT 0.75
#define LABEL_GAP 14.0
#define POINT_GAP 6.0
#define HEADER_GAP 6.0
#define LEAST_AREA 12.0 /* between the two axes */
#define RADIUS 3.0
#define HIT_RADIUS 12.0
/* Below this share of the highest value the lowest leaves 0 hardly any height to take: then the note is not worth it. */
#define ZERO_BELOW 0.1
#define MAX_LABELS 32
/* With more lines than this, all cannot be looked at alike. */
#define MANY 6

typedef enum {
  SIDE_LEFT,
  SIDE_RIGHT,
  N_SIDES,
} Side;

typedef struct {
  AtlasChartBuild *build;
  AtlasPair pair;
  AtlasRect area; /* between the two axes */
  AtlasLinearScale y;
  gboolean is_many; /* and some fall */
  gboolean is_named_once; /* on the right: there is no room for names on both sides */
  AtlasTextRun *headers[N_SIDES];
  AtlasLabelSlot *slots[N_SIDES]; /* of each category */
  AtlasTextRun **labels[N_SIDES]; /* of each category, NULL where there is none */
} Slope;

static guint
series_of (const Slope *self,
           Side         side)
{
  return side == SIDE_LEFT ? self->pair.first : self->pair.last;
}

/* With one series alone there is no right side. */
static const AtlasObservation *
get_value (const Slope *self,
           guint        category,
           Side         side)
{
  if (side == SIDE_RIGHT && self->pair.first == self->pair.last)
    return NULL;
  return atlas_chart_data_get_value (self->build->data, category, series_of (self, side));
}

static AtlasPoint
get_point (const Slope *self,
           guint        category,
           Side         side)
{
  return (AtlasPoint) { side == SIDE_LEFT ? self->area.x : self->area.x + self->area.width,
                        atlas_linear_scale_position (&self->y, get_value (self, category, side)->value) };
}

static gboolean
falls (const Slope *self,
       guint        category)
{
  return atlas_pair_has_both (self->build->data, self->pair, category) &&
         get_value (self, category, SIDE_RIGHT)->value < get_value (self, category, SIDE_LEFT)->value;
}

static gboolean
has_slot (const Slope *self,
          guint        category)
{
  const AtlasRegion *region = atlas_chart_data_get_category (self->build->data, category)->region;

  return region != NULL && self->build->spec->slots != NULL &&
         g_hash_table_contains (self->build->spec->slots, region->code);
}

/* Whether a line stands back behind others. */
static gboolean
is_dim (const Slope *self,
        guint        category)
{
  return self->is_many && !has_slot (self, category) && !falls (self, category);
}

static AtlasPaint
get_paint (const Slope *self,
           guint        category)
{
  if (is_dim (self, category))
    return atlas_chart_build_dim (self->build);
  return atlas_chart_build_region (self->build, atlas_chart_data_get_category (self->build->data, category)->region);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  double pitch = atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL);
  guint n_labels = MIN (build->data->categories->len, MAX_LABELS);

  return ceil (MAX (CLAMP (width * 0.5, 12.0 * build->style->text_size, 26.0 * build->style->text_size),
                    (n_labels + 3) * pitch));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  return 5.0 * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL);
}

static void
make_headers (Slope *self,
              double width)
{
  for (Side side = SIDE_LEFT; side < N_SIDES; side++)
    if (side == SIDE_LEFT || self->pair.first != self->pair.last)
      self->headers[side] =
        atlas_text_run_new (self->build->text, ATLAS_TEXT_STRONG,
                            atlas_chart_data_get_series (self->build->data, series_of (self, side))->name,
                            (width - LABEL_GAP) / 2.0, 2);
}

static void
make_scale (Slope *self)
{
  const AtlasChartMeasure *extent = atlas_chart_data_get_measure (self->build->data, self->pair.first);
  gboolean zero = extent->lowest <= extent->highest * ZERO_BELOW;

  self->y = atlas_linear_scale_nice (extent->lowest, extent->highest, zero, extent->is_whole, 2);
  /* The lines take all the height there is: there are no ticks that would have to be round, and their lengths say nothing (C1). */
  if (extent->highest > extent->lowest)
    {
      self->y.low = zero ? MIN (0.0, extent->lowest) : extent->lowest;
      self->y.high = zero ? MAX (0.0, extent->highest) : extent->highest;
    }
  self->y.start = self->area.y + self->area.height;
  self->y.end = self->area.y;
  if (self->y.low > 0.0)
    atlas_chart_notes_add (self->build->notes, _("The vertical axis does not begin at 0"));
}

/* What falls most keeps its label longest, then what is highest; regions that are compared before all. */
static double
get_priority (const Slope *self,
              guint        category,
              Side         side)
{
  double span = self->y.high - self->y.low, value = get_value (self, category, side)->value;
  double priority = has_slot (self, category) ? 10.0 : 0.0;

  if (self->is_many && falls (self, category))
    return priority + 2.0 + (get_value (self, category, SIDE_LEFT)->value -
                             get_value (self, category, SIDE_RIGHT)->value) / span;
  return priority + (value - self->y.low) / span;
}

/* Which labels there is room for, and at which height. */
static void
spread_labels (Slope    *self,
               Side      side,
               AtlasRect plot)
{
  guint n = self->build->data->categories->len, n_used = 0, n_dropped;
  double pitch = atlas_text_maker_get_size (self->build->text, ATLAS_TEXT_LABEL) * 1.2;
  g_autofree AtlasLabelSlot *used = g_new0 (AtlasLabelSlot, n + 1);
  g_autofree guint *indices = g_new (guint, n + 1);

  self->slots[side] = g_new0 (AtlasLabelSlot, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->slots[side][i].dropped = TRUE;
      if (get_value (self, i, side) == NULL)
        continue;
      used[n_used] = (AtlasLabelSlot) { get_point (self, i, side).y, pitch, get_priority (self, i, side) };
      indices[n_used++] = i;
    }
  n_dropped = atlas_labels_spread (used, n_used, self->area.y - pitch / 2.0, plot.y + plot.height);
  for (guint i = 0; i < n_used; i++)
    self->slots[side][indices[i]] = used[i];
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}

/* A name is left out where it stands at the other end of the line. */
static AtlasTextRun *
label_run (const Slope *self,
           guint        category,
           Side         side,
           double       room)
{
  g_autofree char *value = atlas_chart_build_dup_label (self->build, category, series_of (self, side), TRUE);

  if (self->is_named_once && side == SIDE_LEFT && !self->slots[SIDE_RIGHT][category].dropped)
    return atlas_text_run_new (self->build->text, ATLAS_TEXT_LABEL, value, 0.0, 1);
  return atlas_end_label_new (self->build, atlas_chart_data_get_category (self->build->data, category), value,
                              side == SIDE_RIGHT, room);
}

static gboolean
cuts_names (const Slope *self,
            Side         side)
{
  for (guint i = 0; i < self->build->data->categories->len; i++)
    if (self->labels[side][i] != NULL && strstr (atlas_text_run_get_text (self->labels[side][i]), "…") != NULL)
      return TRUE;
  return FALSE;
}

/* Makes the labels and returns the width of the widest. In ROOM names give way; a value that needs more than MOST has no
 * place in a narrow panel at all. */
static double
make_labels (Slope *self,
             Side   side,
             double room,
             double most)
{
  AtlasChartBuild *build = self->build;
  double widest = 0.0;

  for (guint i = 0; i < build->data->categories->len; i++)
    {
      g_clear_pointer (&self->labels[side][i], atlas_text_run_free);
      if (self->slots[side][i].dropped)
        continue;
      self->labels[side][i] = label_run (self, i, side, room);
      if (self->labels[side][i]->width > most)
        {
          g_clear_pointer (&self->labels[side][i], atlas_text_run_free);
          self->slots[side][i].dropped = TRUE;
          atlas_chart_notes_add_hidden (build->notes, 1);
          continue;
        }
      widest = MAX (widest, self->labels[side][i]->width);
    }
  return widest;
}

static double
header_height (const Slope *self)
{
  double height = self->headers[SIDE_LEFT]->height;

  if (self->headers[SIDE_RIGHT] != NULL)
    height = MAX (height, self->headers[SIDE_RIGHT]->height);
  return ceil (height + HEADER_GAP);
}

/* Whether nothing is left of a name. */
static gboolean
loses_names (const Slope *self,
             Side         side)
{
  for (guint i = 0; i < self->build->data->categories->len; i++)
    {
      const AtlasTextRun *run = self->labels[side][i];
      const char *text = run != NULL ? atlas_text_run_get_text (run) : "";

      if (g_str_has_prefix (text, "…") || g_str_has_suffix (text, " …"))
        return TRUE;
    }
  return FALSE;
}

/* Whether a name stands on the left all the same, as its line ends before the right side. */
static gboolean
names_left (const Slope *self)
{
  for (guint i = 0; i < self->build->data->categories->len; i++)
    if (!self->slots[SIDE_LEFT][i].dropped && self->slots[SIDE_RIGHT][i].dropped)
      return TRUE;
  return FALSE;
}

/* Both ends with names where these have room; else the left end has values alone, and the right one what that leaves. */
static void
make_all_labels (Slope  *self,
                 double  width,
                 double *widths)
{
  double room = width * MAX_LABEL_SHARE - LABEL_GAP, most = (width - LEAST_AREA) / 2.0 - LABEL_GAP, with_names;

  for (Side side = SIDE_LEFT; side < N_SIDES; side++)
    widths[side] = make_labels (self, side, room, most);
  if (self->headers[SIDE_RIGHT] == NULL || (!cuts_names (self, SIDE_LEFT) && !cuts_names (self, SIDE_RIGHT)))
    return;
  with_names = loses_names (self, SIDE_LEFT) || loses_names (self, SIDE_RIGHT) ? G_MAXDOUBLE : widths[SIDE_LEFT];
  self->is_named_once = TRUE;
  widths[SIDE_LEFT] = make_labels (self, SIDE_LEFT, room, most);
  if (names_left (self) && widths[SIDE_LEFT] > with_names * WORTH_IT)
    {
      self->is_named_once = FALSE;
      widths[SIDE_LEFT] = make_labels (self, SIDE_LEFT, room, most);
      return;
    }
  widths[SIDE_RIGHT] = make_labels (self, SIDE_RIGHT, MAX (2.0 * room - widths[SIDE_LEFT], room),
                                    MAX (width - LEAST_AREA - widths[SIDE_LEFT] - 2.0 * LABEL_GAP, most));
}

/* Heights first, since only labels that stay take part in finding the widths. */
static void
find_area (Slope    *self,
           AtlasRect plot)
{
  double half = ceil (self->build->style->text_size * 0.7), head = header_height (self) + half, widths[N_SIDES];
  guint n = self->build->data->categories->len;

  self->area = (AtlasRect) { plot.x, plot.y + head, plot.width, MAX (plot.height - head - half, 8.0) };
  make_scale (self);
  for (Side side = SIDE_LEFT; side < N_SIDES; side++)
    {
      spread_labels (self, side, plot);
      self->labels[side] = g_new0 (AtlasTextRun *, n + 1);
    }
  make_all_labels (self, plot.width, widths);
  self->area.x += ceil (widths[SIDE_LEFT] + LABEL_GAP);
  self->area.width = MAX (plot.width - ceil (widths[SIDE_LEFT] + LABEL_GAP) - ceil (widths[SIDE_RIGHT] + LABEL_GAP), 10.0);
}

/* The names of the years above their axes, never beyond the edges nor into each other. */
static void
draw_headers (const Slope *self,
              AtlasRect    plot)
{
  double middle = plot.x + plot.width / 2.0;

  for (Side side = SIDE_LEFT; side < N_SIDES; side++)
    {
      const AtlasTextRun *run = self->headers[side];
      double axis = side == SIDE_LEFT ? self->area.x : self->area.x + self->area.width;
      double low = side == SIDE_LEFT ? plot.x : middle + LABEL_GAP / 2.0;
      double high = side == SIDE_LEFT ? middle - LABEL_GAP / 2.0 : plot.x + plot.width;

      if (run == NULL)
        continue;
      atlas_text_run_place (run, self->build->text, self->build->shapes,
                            CLAMP (axis - run->width / 2.0, low, MAX (low, high - run->width)),
                            plot.y + header_height (self) - HEADER_GAP - run->height,
                            atlas_chart_build_text (self->build));
    }
}

static void
draw_axes (const Slope *self)
{
  for (Side side = SIDE_LEFT; side < N_SIDES; side++)
    {
      double x = side == SIDE_LEFT ? self->area.x : self->area.x + self->area.width;
      AtlasPoint ends[] = { { x, self->area.y }, { x, self->area.y + self->area.height } };

      atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_axis (self->build), 1.0,
                                 ATLAS_STROKE_SOLID);
    }
}

/* A line between figures that make no change is dashed: its slope says nothing. */
static void
draw_line (const Slope *self,
           guint        category)
{
  AtlasPoint ends[2];
  gboolean is_change = atlas_pair_is_comparable (self->build->data, self->pair, category);
  /* Of very many that all rise, thick lines would be one area. */
  gboolean is_thin = is_dim (self, category) || (!self->is_many && self->build->data->categories->len > MAX_LABELS);
  double width = is_thin ? 1.0 : self->is_many ? 2.2 : 2.0;

  if (!atlas_pair_has_both (self->build->data, self->pair, category))
    return;
  ends[0] = get_point (self, category, SIDE_LEFT);
  ends[1] = get_point (self, category, SIDE_RIGHT);
  atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, get_paint (self, category), width,
                             is_change ? ATLAS_STROKE_SOLID : ATLAS_STROKE_DASHED);
  if (!is_change)
    atlas_pair_note_dashed (self->build, self->pair);
}

/* What stands back is drawn first. */
static void
draw_lines (const Slope *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->build->data->categories->len; i++)
      if (is_dim (self, i) == (pass == 0))
        draw_line (self, i);
  if (self->is_many)
    atlas_chart_notes_add (self->build->notes, _("Thick: falling"));
}

static gboolean
is_crowd (const Slope *self)
{
  guint n = self->build->data->categories->len;

  for (guint i = 0; n > MANY && i < n; i++)
    if (falls (self, i))
      return TRUE;
  return FALSE;
}

static void
draw_label (const Slope *self,
            guint        category,
            Side         side,
            AtlasPoint   at)
{
  AtlasChartBuild *build = self->build;
  const AtlasTextRun *run = self->labels[side][category];
  double sign = side == SIDE_LEFT ? -1.0 : 1.0, y = self->slots[side][category].placed;
  AtlasPaint paint = is_dim (self, category) ? atlas_chart_build_dim (build) : atlas_chart_build_text (build);
  AtlasPoint leader[] = { { at.x + sign * POINT_GAP, at.y }, { at.x + sign * (LABEL_GAP - 1.0), y } };

  if (fabs (y - at.y) > 3.0)
    atlas_shape_list_add_line (build->shapes, leader, 2, FALSE, atlas_chart_build_axis (build), 0.8, ATLAS_STROKE_SOLID);
  atlas_text_run_place (run, build->text, build->shapes,
                        side == SIDE_LEFT ? at.x - LABEL_GAP - run->width : at.x + LABEL_GAP, y - run->height / 2.0, paint);
}

static void
draw_end (const Slope *self,
          guint        category,
          Side         side,
          AtlasRect    plot)
{
  AtlasChartBuild *build = self->build;
  const AtlasObservation *value = get_value (self, category, side);
  AtlasPoint at;
  AtlasRect bounds, hit;

  if (value == NULL)
    return;
  at = get_point (self, category, side);
  bounds = (AtlasRect) { at.x - RADIUS, at.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS };
  hit = (AtlasRect) { side == SIDE_LEFT ? plot.x : at.x - HIT_RADIUS, at.y - HIT_RADIUS, 0.0, 2.0 * HIT_RADIUS };
  hit.width = (side == SIDE_LEFT ? at.x + HIT_RADIUS : plot.x + plot.width) - hit.x;
  atlas_point_marker_draw_look (build, at, RADIUS,
                                (AtlasPointLook) { get_paint (self, category), 0, value->qualifier,
                                                   ATLAS_QUALIFIER_EXACT, value->stand_in });
  if (self->labels[side][category] != NULL)
    draw_label (self, category, side, at);
  atlas_chart_build_add_mark (build, category, series_of (self, side), bounds, hit,
                              atlas_chart_build_dup_label (build, category, series_of (self, side), FALSE));
}

static void
clear (Slope *self)
{
  for (Side side = SIDE_LEFT; side < N_SIDES; side++)
    {
      for (guint i = 0; i < self->build->data->categories->len; i++)
        g_clear_pointer (&self->labels[side][i], atlas_text_run_free);
      g_clear_pointer (&self->headers[side], atlas_text_run_free);
      g_free (self->labels[side]);
      g_free (self->slots[side]);
    }
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Slope self = { build, atlas_pair_of (build->data) };
  guint n = build->data->categories->len;

  atlas_chart_notes_set_hidden (build->notes, 0, 0);
  atlas_pair_note_series (build, self.pair);
  atlas_pair_note_missing (build, self.pair);
  if (build->data->n_values == 0)
    return atlas_chart_build_draw_message (build, plot, _("No data"));
  self.is_many = is_crowd (&self);
  make_headers (&self, plot.width);
  find_area (&self, plot);
  draw_headers (&self, plot);
  draw_axes (&self);
  draw_lines (&self);
  for (guint i = 0; i < n; i++)
    for (Side side = SIDE_LEFT; side < N_SIDES; side++)
      draw_end (&self, i, side, plot);
  clear (&self);
  return plot.y + plot.height;
}

const AtlasChartPlot atlas_slope_plot = { measure, measure_least, draw };
