/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "charts/colour.h"

/* Eight colours of which any two are this far apart in OKLab, whoever looks, and this far in lightness (L*). */
#define MIN_DISTANCE 0.085
#define MIN_GREY_STEP 4.0

typedef struct {
  double v[3];
} Vector;

typedef enum {
  SIGHT_NORMAL,
  SIGHT_PROTAN,
  SIGHT_DEUTAN,
  SIGHT_TRITAN,
  N_SIGHTS,
} Sight;

#define N_STYLES 5

static const AtlasChartStyle *
nth_style (guint n)
{
  const AtlasChartStyle *styles[] = { atlas_chart_style_light (), atlas_chart_style_dark (),
                                      atlas_chart_style_high_contrast (), atlas_chart_style_print (),
                                      atlas_chart_style_dark_high_contrast () };

  return styles[n];
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static Vector
multiply (const double matrix[9],
          Vector       a)
{
  Vector r;

  for (guint i = 0; i < 3; i++)
    r.v[i] = CLAMP (matrix[3 * i] * a.v[0] + matrix[3 * i + 1] * a.v[1] + matrix[3 * i + 2] * a.v[2], 0.0, 1.0);
  return r;
}

/* Viénot, Brettel and Mollon 1999 for protanopia and deuteranopia, Brettel, Viénot and Mollon 1997 (two half planes)
 * for tritanopia, on linear sRGB. */
static Vector
see (Vector a,
     Sight  sight)
{
  static const double protan[] = { 0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1 };
  static const double deutan[] = { 0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1 };
  static const double tritan_1[] = { 1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911 };
  static const double tritan_2[] = { 0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796 };
  double side = 0.03901 * a.v[0] - 0.02788 * a.v[1] - 0.01113 * a.v[2];

  switch (sight)
    {
    case SIGHT_PROTAN:
      return multiply (protan, a);
    case SIGHT_DEUTAN:
      return multiply (deutan, a);
    case SIGHT_TRITAN:
      return multiply (side >= 0 ? tritan_1 : tritan_2, a);
    case SIGHT_NORMAL:
    default:
      return a;
    }
}

static Vector
to_oklab (Vector a)
{
  double l = cbrt (0.4122214708 * a.v[0] + 0.5363325363 * a.v[1] + 0.0514459929 * a.v[2]);
  double m = cbrt (0.2119034982 * a.v[0] + 0.6806995451 * a.v[1] + 0.1073969566 * a.v[2]);
  double s = cbrt (0.0883024619 * a.v[0] + 0.2817188376 * a.v[1] + 0.6299787005 * a.v[2]);

  return (Vector) { { 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s } };
}

static double
distance (AtlasColour a,
          AtlasColour b,
          Sight       sight)
{
  Vector one = to_oklab (see ((Vector) { { linear (a.red), linear (a.green), linear (a.blue) } }, sight));
  Vector other = to_oklab (see ((Vector) { { linear (b.red), linear (b.green), linear (b.blue) } }, sight));
  double sum = 0.0;

  for (guint i = 0; i < 3; i++)
    sum += (one.v[i] - other.v[i]) * (one.v[i] - other.v[i]);
  return sqrt (sum);
}

static double
lightness (AtlasColour colour)
{
  double y = atlas_colour_luminance (colour);

  return y > 0.008856 ? 116.0 * cbrt (y) - 16.0 : 903.3 * y;
}

/* C18 */
static void
test_pairwise (void)
{
  for (guint n = 0; n < N_STYLES; n++)
    for (guint i = 0; i < ATLAS_N_COLOUR_SLOTS; i++)
      for (guint k = 0; k < i; k++)
        {
          const AtlasChartStyle *style = nth_style (n);

          for (Sight sight = SIGHT_NORMAL; sight < N_SIGHTS; sight++)
            g_assert_cmpfloat (distance (style->slots[i], style->slots[k], sight), >, MIN_DISTANCE);
          g_assert_cmpfloat (fabs (lightness (style->slots[i]) - lightness (style->slots[k])), >, MIN_GREY_STEP);
        }
}

/* C17: fills 3:1, text 4.5:1, also text on a fill. */
static void
test_contrast (void)
{
  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = nth_style (n);

      g_assert_cmpfloat (atlas_colour_contrast (style->text, style->background), >=, 7.0);
      g_assert_cmpfloat (atlas_colour_contrast (style->dim_text, style->background), >=, 4.5);
      g_assert_cmpfloat (atlas_colour_contrast (style->warning, style->background), >=, 4.5);
      g_assert_cmpfloat (atlas_colour_contrast (style->neutral, style->background), >=, 3.0);
      for (guint i = 0; i < ATLAS_N_COLOUR_SLOTS; i++)
        {
          g_assert_cmpfloat (atlas_colour_contrast (style->slots[i], style->background), >=, 3.0);
          g_assert_cmpfloat (atlas_colour_contrast (style->slots[i], atlas_colour_text_on (style->slots[i])), >=, 4.5);
        }
    }
}

