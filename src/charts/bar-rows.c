/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/bar-rows.h"

#include <math.h>

#include "charts/chart-label.h"
#include "charts/label-placement.h"

/* The column of names takes at most this much of the width, and wraps beyond it. */
#define MAX_COLUMN_SHARE 0.36
#define NAME_GAP 8.0
#define MAX_NAME_LINES 2
/* Rows grow beyond their natural height up to this, so that a tall chart is not a heap at its top. */
#define MAX_STRETCH 1.8
#define MIN_BAND 3.0
#define FEW_ROWS 3

#define CORNER 2.0
#define MAX_TIP 7.0
#define EDGE_WIDTH 1.0
#define AXIS_WIDTH 1.0
/* Without names: the axis itself, and what a mark at 0 has left of it. */
#define MARK_ROOM 6.0

static AtlasTextRun *
name_run (AtlasChartBuild *build,
          guint            category,
          AtlasTextRole    role,
          double           cap,
          guint            max_lines)
{
  const char *name = atlas_chart_data_get_category (build->data, category)->name;
  AtlasTextRun *run = atlas_text_run_new (build->text, role, name, 0.0, 1);

  if (run->width <= cap)
    return run;
  atlas_text_run_free (run);
  return atlas_text_run_new (build->text, role, name, cap, max_lines);
}

/* Lines set closer than in running text still read well beside a bar. */
static double
tight_line (const AtlasChartBuild *build,
            AtlasTextRole          role)
{
  return atlas_text_maker_get_size (build->text, role) * 1.2;
}

static gboolean
shares_names (const AtlasChartBuild *build)
{
  return build->share != NULL && build->share->names > 0.0;
}

/* How wide a name may be beside bars that have WIDTH with it. */
static double
names_cap (const AtlasChartBuild *build,
           double                 width)
{
  return shares_names (build) ? build->share->names - NAME_GAP : width * MAX_COLUMN_SHARE;
}

double
atlas_bar_rows_measure_names (AtlasChartBuild *build,
                              double           width)
{
  double column = 0.0;

  for (guint i = 0; i < build->data->categories->len; i++)
    {
      g_autoptr (AtlasTextRun) run = name_run (build, i, ATLAS_TEXT_LABEL, width * MAX_COLUMN_SHARE, MAX_NAME_LINES);

      column = MAX (column, run->width);
    }
  return column > 0.0 ? ceil (column + NAME_GAP) : 0.0;
}

double
atlas_bar_rows_measure (AtlasChartBuild *build,
                        double           width,
                        double           row_height)
{
  guint n = build->data->categories->len;
  double band = row_height;

  if (build->share != NULL)
    build->share->wants_names = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasTextRun) run = name_run (build, i, ATLAS_TEXT_LABEL, names_cap (build, width), MAX_NAME_LINES);

      if (run->n_lines > 1)
        band = MAX (band, run->height + 5.0);
    }
  return ceil (band * n);
}

/* The higher, the longer its name stays: what the reader compares, then what has a value, then from the top. */
static double
name_priority (const AtlasChartBuild *build,
               guint                  category)
{
  const AtlasRegion *region = atlas_chart_data_get_category (build->data, category)->region;
  double priority = -(double) category;

  if (region != NULL && build->spec->slots != NULL && g_hash_table_contains (build->spec->slots, region->code))
    priority += 2e6;
  for (guint s = 0; s < build->data->series->len; s++)
    if (atlas_chart_data_get_value (build->data, category, s) != NULL)
      return priority + 1e6;
  return priority;
}

static void
make_names (AtlasBarRows    *self,
            AtlasChartBuild *build,
            double           width)
{
  g_autofree AtlasLabelSlot *slots = g_new0 (AtlasLabelSlot, self->n_rows + 1);
  double line = tight_line (build, self->role);
  /* Lines of one name stand a full pitch apart. */
  guint max_lines = self->band >= 2.0 * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL) ? MAX_NAME_LINES : 1;
  guint n_dropped;

  for (guint i = 0; i < self->n_rows; i++)
    slots[i] = (AtlasLabelSlot) { (i + 0.5) * self->band, line, name_priority (build, i) };
  n_dropped = self->band >= line ? 0 : atlas_labels_thin (slots, self->n_rows, -G_MAXDOUBLE, G_MAXDOUBLE);
  for (guint i = 0; i < self->n_rows; i++)
    {
      AtlasTextRun *run =
        slots[i].dropped ? NULL : name_run (build, i, self->role, names_cap (build, width), max_lines);

      g_ptr_array_add (self->names, run);
      if (run != NULL)
        self->column = MAX (self->column, run->width);
    }
  atlas_chart_notes_set_hidden (build->notes, build->data->categories->len - self->n_rows, n_dropped);
}

