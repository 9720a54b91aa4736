/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "dataset/qualified-number.h"

/* The stages of one region from the first to the last, such as registered, sat and passed. All bars begin at 0, so that
 * their lengths are true; what is left of the stage before, and of the first, stands in columns beside them. */

#define ROW_HEIGHT 2.6
#define BAR_SHARE 0.7
#define LABEL_GAP 6.0
#define COLUMN_GAP 14.0
#define HEADER_GAP 4.0
/* Shares take no more of what the names leave. */
#define MAX_COLUMNS_SHARE 0.5

/* Of which stage a share is. */
typedef enum {
  OF_BEFORE,
  OF_FIRST,
  N_BASES,
} Base;

typedef struct {
  AtlasTextRun *header;
  AtlasTextRun **shares; /* of each row, NULL where none is stated */
  double width;
} Column;

typedef struct {
  AtlasChartBuild *build;
  AtlasBarRows *rows;
  AtlasTextRun **labels;
  Column columns[N_BASES];
  guint n_columns;
  double right; /* where bars and labels end */
  double zero, scale;
} Funnel;

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

static double
header_height (const AtlasChartBuild *build)
{
  return ceil (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) + HEADER_GAP);
}

static double
bar_height (const Funnel *self)
{
  double height = MIN (self->rows->band, row_height (self->build) * 1.3) * BAR_SHARE;

  return MAX (1.5, self->rows->band >= 6.0 ? round (height) : height);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return header_height (build) + atlas_bar_rows_measure (build, width, row_height (build));
}

static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  guint n = MIN (build->data->categories->len, 3);

  return header_height (build) + n * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL);
}

static const AtlasObservation *
get_value (const Funnel *self,
           guint         row)
{
  return atlas_chart_data_get_value (self->build->data, row, 0);
}

static gboolean
is_of_one_time (const AtlasObservation *a,
                const AtlasObservation *b)
{
  g_autofree char *one = atlas_chart_dup_period_key (a);
  g_autofree char *other = atlas_chart_dup_period_key (b);

  return g_str_equal (one, other) && a->stand_in == b->stand_in;
}

/* What is left of the stage before, or of the first: only where both are known and of one time. */
static char *
dup_share (const Funnel *self,
           guint         row,
           Base          base)
{
  AtlasUnit percent = { (char *) "percent", (char *) "%", (char *) "%", FALSE };
  const AtlasObservation *value = get_value (self, row);
  const AtlasObservation *whole = row > 0 ? get_value (self, base == OF_FIRST ? 0 : row - 1) : NULL;
  AtlasQualifiedNumber share;

  if (value == NULL || whole == NULL || !is_of_one_time (value, whole) ||
      !atlas_qualified_divide ((AtlasQualifiedNumber) { value->value, value->qualifier },
                               (AtlasQualifiedNumber) { whole->value, whole->qualifier }, &share))
    return NULL;
  /* Two numbers that are both open to the same side may have any ratio. */
  if (value->qualifier == whole->qualifier &&
      (value->qualifier == ATLAS_QUALIFIER_AT_LEAST || value->qualifier == ATLAS_QUALIFIER_AT_MOST))
    return NULL;
  atlas_chart_notes_use_qualifier (self->build->notes, share.qualifier);
  return atlas_format_label (share.value * 100.0, share.qualifier, &percent, ATLAS_SCALE_ONE);
}

static const char *
get_header (Base base)
{
  return base == OF_BEFORE ? C_("share of a stage", "of stage before") : C_("share of a stage", "of first stage");
}

static void
make_column (Funnel *self,
             Base    base)
{
  AtlasChartBuild *build = self->build;
  Column *column = &self->columns[base];

  column->header = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, get_header (base), 0.0, 1);
  column->width = column->header->width;
  column->shares = g_new0 (AtlasTextRun *, self->rows->n_rows + 1);
  for (guint i = 1; i < self->rows->n_rows; i++)
    {
      g_autofree char *share = dup_share (self, i, base);

      if (!atlas_bar_rows_is_named (self->rows, i))
        continue;
      if (share == NULL)
        atlas_chart_notes_add (build->notes, _("–: no share, since a figure is missing, open, or of another date"));
      column->shares[i] = atlas_text_run_new (build->text, self->rows->role, share != NULL ? share : "–", 0.0, 1);
      column->width = MAX (column->width, column->shares[i]->width);
    }
  column->width = ceil (column->width + COLUMN_GAP);
}

/* Both columns, or just the first, as far as they leave the bars their room. With two stages both say the same. */
static void
make_columns (Funnel *self)
{
  double room = self->rows->right - self->rows->left;
  guint wanted = self->rows->n_rows > 2 ? 2 : self->rows->n_rows > 1 ? 1 : 0;

  self->right = self->rows->right;
  for (Base base = OF_BEFORE; base < N_BASES; base++)
    make_column (self, base);
  while (self->n_columns < wanted &&
         self->rows->right - self->right + self->columns[self->n_columns].width <= room * MAX_COLUMNS_SHARE)
    self->right -= self->columns[self->n_columns++].width;
}

