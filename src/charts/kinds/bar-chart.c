/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/bar-ranks.h"
#include "charts/bar-rows.h"
#include "charts/chart-label.h"
#include "charts/reference-line.h"

/* Of the row a bar takes, and of the font size that a row is high. */
#define BAR_SHARE 0.66
#define ROW_HEIGHT 2.35
#define MAX_BAR_STRETCH 1.3
#define LABEL_GAP 6.0
/* Where labels leave the longest bar less than this much of the room, their fractions go. */
#define MIN_BAR_SHARE 0.2

/* What stands beside each bar, and in OUT_LENGTHS how much room that takes. */
typedef struct {
  AtlasTextRun **labels;
  AtlasBarLength *lengths;
  AtlasBarLength *reaches; /* what the labels stand beyond */
  guint n;
} BarTexts;

static double
row_height (const AtlasChartBuild *build)
{
  return atlas_text_maker_get_size (build->text, ATLAS_TEXT_LABEL) * ROW_HEIGHT;
}

/* Rows that have more room than they need get more of it between them. */
static double
bar_height (const AtlasChartBuild *build,
            double                 band)
{
  double height = MIN (band, row_height (build) * MAX_BAR_STRETCH) * BAR_SHARE;

  return MAX (1.5, band >= 6.0 ? round (height) : height);
}

static double
measure (AtlasChartBuild *build,
         double           width)
{
  return atlas_bar_rows_measure (build, width, row_height (build)) + atlas_reference_line_measure (build);
}

/* Three rows with their names, or all if they are fewer. */
static double
measure_least (AtlasChartBuild *build,
               double           width)
{
  guint n = MIN (build->data->categories->len, 3);

  return n * atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_LABEL) + atlas_reference_line_measure (build);
}

static void
clear_texts (BarTexts *texts)
{
  for (guint i = 0; i < texts->n; i++)
    g_clear_pointer (&texts->labels[i], atlas_text_run_free);
  g_free (texts->labels);
  g_free (texts->lengths);
  g_free (texts->reaches);
}

static AtlasTextRun *
label_run (AtlasChartBuild *build,
           AtlasTextRole    role,
           guint            category,
           gboolean         terse,
           double           room)
{
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, 0);
  g_autofree char *label = NULL;

  if (atlas_chart_data_get_value (build->data, category, 0) == NULL)
    return atlas_bar_rows_missing_run (build, role, observation, room - LABEL_GAP);
  label = atlas_chart_build_dup_label (build, category, 0, terse);
  return atlas_text_run_new (build->text, role, label, 0.0, 1);
}

/* What the text of CATEGORY stands beyond: its own bar and, where rows are lower than text, those on either side that go the
 * same way. */
static AtlasBarLength
find_reach (AtlasChartBuild    *build,
            const AtlasBarRows *rows,
            guint               category)
{
  const AtlasObservation *own = atlas_chart_data_get_value (build->data, category, 0);
  double height = bar_height (build, rows->band), sign = own != NULL && own->value < 0.0 ? -1.0 : 1.0;
  guint touched = atlas_bar_rows_count_touched (rows, build, height);
  AtlasBarLength reach = { 0.0, 0.0 };

  for (guint i = category - MIN (touched, category); i <= category + touched && i < rows->n_rows; i++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (build->data, i, 0);

      if (value == NULL || sign * value->value < 0.0)
        continue;
      reach.value = sign * MAX (sign * reach.value, sign * value->value);
      reach.label = MAX (reach.label, atlas_bar_get_overhang (height, value->qualifier));
    }
  return reach;
}

static void
make_texts (BarTexts           *texts,
            AtlasChartBuild    *build,
            const AtlasBarRows *rows,
            gboolean            terse)
{
  texts->n = rows->n_rows;
  texts->labels = g_new0 (AtlasTextRun *, rows->n_rows + 1);
  texts->lengths = g_new0 (AtlasBarLength, rows->n_rows + 3);
  texts->reaches = g_new0 (AtlasBarLength, rows->n_rows + 1);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      gboolean has_value = atlas_chart_data_get_value (build->data, i, 0) != NULL;

      texts->reaches[i] = find_reach (build, rows, i);
      if (atlas_bar_rows_is_named (rows, i))
        texts->labels[i] = label_run (build, rows->role, i, terse,
                                      texts->reaches[i].value > 0.0 ? 0.0 : rows->right - rows->left);
      if (!has_value && !(texts->reaches[i].value > 0.0))
        continue;
      texts->lengths[i] = texts->reaches[i];
      if (texts->labels[i] != NULL)
        texts->lengths[i].label += LABEL_GAP + texts->labels[i]->width;
    }
  if (isfinite (build->spec->reference))
    texts->lengths[texts->n].value = build->spec->reference;
  if (isfinite (build->spec->further_reference))
    texts->lengths[texts->n + 1].value = build->spec->further_reference;
}

