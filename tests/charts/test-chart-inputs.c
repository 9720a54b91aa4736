/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Every kind of chart, whatever it is given: nothing, one value, all the same, none, negative, huge, two hundred of the
 * longest names. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-asserts.h"
#include "chart-values.h"

static double
value_equal (guint n)
{
  return 42.0;
}

static double
value_zero (guint n)
{
  return 0.0;
}

static double
value_negative (guint n)
{
  return -3.0 - 7.0 * (n % 5);
}

static double
value_both_signs (guint n)
{
  return n % 3 == 0 ? -250.0 * (n + 1) : 90.0 * n;
}

static double
value_missing (guint n)
{
  return NAN;
}

static double
value_gaps (guint n)
{
  return n % 2 == 0 ? NAN : 17.0 * n;
}

static double
value_huge (guint n)
{
  return 1e12 * (1 + n % 7);
}

static double
value_tiny (guint n)
{
  return 0.0004 * (1 + n % 3);
}

static double
value_wide (guint n)
{
  return n % 4 == 0 ? 1e12 : 1.0 + n;
}

static const struct { const char *name; ValueAt value; guint n; gboolean long_names; } inputs[] = {
  { "empty", value_equal, 0, FALSE },          { "one", value_equal, 1, FALSE },
  { "equal", value_equal, 12, FALSE },         { "zero", value_zero, 12, FALSE },
  { "negative", value_negative, 12, FALSE },   { "both-signs", value_both_signs, 12, FALSE },
  { "missing", value_missing, 12, FALSE },     { "gaps", value_gaps, 12, FALSE },
  { "huge", value_huge, 12, FALSE },           { "tiny", value_tiny, 12, FALSE },
  { "wide", value_wide, 12, FALSE },           { "one-missing", value_missing, 1, FALSE },
  { "long-names", value_both_signs, 200, TRUE },
};

/* The smallest that a chart may be, a card, a strip, as high as suits, and A3. */
static const struct { double width, height; } sizes[] = {
  { 280.0, 160.0 }, { 480.0, 0.0 }, { 1100.0, 200.0 }, { 842.0, 1191.0 },
};

static void
assert_numbers_are_numbers (const AtlasChartLayout *layout)
{
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "nan") != NULL || strstr (lines[i], "inf,") != NULL || strstr (lines[i], " inf") != NULL)
      g_error ("%s in\n%s", lines[i], dump);
}

/* C7: what is missing is not written as a number. */
static void
assert_marks (const AtlasChartLayout *layout)
{
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);
      g_autofree char *text = atlas_chart_layout_dup_mark_text (layout, m);

      g_assert_nonnull (text);
      g_assert_true (isfinite (mark->bounds.x + mark->bounds.y + mark->bounds.width + mark->bounds.height));
      if (atlas_observation_is_missing (mark->observation))
        g_assert_cmpstr (mark->label, !=, "0");
    }
}

static void
assert_sound (AtlasChartSpec *spec,
              double          width,
              double          height)
{
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, atlas_chart_style_light (), width, height);
  g_autoptr (GPtrArray) shapes = sample_list_shapes (layout);
  g_autofree char *description = atlas_chart_layout_dup_description (layout);

  g_assert_cmpuint (strlen (description), >, 0);
  assert_texts_apart (layout, shapes);
  assert_all_inside (layout, shapes);
  assert_numbers_are_numbers (layout);
  assert_marks (layout);
}

static void
test_kind (gconstpointer data)
{
  AtlasChartKind kind = (AtlasChartKind) GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    for (AtlasChartPanels panels = ATLAS_PANELS_NONE; panels <= ATLAS_PANELS_REGION; panels++)
      {
        g_autoptr (AtlasTable) table = values_table (kind, inputs[i].n, inputs[i].value, inputs[i].long_names);
        g_autoptr (AtlasChartSpec) spec = sample_spec (kind, table);

        g_setenv ("LANGUAGE", "en", TRUE);
        spec->panels = panels;
        g_test_message ("%s, %s", inputs[i].name, panels == ATLAS_PANELS_NONE ? "one" : "panels");
        for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
          assert_sound (spec, sizes[k].width, sizes[k].height);
        g_setenv ("LANGUAGE", "zh_CN", TRUE);
        for (guint k = 0; k < G_N_ELEMENTS (sizes) && inputs[i].long_names; k++)
          assert_sound (spec, sizes[k].width, sizes[k].height);
      }
}

/* What a card is for: three regions, or three lines of one year each, all have their place in the least room there is. */
static void
test_card (void)
{
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autoptr (AtlasTable) table = values_table (kind, 3, value_huge, FALSE);
      g_autoptr (AtlasChartSpec) spec = sample_spec (kind, table);
      g_autoptr (AtlasChartLayout) small = atlas_chart_layout_new (spec, atlas_chart_style_light (), 264.0, 144.0);
      g_autoptr (AtlasChartLayout) natural = atlas_chart_layout_new (spec, atlas_chart_style_light (), 480.0, 0.0);

      g_test_message ("%s", atlas_chart_kind_to_id (kind));
      /* Of these regions none is on a map of provinces. */
      g_assert_true (atlas_chart_layout_get_n_marks (natural) > 0 || kind == ATLAS_CHART_TILE_MAP);
      /* The rows of a strip have lines of labels above and below their dots: there is room for one. */
      g_assert_cmpuint (atlas_chart_layout_get_n_marks (small), ==,
                        kind == ATLAS_CHART_STRIP ? 3 : atlas_chart_layout_get_n_marks (natural));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/charts/inputs/", atlas_chart_kind_to_id (kind), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_kind);
    }
  g_test_add_func ("/charts/inputs/card", test_card);
  return g_test_run ();
}