/* What calls itself high contrast has more of it than a text needs, dim ones and lines included. */
static void
test_high_contrast (void)
{
  const AtlasChartStyle *styles[] = { atlas_chart_style_high_contrast (), atlas_chart_style_dark_high_contrast () };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_assert_cmpfloat (atlas_colour_contrast (styles[i]->text, styles[i]->background), >=, 12.0);
      g_assert_cmpfloat (atlas_colour_contrast (styles[i]->dim_text, styles[i]->background), >=, 10.0);
      g_assert_cmpfloat (atlas_colour_contrast (styles[i]->axis, styles[i]->background), >=, 10.0);
    }
}

/* C21: three steps of one hue whose contrast with the background only grows. */
static void
test_ramp (void)
{
  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = nth_style (n);

      g_assert_cmpfloat (atlas_colour_contrast (style->ramp[0], style->background), >=, 3.0);
      for (guint i = 1; i < 3; i++)
        {
          g_assert_cmpfloat (atlas_colour_contrast (style->ramp[i], style->background), >,
                             atlas_colour_contrast (style->ramp[i - 1], style->background) * 1.4);
          g_assert_cmpfloat (fabs (lightness (style->ramp[i]) - lightness (style->ramp[i - 1])), >, 12.0);
        }
    }
}

/* Classes of values: lightness goes one way, in steps that grey print keeps, and even the first stands off the page. */
static void
test_classes (void)
{
  for (guint n = 0; n < N_STYLES; n++)
    {
      const AtlasChartStyle *style = nth_style (n);
      double paper = lightness (style->background), before = paper;
      double direction = lightness (style->classes[0]) < paper ? -1.0 : 1.0;

      for (guint i = 0; i < ATLAS_N_CLASSES; i++)
        {
          double step = direction * (lightness (style->classes[i]) - before);

          g_assert_cmpfloat (step, >=, i == 0 ? 8.0 : 11.0);
          before = lightness (style->classes[i]);
          g_assert_cmpfloat (atlas_colour_contrast (style->classes[i], atlas_colour_text_on (style->classes[i])), >=, 4.5);
          for (guint k = 0; k < i; k++)
            for (Sight sight = SIGHT_NORMAL; sight < N_SIGHTS; sight++)
              g_assert_cmpfloat (distance (style->classes[i], style->classes[k], sight), >, MIN_DISTANCE);
        }
      g_assert_cmpfloat (atlas_colour_contrast (style->classes[ATLAS_N_CLASSES - 1], style->background), >=, 7.0);
    }
}

static void
test_contrast_formula (void)
{
  AtlasColour white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 }, grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (atlas_colour_contrast (white, black), 21.0, 1e-9);
  /* #767676 is the known lightest grey that passes on white. */
  g_assert_cmpfloat_with_epsilon (atlas_colour_contrast (white, grey), 4.54, 0.005);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/charts/palette/pairwise", test_pairwise);
  g_test_add_func ("/charts/palette/contrast", test_contrast);
  g_test_add_func ("/charts/palette/high-contrast", test_high_contrast);
  g_test_add_func ("/charts/palette/ramp", test_ramp);
  g_test_add_func ("/charts/palette/classes", test_classes);
  return g_test_run ();
}
