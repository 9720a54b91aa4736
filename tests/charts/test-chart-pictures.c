/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Pictures by construction: at places that follow from the values, in every style, is the colour that belongs there. And what
 * a picture must show whatever it is of: text that can be read, areas that can be told apart (C17). */

#include "config.h"

#include <math.h>

#include "charts/colour.h"
#include "charts/shape-list.h"
#include "chart-samples.h"
#include "indicators/bundled.h"
#include "many-charts.h"
#include "pictures.h"

#define SCALE 4.0

static AtlasPoint
middle_of (const AtlasChartLayout *layout,
           guint                   mark)
{
  AtlasRect bounds = atlas_chart_layout_get_mark (layout, mark)->bounds;

  return (AtlasPoint) { bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0 };
}

/* Inside of the two exact bars is the colour of their region, on all sides of them the background; 4,072 is as long beside 753
 * as the numbers say. */
static void
test_bars (void)
{
  g_autoptr (AtlasTable) table = sample_four ();
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_BAR, table);

  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = picture_styles[n] ();
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, style, 500.0, 0.0);
      AtlasRect first = atlas_chart_layout_get_mark (layout, 0)->bounds;
      g_auto (Picture) picture = { NULL };

      picture_init (&picture, layout, style, SCALE);
      for (guint m = 0; m < 3; m++)
        {
          const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);
          double length = first.width * mark->observation->value / 4072.0, middle = mark->bounds.y + mark->bounds.height / 2.0;
          guint slot = GPOINTER_TO_UINT (g_hash_table_lookup (spec->slots, mark->observation->region->code));

          if (mark->observation->qualifier != ATLAS_QUALIFIER_EXACT)
            continue;
          for (double x = first.x + 1.0; x < first.x + length - 0.5; x += 1.0)
            g_assert_true (picture_same (picture_get (&picture, x, middle), style->slots[slot]));
          g_assert_true (picture_same (picture_get (&picture, first.x + length + 1.0, middle), style->background));
          g_assert_true (picture_same (picture_get (&picture, first.x + length / 2.0, mark->bounds.y - 1.5), style->background));
        }
    }
}

/* On the way from one year to the next is the line, and nothing where a year is missing between two. */
static void
test_line (void)
{
  g_autoptr (AtlasTable) table = sample_years (1);
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_LINE, table);

  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = picture_styles[n] ();
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, style, 600.0, 0.0);
      g_auto (Picture) picture = { NULL };

      picture_init (&picture, layout, style, SCALE);
      for (guint m = 1; m < atlas_chart_layout_get_n_marks (layout); m++)
        {
          AtlasPoint a = middle_of (layout, m - 1), b = middle_of (layout, m);
          gboolean is_line = picture_same (picture_get (&picture, (a.x + b.x) / 2.0, (a.y + b.y) / 2.0), style->slots[0]);

          /* The first mark is 2012, the second 2014. */
          g_assert_cmpint (is_line, ==, m > 1);
        }
    }
}

/* In the middle of each point of two exact values is its region's colour. */
static void
test_scatter (void)
{
  g_autoptr (AtlasTable) table = sample_joined ();
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_SCATTER, table);

  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = picture_styles[n] ();
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, style, 500.0, 0.0);
      g_auto (Picture) picture = { NULL };
      guint n_found = 0;

      picture_init (&picture, layout, style, SCALE);
      for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
        {
          const char *code = atlas_chart_layout_get_mark (layout, m)->observation->region->code;
          AtlasPoint at = middle_of (layout, m);

          if (!g_str_has_prefix (code, "640"))
            continue;
          n_found++;
          g_assert_true (picture_same (picture_get (&picture, at.x, at.y),
                                       style->slots[GPOINTER_TO_UINT (g_hash_table_lookup (spec->slots, code))]));
        }
      g_assert_cmpuint (n_found, ==, 2);
    }
}

static double
difference (AtlasColour a,
            AtlasColour b)
{
  return fabs (a.red - b.red) + fabs (a.green - b.green) + fabs (a.blue - b.blue);
}