static void
make_labels (Funnel *self)
{
  g_autofree AtlasBarLength *lengths = g_new0 (AtlasBarLength, self->rows->n_rows + 1);
  AtlasChartBuild *build = self->build;

  self->labels = g_new0 (AtlasTextRun *, self->rows->n_rows + 1);
  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      const AtlasObservation *value = get_value (self, i);
      g_autofree char *text = atlas_chart_build_dup_label (build, i, 0, TRUE);

      if (atlas_bar_rows_is_named (self->rows, i))
        self->labels[i] = atlas_text_run_new (build->text, self->rows->role, text,
                                              value != NULL ? 0.0 : self->right - self->rows->left - LABEL_GAP, 1);
      if (value != NULL)
        lengths[i] = (AtlasBarLength) { value->value, atlas_bar_get_overhang (bar_height (self), value->qualifier) };
      if (self->labels[i] != NULL)
        lengths[i].label += LABEL_GAP + self->labels[i]->width;
    }
  self->scale = atlas_bar_fit (self->build, lengths, self->rows->n_rows, self->right - self->rows->left, &self->zero);
  self->zero += self->rows->left;
}

static void
draw_shares (const Funnel *self,
             guint         row,
             double        middle)
{
  double right = self->rows->right;

  for (guint i = self->n_columns; i-- > 0; right -= self->columns[i].width)
    {
      const AtlasTextRun *run = self->columns[i].shares[row];

      if (run != NULL)
        atlas_text_run_place_right (run, self->build->text, self->build->shapes, right, middle - run->height / 2.0,
                                    atlas_chart_build_text (self->build));
    }
}

static void
draw_headers (const Funnel *self,
              double        y)
{
  double right = self->rows->right;

  for (guint i = self->n_columns; i-- > 0; right -= self->columns[i].width)
    atlas_text_run_place_right (self->columns[i].header, self->build->text, self->build->shapes, right, y,
                                atlas_chart_build_dim (self->build));
}

static void
draw_row (const Funnel *self,
          guint         row)
{
  AtlasChartBuild *build = self->build;
  const AtlasObservation *value = get_value (self, row);
  AtlasRect band = atlas_bar_rows_get_row (self->rows, row);
  AtlasRect hit = { self->rows->start, band.y, self->rows->right - self->rows->start, band.height };
  double height = bar_height (self), middle = band.y + band.height / 2.0;
  AtlasRect bounds = { self->zero, round (middle - height / 2.0), 0.0, height };
  AtlasTextRun *label = self->labels[row];

  if (value != NULL)
    {
      AtlasBarLook look = { atlas_chart_build_region (build, value->region), value->qualifier, value->stand_in, FALSE };

      bounds = atlas_bar_draw (build, self->zero, self->zero + value->value * self->scale, bounds.y, height, look);
    }
  if (label != NULL)
    atlas_text_run_place (label, build->text, build->shapes, bounds.x + bounds.width + LABEL_GAP,
                          middle - label->height / 2.0,
                          value != NULL ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
  draw_shares (self, row, middle);
  atlas_chart_build_add_mark (build, row, 0, bounds, hit, atlas_chart_build_dup_label (build, row, 0, FALSE));
}

static void
clear (Funnel *self)
{
  for (guint i = 0; i < self->rows->n_rows; i++)
    {
      g_clear_pointer (&self->labels[i], atlas_text_run_free);
      for (Base base = OF_BEFORE; base < N_BASES; base++)
        g_clear_pointer (&self->columns[base].shares[i], atlas_text_run_free);
    }
  for (Base base = OF_BEFORE; base < N_BASES; base++)
    {
      g_clear_pointer (&self->columns[base].header, atlas_text_run_free);
      g_free (self->columns[base].shares);
    }
  g_free (self->labels);
  atlas_bar_rows_free (self->rows);
}

static gboolean
has_several_regions (const AtlasChartBuild *build)
{
  for (guint i = 1; i < build->data->categories->len; i++)
    if (atlas_chart_data_get (build->data, i, 0)->region != atlas_chart_data_get (build->data, 0, 0)->region)
      return TRUE;
  return FALSE;
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  Funnel self = { build };
  double head = header_height (build), bottom;
  AtlasRect below = { plot.x, plot.y + head, plot.width, MAX (plot.height - head, 1.0) };

  atlas_chart_notes_set_hidden (build->notes, 0, 0);
  if (has_several_regions (build))
    return atlas_chart_build_draw_message (build, plot, _("A funnel shows the stages of one region"));
  self.rows = atlas_bar_rows_new (build, below, row_height (build), atlas_bar_rows_get_least (build));
  make_columns (&self);
  make_labels (&self);
  draw_headers (&self, plot.y);
  atlas_bar_rows_draw_axis (self.rows, build, self.zero);
  atlas_bar_rows_draw_names (self.rows, build);
  for (guint i = 0; i < self.rows->n_rows; i++)
    draw_row (&self, i);
  bottom = atlas_bar_rows_get_bottom (self.rows);
  clear (&self);
  return bottom;
}

const AtlasChartPlot atlas_funnel_plot = { measure, measure_least, draw };