static double
fit (AtlasChartBuild    *build,
     const BarTexts     *texts,
     const AtlasBarRows *rows,
     double             *out_zero)
{
  return atlas_bar_fit (build, texts->lengths, texts->n + 2, rows->right - rows->left, out_zero);
}

static gboolean
bars_are_cramped (const AtlasChartBuild *build,
                  const AtlasBarRows    *rows,
                  double                 scale)
{
  double largest = MAX (fabs (build->data->highest), fabs (build->data->lowest));

  return build->spec->show_fraction && largest * scale < MIN_BAR_SHARE * (rows->right - rows->left);
}

static void
place_label (AtlasChartBuild    *build,
             const AtlasTextRun *run,
             AtlasRect           row,
             double              zero,
             double              scale,
             AtlasBarLength      reach,
             AtlasPaint          paint)
{
  double tip = zero + reach.value * scale;
  double x = reach.value < 0.0 ? tip - reach.label - LABEL_GAP - run->width : tip + reach.label + LABEL_GAP;

  atlas_text_run_place (run, build->text, build->shapes, x, row.y + (row.height - run->height) / 2.0, paint);
}

static void
draw_row (AtlasChartBuild    *build,
          const AtlasBarRows *rows,
          const BarTexts     *texts,
          guint               category,
          double              zero,
          double              scale)
{
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, 0);
  const AtlasRegion *region = atlas_chart_data_get_category (build->data, category)->region;
  AtlasRect row = atlas_bar_rows_get_row (rows, category);
  double height = bar_height (build, rows->band);
  AtlasRect bounds = { zero, round (row.y + (row.height - height) / 2.0), 0.0, height };
  AtlasRect hit = { rows->start, row.y, rows->right - rows->start, row.height };
  AtlasPaint paint = atlas_chart_build_region (build, region);

  if (value != NULL)
    {
      AtlasBarLook look = { paint, value->qualifier, value->stand_in, FALSE };

      bounds = atlas_bar_draw (build, zero, zero + value->value * scale, bounds.y, height, look);
    }
  if (texts->labels[category] != NULL)
    place_label (build, texts->labels[category], row, zero, scale, texts->reaches[category],
                 value != NULL ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
  if (value == NULL)
    bounds = (AtlasRect) { zero + texts->reaches[category].value * scale, row.y,
                           texts->labels[category] != NULL ? LABEL_GAP + texts->labels[category]->width : 0.0, row.height };
  atlas_chart_build_add_mark (build, category, 0, bounds, hit,
                              atlas_bar_rows_dup_mark_label (build, category, texts->labels[category]));
}

static double
draw (AtlasChartBuild *build,
      AtlasRect        plot)
{
  double header = atlas_reference_line_measure (build);
  AtlasRect below = { plot.x, plot.y + header, plot.width, MAX (plot.height - header, 1.0) };
  g_autoptr (AtlasBarRows) rows = NULL;
  g_autoptr (AtlasBarRanks) ranks = NULL;
  BarTexts texts = { 0 };
  double zero, scale;
  guint first;

  rows = atlas_bar_rows_new (build, below, row_height (build), 0.0);
  ranks = atlas_bar_ranks_new (build, rows);
  make_texts (&texts, build, rows, FALSE);
  scale = fit (build, &texts, rows, &zero);
  if (bars_are_cramped (build, rows, scale))
    {
      clear_texts (&texts);
      make_texts (&texts, build, rows, TRUE);
      scale = fit (build, &texts, rows, &zero);
    }
  zero = rows->left + zero;
  atlas_bar_rows_draw_axis (rows, build, zero);
  atlas_bar_rows_draw_names (rows, build);
  if (ranks != NULL)
    atlas_bar_ranks_draw (ranks, build, rows);
  first = atlas_shape_list_get_n_shapes (build->shapes);
  for (guint i = 0; i < rows->n_rows; i++)
    draw_row (build, rows, &texts, i, zero, scale);
  atlas_reference_line_draw (build, plot, zero + build->spec->reference * scale, below.y,
                             atlas_bar_rows_get_bottom (rows), first);
  atlas_reference_line_draw_further (build, plot, zero + build->spec->further_reference * scale,
                                     atlas_bar_rows_get_bottom (rows), first);
  clear_texts (&texts);
  return atlas_bar_rows_get_bottom (rows);
}

const AtlasChartPlot atlas_bar_plot = { measure, measure_least, draw };
