/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/key-figures-layout.h"

/* The width of the text of an official report. */
#define UPRIGHT 442.2

/* How high four cards are of which the first has VALUE. */
static double
measure (AtlasTextShaper *shaper,
         const char      *value)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);
  g_autoptr (AtlasKeyFiguresLayout) layout = NULL;

  g_ptr_array_add (figures, atlas_key_figure_new ("持证社工", value, "万人", "2025年5月"));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (figures, atlas_key_figure_new ("资金", "265.9", "亿元", "2024年"));
  layout = atlas_key_figures_layout_new (shaper, figures, UPRIGHT);
  return atlas_key_figures_layout_get_height (layout);
}

/* A sign before a number of four digits does not push its unit below it; what is longer has its unit on a line of its own. */
static void
test_unit_beside_value (void)
{
  AtlasTextShaper *shaper = atlas_text_shaper_new (atlas_report_style_find ("official"), ATLAS_LANGUAGE_CHINESE);
  double plain = measure (shaper, "151.6");

  g_assert_cmpfloat (measure (shaper, "≈ 151.6"), ==, plain);
  g_assert_cmpfloat (measure (shaper, "≈ 15,160"), >, plain);
  atlas_text_shaper_free (shaper);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/key-figures/unit-beside-value", test_unit_beside_value);
  return g_test_run ();
}