/* The N-th of 32 places along the four edges of BOX, just within. */
static AtlasColour
get_edge (const Picture *picture,
          AtlasRect      box,
          guint          n)
{
  double share = (n % 8 + 0.5) / 8.0, inset = 0.2;

  switch (n / 8)
    {
    case 0:
      return picture_get (picture, box.x + box.width * share, box.y + inset);
    case 1:
      return picture_get (picture, box.x + box.width * share, box.y + box.height - inset);
    case 2:
      return picture_get (picture, box.x + inset, box.y + box.height * share);
    default:
      return picture_get (picture, box.x + box.width - inset, box.y + box.height * share);
    }
}

/* What most of the edge of BOX is. */
static AtlasColour
find_background (const Picture *picture,
                 AtlasRect      box)
{
  AtlasColour best = { 0.0 };
  guint n_best = 0;

  for (guint i = 0; i < 32; i++)
    {
      AtlasColour colour = get_edge (picture, box, i);
      guint n = 0;

      for (guint k = 0; k < 32; k++)
        n += picture_same (get_edge (picture, box, k), colour);
      if (n > n_best)
        best = colour;
      n_best = MAX (n, n_best);
    }
  return best;
}

/* What differs most from BACKGROUND is the middle of a stroke. */
static AtlasColour
find_ink (const Picture *picture,
          AtlasRect      box,
          AtlasColour    background)
{
  AtlasColour ink = background;

  for (double y = box.y; y < box.y + box.height; y += 1.0 / SCALE)
    for (double x = box.x; x < box.x + box.width; x += 1.0 / SCALE)
      {
        AtlasColour colour = picture_get (picture, x, y);

        if (difference (colour, background) > difference (ink, background))
          ink = colour;
      }
  return ink;
}

static void
assert_readable (const Picture     *picture,
                 const SampleShape *text,
                 const Chart       *chart,
                 const char        *style)
{
  AtlasColour background = find_background (picture, text->box);
  AtlasColour ink = find_ink (picture, text->box, background);
  double contrast = atlas_colour_contrast (background, ink);

  if (contrast < 4.4)
    g_error ("“%s” [%s] has a contrast of %.2f (%.2f %.2f %.2f on %.2f %.2f %.2f) in a %s, style %s", text->text, text->paint,
             contrast, ink.red, ink.green, ink.blue, background.red, background.green, background.blue, chart->traits->id,
             style);
}

/* One chart of each kind. */
static void
check_text (const Chart *chart)
{
  static const AtlasChartTraits *last;
  double width = atlas_chart_layout_get_width (chart->layout);

  if (last == chart->traits)
    return;
  last = chart->traits;
  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = picture_styles[n] ();
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (chart->spec, style, width, 0.0);
      g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
      g_auto (Picture) picture = { NULL };

      picture_init (&picture, layout, style, SCALE);
      for (guint i = 0; i < shapes->len; i++)
        if (((const SampleShape *) g_ptr_array_index (shapes, i))->text != NULL)
          assert_readable (&picture, g_ptr_array_index (shapes, i), chart, style->name);
    }
}

static void
test_text (void)
{
  check_real_charts (check_text);
}

/* Between two segments of a bar is a gap of 1.5 in the colour of the page. */
static void
test_gaps (void)
{
  g_autoptr (AtlasTable) table = sample_random (12, TRUE);
  g_autoptr (AtlasChartSpec) spec = sample_spec (ATLAS_CHART_STACKED_BAR, table);

  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = picture_styles[n] ();
      g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, style, 700.0, 0.0);
      g_auto (Picture) picture = { NULL };

      picture_init (&picture, layout, style, SCALE);
      for (guint m = 1; m < atlas_chart_layout_get_n_marks (layout); m++)
        {
          AtlasRect one = atlas_chart_layout_get_mark (layout, m - 1)->bounds;
          AtlasRect other = atlas_chart_layout_get_mark (layout, m)->bounds;
          double y = one.y + one.height / 2.0;

          if (one.y != other.y || one.width < 8.0 || other.width < 8.0)
            continue;
          for (double x = other.x - 1.25; x < other.x - 0.25; x += 0.25)
            g_assert_true (picture_same (picture_get (&picture, x, y), style->background));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/pictures/bars", test_bars);
  g_test_add_func ("/charts/pictures/line", test_line);
  g_test_add_func ("/charts/pictures/scatter", test_scatter);
  g_test_add_func ("/charts/pictures/c17-text", test_text);
  g_test_add_func ("/charts/pictures/c17-gaps", test_gaps);
  result = g_test_run ();
  bundled_clear ();
  return result;
}