static void
free_name (gpointer run)
{
  g_clear_pointer ((AtlasTextRun **) &run, atlas_text_run_free);
}

/* Rows lower than a line of text: the first and last still keep room for theirs. Rows that would be too low for a bar
 * are left out from the end, which is the smallest or missing one. */
static void
squeeze (AtlasBarRows *self,
         AtlasRect     plot,
         double        line)
{
  double room = MAX (plot.height - line, 0.0);

  self->n_rows = MIN (self->n_rows, (guint) floor (room / MIN_BAND) + 1);
  self->band = self->n_rows > 1 ? room / (self->n_rows - 1) : MIN (plot.height, line);
  self->top = plot.y + (self->n_rows > 1 ? (line - self->band) / 2.0 : 0.0);
}

double
atlas_bar_rows_get_least (const AtlasChartBuild *build)
{
  return tight_line (build, ATLAS_TEXT_NOTE);
}

double
atlas_bar_rows_measure_few (const AtlasChartBuild *build)
{
  return MIN (build->data->categories->len, FEW_ROWS) * atlas_bar_rows_get_least (build);
}

AtlasBarRows *
atlas_bar_rows_new (AtlasChartBuild *build,
                    AtlasRect        plot,
                    double           row_height,
                    double           least)
{
  AtlasBarRows *self = g_new0 (AtlasBarRows, 1);
  guint n = build->data->categories->len;
  double natural = atlas_bar_rows_measure (build, plot.width, row_height) / MAX (n, 1);

  self->names = g_ptr_array_new_with_free_func (free_name);
  self->n_rows = least > 0.0 ? MIN (n, (guint) MAX (plot.height / least, 1.0)) : n;
  self->band = MIN (plot.height / MAX (self->n_rows, 1), natural * MAX_STRETCH);
  self->top = plot.y;
  self->role = self->band < tight_line (build, ATLAS_TEXT_LABEL) ? ATLAS_TEXT_NOTE : ATLAS_TEXT_LABEL;
  if (self->band < tight_line (build, self->role))
    squeeze (self, plot, tight_line (build, self->role));
  make_names (self, build, plot.width);
  self->start = plot.x;
  self->hides_names = shares_names (build) && build->share->hides_names;
  if (shares_names (build))
    self->left = plot.x + (self->hides_names ? 0.0 : build->share->names);
  else
    self->left = plot.x + (self->column > 0.0 ? ceil (self->column + NAME_GAP) : MARK_ROOM);
  self->right = plot.x + plot.width;
  return self;
}

void
atlas_bar_rows_reserve (AtlasBarRows *self,
                        double        before,
                        double        after)
{
  self->before = before;
  self->after = after;
  self->left += before + after;
}

void
atlas_bar_rows_free (AtlasBarRows *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

AtlasRect
atlas_bar_rows_get_row (const AtlasBarRows *self,
                        guint               row)
{
  return (AtlasRect) { self->left, self->top + row * self->band, self->right - self->left, self->band };
}

double
atlas_bar_rows_get_bottom (const AtlasBarRows *self)
{
  return self->top + self->n_rows * self->band;
}

guint
atlas_bar_rows_count_touched (const AtlasBarRows    *self,
                              const AtlasChartBuild *build,
                              double                 height)
{
  double reach = (atlas_text_maker_get_size (build->text, self->role) + height) / 2.0;

  return (guint) MAX (ceil (reach / self->band) - 1.0, 0.0);
}

gboolean
atlas_bar_rows_is_named (const AtlasBarRows *self,
                         guint               row)
{
  return g_ptr_array_index (self->names, row) != NULL;
}

/* Names end at the axis; behind a column of their own they begin there, as in a table. */
static void
place_name (const AtlasBarRows *self,
            AtlasChartBuild    *build,
            const AtlasTextRun *run,
            double              y)
{
  AtlasPaint paint = atlas_chart_build_text (build);

  if (self->before > 0.0)
    atlas_text_run_place (run, build->text, build->shapes, self->start + self->before, y, paint);
  else
    atlas_text_run_place_right (run, build->text, build->shapes, self->left - self->after - NAME_GAP, y, paint);
}

AtlasTextRun *
atlas_bar_rows_missing_run (AtlasChartBuild        *build,
                            AtlasTextRole           role,
                            const AtlasObservation *observation,
                            double                  room)
{
  g_autofree char *words = atlas_chart_dup_missing_text (build->data->table, observation);
  const char *choices[] = { words, atlas_missing_get_meaning (observation->missing) };

  for (guint i = 0; i < G_N_ELEMENTS (choices) && !atlas_chart_notes_leave_blank (build->notes); i++)
    {
      AtlasTextRun *run = atlas_text_run_new (build->text, role, choices[i], 0.0, 1);

      if (run->width <= room)
        return run;
      atlas_text_run_free (run);
    }
  atlas_chart_notes_use_symbol (build->notes, observation->missing);
  return atlas_text_run_new (build->text, role, atlas_chart_notes_get_symbol (build->notes, observation->missing), 0.0, 1);
}

char *
atlas_bar_rows_dup_mark_label (const AtlasChartBuild *build,
                               guint                  category,
                               const AtlasTextRun    *run)
{
  const char *text = run != NULL ? atlas_text_run_get_text (run) : "";

  return text[0] != '\0' ? g_strdup (text) : atlas_chart_build_dup_label (build, category, 0, FALSE);
}

void
atlas_bar_rows_draw_names (const AtlasBarRows *self,
                           AtlasChartBuild    *build)
{
  for (guint i = 0; i < self->n_rows && !self->hides_names; i++)
    {
      const AtlasTextRun *run = g_ptr_array_index (self->names, i);
      AtlasRect row = atlas_bar_rows_get_row (self, i);

      if (run != NULL && run->width > 0.0)
        place_name (self, build, run, row.y + (row.height - run->height) / 2.0);
    }
}

void
atlas_bar_rows_draw_axis (const AtlasBarRows *self,
                          AtlasChartBuild    *build,
                          double              zero)
{
  AtlasPoint ends[] = { { zero - 0.5, self->top }, { zero - 0.5, atlas_bar_rows_get_bottom (self) } };

  atlas_shape_list_add_line (build->shapes, ends, 2, FALSE, atlas_chart_build_axis (build), AXIS_WIDTH,
                             ATLAS_STROKE_SOLID);
}

/* The room on either side of the axis that the bars need at SCALE. */
static void
needed (const AtlasBarLength *lengths,
        guint                 n_lengths,
        double                scale,
        double               *left,
        double               *right)
{
  *left = *right = 0.0;
  for (guint i = 0; i < n_lengths; i++)
    {
      double reach = fabs (lengths[i].value) * scale + lengths[i].label;
      double *side = lengths[i].value < 0.0 ? left : right;

      *side = MAX (*side, reach);
    }
}

static double
fit (const AtlasBarLength *lengths,
     guint                 n_lengths,
     double                room,
     double               *out_zero)
{
  double largest = 0.0, low = 0.0, high, left, right;

  for (guint i = 0; i < n_lengths; i++)
    largest = MAX (largest, fabs (lengths[i].value));
  high = largest > 0.0 ? MAX (room, 0.0) / largest : 0.0;
  /* What is needed grows with the scale, so halving finds it: 50 times is finer than a double can tell. */
  for (guint i = 0; i < 50 && high > 0.0; i++)
    {
      double middle = (low + high) / 2.0;

      needed (lengths, n_lengths, middle, &left, &right);
      *(left + right <= room ? &low : &high) = middle;
    }
  needed (lengths, n_lengths, low, &left, &right);
  *out_zero = left;
  return low;
}

double
atlas_bar_fit (AtlasChartBuild      *build,
               const AtlasBarLength *lengths,
               guint                 n_lengths,
               double                room,
               double               *out_zero)
{
  AtlasPanelShare *share = build->share;

  if (share == NULL || share->lengths == NULL)
    return fit (lengths, n_lengths, room, out_zero);
  if (share->is_collecting)
    {
      g_array_append_vals (share->lengths, lengths, n_lengths);
      share->room = MIN (share->room, room);
    }
  return fit ((const AtlasBarLength *) share->lengths->data, share->lengths->len, share->room, out_zero);
}

double
atlas_bar_get_overhang (double         height,
                        AtlasQualifier qualifier)
{
  return qualifier == ATLAS_QUALIFIER_AT_LEAST ? MIN (height * 0.4, MAX_TIP) : 0.0;
}

/* The outline of a bar, drawn as if it went right; SIGN −1 turns it round. Returns the number of points. */
static guint
outline (AtlasPoint    *points,
         double         zero,
         double         end,
         double         y,
         double         height,
         AtlasQualifier qualifier)
{
  double sign = end < zero ? -1.0 : 1.0;
  double length = fabs (end - zero);
  double corner = MIN (CORNER, MIN (length, height / 2.0)), soft = corner * 0.3;
  double notch = MIN (MIN (height * 0.4, MAX_TIP), length);
  guint n = 0;

  points[n++] = (AtlasPoint) { zero, y };
  switch (qualifier)
    {
    case ATLAS_QUALIFIER_AT_LEAST:
      points[n++] = (AtlasPoint) { end, y };
      points[n++] = (AtlasPoint) { end + sign * atlas_bar_get_overhang (height, qualifier), y + height / 2.0 };
      points[n++] = (AtlasPoint) { end, y + height };
      break;
    case ATLAS_QUALIFIER_AT_MOST:
      points[n++] = (AtlasPoint) { end, y };
      points[n++] = (AtlasPoint) { end - sign * notch, y + height / 2.0 };
      points[n++] = (AtlasPoint) { end, y + height };
      break;
    case ATLAS_QUALIFIER_EXACT:
    case ATLAS_QUALIFIER_ABOUT:
    case ATLAS_QUALIFIER_NEARLY:
    default:
      points[n++] = (AtlasPoint) { end - sign * corner, y };
      points[n++] = (AtlasPoint) { end - sign * soft, y + soft };
      points[n++] = (AtlasPoint) { end, y + corner };
      points[n++] = (AtlasPoint) { end, y + height - corner };
      points[n++] = (AtlasPoint) { end - sign * soft, y + height - soft };
      points[n++] = (AtlasPoint) { end - sign * corner, y + height };
      break;
    }
  points[n++] = (AtlasPoint) { zero, y + height };
  return n;
}

/* The same shape drawn in by half an edge, so that the edge lies within the bar. */
static void
draw_edge (AtlasChartBuild *build,
           double           zero,
           double           end,
           double           y,
           double           height,
           AtlasBarLook     look)
{
  AtlasPoint points[8];
  double in = EDGE_WIDTH / 2.0, sign = end < zero ? -1.0 : 1.0;
  guint n;

  if (fabs (end - zero) <= 2.0 * EDGE_WIDTH || height <= 2.0 * EDGE_WIDTH)
    return;
  n = outline (points, zero + sign * in, end - sign * in, y + in, height - 2.0 * in, look.qualifier);
  atlas_shape_list_add_line (build->shapes, points, n, TRUE, look.paint, EDGE_WIDTH, ATLAS_STROKE_SOLID);
}

AtlasRect
atlas_bar_draw (AtlasChartBuild *build,
                double           zero,
                double           end,
                double           y,
                double           height,
                AtlasBarLook     look)
{
  AtlasPoint points[8];
  guint n;
  double overhang = atlas_bar_get_overhang (height, look.qualifier);

  n = outline (points, zero, end, y, height, look.qualifier);
  if (end != zero || overhang > 0.0)
    atlas_shape_list_add_polygon (build->shapes, points, n,
                                  look.stand_in ? atlas_chart_build_lighter (build, look.paint) : look.paint);
  if (look.hatched)
    atlas_shape_list_add_hatch (build->shapes, points, n, atlas_chart_build_text_on (look.paint));
  if (look.stand_in)
    draw_edge (build, zero, end, y, height, look);
  return (AtlasRect) { MIN (zero, end - (end < zero ? overhang : 0.0)), y, fabs (end - zero) + overhang, height };
}
