/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The rules of docs/charts.md that hold for charts of every kind, over the bundled dataset and over random tables. */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart-asserts.h"
#include "charts/chart-data.h"
#include "charts/chart-label.h"
#include "charts/chart-signs.h"
#include "dataset/language.h"
#include "indicators/bundled.h"
#include "many-charts.h"
#include "test-language.h"

static const AtlasChartMark *
nth_mark (const Chart *chart,
          guint        n)
{
  return atlas_chart_layout_get_mark (chart->layout, n);
}

static guint
n_marks (const Chart *chart)
{
  return atlas_chart_layout_get_n_marks (chart->layout);
}

static const SampleShape *
nth_shape (const Chart *chart,
           guint        n)
{
  return g_ptr_array_index (chart->shapes, n);
}

static gboolean
is_exact (const AtlasObservation *observation)
{
  return !atlas_observation_is_missing (observation) && observation->qualifier == ATLAS_QUALIFIER_EXACT;
}

static gboolean
has_plain_bars (const Chart *chart)
{
  return chart->spec->kind == ATLAS_CHART_BAR || chart->spec->kind == ATLAS_CHART_GROUPED_BAR;
}

static gboolean
has_stacks (const Chart *chart)
{
  return chart->spec->kind == ATLAS_CHART_STACKED_BAR || chart->spec->kind == ATLAS_CHART_PERCENT_BAR;
}

/* All bars have an end in common, and each is as long as it is much: the axis contains 0 and nothing cuts it. */
static void
check_zero_base (const Chart *chart)
{
  double scale = NAN, zero = NAN;

  if (!has_plain_bars (chart) && chart->spec->kind != ATLAS_CHART_FUNNEL)
    return;
  for (guint m = 0; m < n_marks (chart); m++)
    {
      const AtlasChartMark *mark = nth_mark (chart, m);
      double value = mark->observation->value, end = mark->bounds.x + (value < 0.0 ? mark->bounds.width : 0.0);

      if (!is_exact (mark->observation) || value == 0.0)
        continue;
      if (isnan (scale))
        {
          scale = mark->bounds.width / fabs (value);
          zero = end;
        }
      g_assert_cmpfloat_with_epsilon (end, zero, 1e-6);
      g_assert_cmpfloat_with_epsilon (mark->bounds.width, fabs (value) * scale, 0.01);
    }
}

/* Ties by code. */
static gboolean
comes_before (const AtlasObservation *one,
              const AtlasObservation *other)
{
  gboolean is_missing = atlas_observation_is_missing (one);

  if (is_missing || atlas_observation_is_missing (other))
    return is_missing ? atlas_observation_is_missing (other) && strcmp (one->region->code, other->region->code) < 0 : TRUE;
  return one->value > other->value || (one->value == other->value && strcmp (one->region->code, other->region->code) < 0);
}

static void
check_order (const Chart *chart)
{
  const AtlasQuestion *question = atlas_table_get_question (chart->spec->table);

  if ((chart->spec->kind != ATLAS_CHART_BAR && chart->spec->kind != ATLAS_CHART_DOT) || question->by != NULL)
    return;
  for (guint m = 1; m < n_marks (chart); m++)
    {
      g_assert_true (comes_before (nth_mark (chart, m - 1)->observation, nth_mark (chart, m)->observation));
      g_assert_cmpfloat (nth_mark (chart, m - 1)->hit.y, <, nth_mark (chart, m)->hit.y);
    }
}

/* Up to five lines are named at their ends, behind which no mark of theirs stands. */
static void
check_line_ends (const Chart *chart)
{
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (chart->spec);

  for (guint s = 0; s < data->series->len && data->series->len > 1 && data->series->len <= 5; s++)
    {
      const AtlasRegion *region = atlas_chart_data_get_series (data, s)->region;
      g_autofree char *short_name = atlas_region_dup_short_name (region);
      const SampleShape *label = sample_find_text (chart->shapes, atlas_chart_data_get_series (data, s)->name);
      double right = -G_MAXDOUBLE;

      if (label == NULL)
        label = sample_find_text (chart->shapes, short_name);
      for (guint m = 0; m < n_marks (chart); m++)
        if (nth_mark (chart, m)->observation->region == region)
          right = MAX (right, nth_mark (chart, m)->bounds.x);
      if (right <= -G_MAXDOUBLE)
        continue;
      g_assert_nonnull (label);
      g_assert_cmpfloat (label->box.x, >, right);
    }
}

/* The names of the series stand above the plot, in data order. */
static void
check_legend (const Chart *chart)
{
  g_autoptr (AtlasChartData) data = NULL;
  const SampleShape *before = NULL;

  if (chart->spec->kind == ATLAS_CHART_LINE && atlas_chart_layout_get_width (chart->layout) > 500.0)
    check_line_ends (chart);
  if ((chart->spec->kind != ATLAS_CHART_GROUPED_BAR && !has_stacks (chart)) || n_marks (chart) == 0)
    return;
  data = atlas_chart_data_new (chart->spec);
  /* A bar alone has its parts listed below it. */
  if (has_stacks (chart) && data->categories->len < 2)
    return;
  for (guint s = 0; s < data->series->len && data->series->len > 1; s++)
    {
      const SampleShape *name = sample_find_text (chart->shapes, atlas_chart_data_get_series (data, s)->name);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->box.y + name->box.height, <=, nth_mark (chart, 0)->hit.y + SAMPLE_TOLERANCE);
      if (before != NULL)
        g_assert_true (name->box.y > before->box.y + SAMPLE_TOLERANCE || name->box.x > before->box.x);
      before = name;
    }
}

static void
check_labels (const Chart *chart)
{
  assert_texts_apart (chart->layout, chart->shapes);
  assert_all_inside (chart->layout, chart->shapes);
}

/* A text lies within a bar, or outside of it. */
static void
check_label_in_bar (const Chart *chart)
{
  if (!has_plain_bars (chart) && !has_stacks (chart))
    return;
  for (guint m = 0; m < n_marks (chart); m++)
    for (guint i = 0; i < chart->shapes->len; i++)
      {
        AtlasRect bar = nth_mark (chart, m)->bounds, box = nth_shape (chart, i)->box;

        if (nth_shape (chart, i)->text == NULL || !is_exact (nth_mark (chart, m)->observation) ||
            box.x >= bar.x + bar.width - SAMPLE_TOLERANCE || box.x + box.width <= bar.x + SAMPLE_TOLERANCE ||
            box.y >= bar.y + bar.height - SAMPLE_TOLERANCE || box.y + box.height <= bar.y + SAMPLE_TOLERANCE)
          continue;
        g_assert_cmpfloat (box.x, >=, bar.x + 1.0);
        g_assert_cmpfloat (box.x + box.width, <=, bar.x + bar.width - 1.0);
      }
}

static gboolean
is_data_paint (const char *paint)
{
  return g_str_has_prefix (paint, "slot") || g_str_has_prefix (paint, "ramp") || strcmp (paint, "neutral") == 0 ||
         strcmp (paint, "lighter") == 0;
}

static gboolean
lies_in (AtlasRect box,
         AtlasRect area)
{
  double x = box.x + box.width / 2.0, y = box.y + box.height / 2.0;

  return x > area.x && x < area.x + area.width && y > area.y && y < area.y + area.height;
}

static gboolean
says_missing (const char   *label,
              AtlasMissing  missing)
{
  return strstr (label, atlas_missing_get_meaning (missing)) != NULL ||
         strstr (label, atlas_missing_get_symbol (missing)) != NULL ||
         strstr (label, atlas_missing_get_meaning (ATLAS_MISSING_NOT_REPORTED)) != NULL;
}

/* No bar where there is no value, and words or a sign instead of a number; on a time axis nothing at all. */
static void
check_missing (const Chart *chart)
{
  for (guint m = 0; m < n_marks (chart) && chart->traits->is_over_time; m++)
    g_assert_false (atlas_observation_is_missing (nth_mark (chart, m)->observation));
  for (guint m = 0; m < n_marks (chart); m++)
    {
      const AtlasChartMark *mark = nth_mark (chart, m);

      if (!atlas_observation_is_missing (mark->observation) || chart->traits->is_plane)
        continue;
      if (!says_missing (mark->label, mark->observation->missing))
        g_error ("“%s” is missing", mark->label);
      for (guint i = 0; i < chart->shapes->len && has_plain_bars (chart); i++)
        g_assert_false (strcmp (nth_shape (chart, i)->kind, "polygon") == 0 && is_data_paint (nth_shape (chart, i)->paint) &&
                        lies_in (nth_shape (chart, i)->box, mark->hit));
    }
}

static gboolean
any_text_has (const Chart *chart,
              const char  *part)
{
  for (guint i = 0; i < chart->shapes->len; i++)
    if (nth_shape (chart, i)->text != NULL && strstr (nth_shape (chart, i)->text, part) != NULL)
      return TRUE;
  return FALSE;
}

/* A sign is explained where a value has it, and nowhere else; maps explain those of divisions that they only name as well. */
static void
check_sign (const Chart *chart,
            const char  *sign,
            const char  *explained)
{
  gboolean is_explained = any_text_has (chart, explained), is_drawn = FALSE;
  gboolean is_used = chart->traits->shape == ATLAS_MARKS_AREAS;

  for (guint i = 0; i < chart->shapes->len; i++)
    is_drawn |= nth_shape (chart, i)->text != NULL && strstr (nth_shape (chart, i)->text, sign) != NULL &&
                strstr (nth_shape (chart, i)->text, explained) == NULL;
  for (guint m = 0; m < n_marks (chart); m++)
    is_used |= !atlas_observation_is_missing (nth_mark (chart, m)->observation) &&
               strstr (nth_mark (chart, m)->label, sign) != NULL;
  if (is_explained ? !is_drawn && !is_used : is_drawn)
    g_error ("%s is %s in\n%s", sign, is_explained ? "not used" : "not explained",
             atlas_chart_layout_dump (chart->layout));
}

/* A point of two values is named, and an arrow says which one is not exact: as the notes tell, and no sign does. */
static void
check_arrows (const Chart *chart)
{
  gboolean is_chinese = atlas_language_current () == ATLAS_LANGUAGE_CHINESE;

  for (guint m = 0; m < n_marks (chart); m++)
    {
      if (nth_mark (chart, m)->observation->qualifier == ATLAS_QUALIFIER_AT_LEAST)
        g_assert_true (any_text_has (chart, is_chinese ? "箭头向上或向右" : "Arrow up or to the right"));
      g_assert_null (strstr (nth_mark (chart, m)->label, "≥"));
    }
}

/* A sign for what is missing stands alone, behind a name, or among those of its row, each behind that of its series. */
static gboolean
is_sign (const char *text,
         const char *sign)
{
  static const char *const before[] = { " ", "┃", "◇" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *behind = g_strconcat (before[i], sign, NULL);

      if (g_str_has_suffix (text, behind) || (i > 0 && strstr (text, behind) != NULL))
        return TRUE;
    }
  return g_str_has_prefix (text, sign) && (text[strlen (sign)] == '\0' || text[strlen (sign)] == ' ');
}

/* The same of signs for what is missing: each is explained by its own meaning, if and only if it stands there. */
static void
check_symbols (const Chart *chart)
{
  gboolean is_chinese = atlas_language_current () == ATLAS_LANGUAGE_CHINESE;

  for (AtlasMissing missing = 0; missing < ATLAS_N_MISSING_KINDS; missing++)
    {
      const char *sign = atlas_missing_get_symbol (missing);
      g_autofree char *explained = g_strconcat (sign, is_chinese ? "：" : ": ", atlas_missing_get_meaning (missing), NULL);
      gboolean is_drawn = FALSE;

      for (guint i = 0; i < chart->shapes->len; i++)
        is_drawn |= nth_shape (chart, i)->text != NULL && is_sign (nth_shape (chart, i)->text, sign);
      if (any_text_has (chart, explained) != is_drawn)
        g_error ("%s is %s in\n%s", sign, is_drawn ? "not explained" : "not drawn", atlas_chart_layout_dump (chart->layout));
    }
}

static void
check_signs (const Chart *chart)
{
  gboolean is_chinese = atlas_language_current () == ATLAS_LANGUAGE_CHINESE;

  if (chart->traits->is_plane)
    {
      check_arrows (chart);
      return;
    }
  check_sign (chart, "≈", is_chinese ? "≈：" : "≈: about");
  check_sign (chart, "≥", is_chinese ? "：不少于" : ": at least");
  check_sign (chart, "≤", is_chinese ? "：不超过" : ": at most");
  check_symbols (chart);
}

static void
check_titles (const Chart *chart)
{
  g_autofree char *name = atlas_table_dup_name (chart->spec->table);
  g_autoptr (GPtrArray) sources = atlas_table_list_sources (chart->spec->table);
  g_autoptr (AtlasChartData) data = atlas_chart_data_new (chart->spec);
  const AtlasQuestion *question = atlas_table_get_question (chart->spec->table);
  g_autofree char *unit = atlas_scale_dup_unit (data->scale, data->unit);
  g_autofree char *year = g_strdup_printf ("%d", question->last_year);

  g_assert_true (any_text_has (chart, name));
  if (data->is_one_unit && data->n_values > 0)
    g_assert_true (any_text_has (chart, unit));
  if (question->last_year > 0)
    g_assert_true (any_text_has (chart, year));
  if (sources->len > 0)
    {
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (sources, 0));
      g_autofree char *start = g_utf8_substring (citation, 0, MIN (g_utf8_strlen (citation, -1), 6));

      g_assert_true (any_text_has (chart, "Source") || any_text_has (chart, "来源"));
      g_assert_true (any_text_has (chart, start));
    }
}

/* A label may also begin with a name. */
static gboolean
is_number (const char *label)
{
  return strlen (label) > 0 && strcspn (label, "0123456789") <= strlen ("≥ ");
}

/* Whatever is not exact says so beside its number. */
static void
check_qualifiers (const Chart *chart)
{
  static const char *const signs[] = { "", "≈", "<", "≥", "≤" };

  G_STATIC_ASSERT (ATLAS_QUALIFIER_ABOUT == 1 && ATLAS_QUALIFIER_AT_MOST == G_N_ELEMENTS (signs) - 1);
  for (guint m = 0; m < n_marks (chart); m++)
    {
      const AtlasChartMark *mark = nth_mark (chart, m);

      if (!atlas_observation_is_missing (mark->observation) && is_number (mark->label) &&
          strstr (mark->label, signs[mark->observation->qualifier]) == NULL)
        g_error ("“%s” does not say how exact it is", mark->label);
    }
}

static double
read_number (const char *label)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *bare = NULL;

  while (*label != '\0' && !g_ascii_isdigit (*label) && *label != '-')
    label++;
  parts = g_strsplit (label, ",", -1);
  bare = g_strjoinv ("", parts);
  return g_ascii_strtod (bare, NULL);
}

/* All labels of one indicator are in one unit, which none of them names. */
static void
check_one_scale (const Chart *chart)
{
  double factors[8] = { 0.0 };

  for (guint m = 0; m < n_marks (chart); m++)
    {
      const AtlasChartMark *mark = nth_mark (chart, m);
      guint part = atlas_table_get_part_of_row (chart->spec->table, mark->row);
      double written, factor;

      if (atlas_observation_is_missing (mark->observation) || mark->observation->value < 1.0 ||
          !is_number (mark->label))
        continue;
      if (strstr (mark->label, "万") != NULL || strstr (mark->label, "亿") != NULL ||
          strstr (mark->label, "illion") != NULL)
        g_error ("“%s” has a unit of its own", mark->label);
      written = read_number (mark->label);
      if (chart->traits->is_plane || chart->spec->show_fraction || written == 0.0)
        continue;
      factor = pow (10.0, round (log10 (mark->observation->value / written)));
      if (factors[part] == 0.0)
        factors[part] = factor;
      g_assert_true (factor == 1.0 || factor == 1e4 || factor == 1e8 || factor == 1e3 || factor == 1e6 || factor == 1e9);
      g_assert_cmpfloat (factor, ==, factors[part]);
      g_assert_cmpfloat_with_epsilon (written * factor / mark->observation->value, 1.0, 0.06);
    }
}

/* No share has more than one decimal. */
static void
check_percentages (const Chart *chart)
{
  for (guint i = 0; i < chart->shapes->len; i++)
    if (nth_shape (chart, i)->text != NULL)
      g_assert_false (g_regex_match_simple ("\\.[0-9]{2,}[ \u00a0]?%", nth_shape (chart, i)->text, 0, 0));
}

/* Of a ranking the first and the last are named. */
static void
check_extremes (const Chart *chart,
                const char  *text)
{
  const AtlasObservation *first = NULL, *last = NULL;

  for (guint m = 0; m < n_marks (chart); m++)
    {
      const AtlasObservation *observation = nth_mark (chart, m)->observation;

      if (atlas_observation_is_missing (observation))
        continue;
      first = first == NULL ? observation : first;
      last = observation;
    }
  if (chart->spec->kind != ATLAS_CHART_BAR || last == NULL)
    return;
  g_assert_nonnull (strstr (text, atlas_region_get_display_name (first->region)));
  g_assert_nonnull (strstr (text, atlas_region_get_display_name (last->region)));
}

static void
check_description (const Chart *chart)
{
  g_autofree char *text = atlas_chart_layout_dup_description (chart->layout);
  g_autofree char *name = atlas_table_dup_name (chart->spec->table);
  g_autofree char *missing = g_strdup_printf ("%u", atlas_table_count_missing (chart->spec->table));

  g_assert_nonnull (strstr (text, name));
  check_extremes (chart, text);
  if (atlas_table_count_missing (chart->spec->table) > 0)
    g_assert_nonnull (strstr (text, missing));
  for (guint m = 0; m < n_marks (chart); m++)
    {
      g_autofree char *said = atlas_chart_layout_dup_mark_text (chart->layout, m);

      g_assert_nonnull (strstr (said, atlas_region_get_display_name (nth_mark (chart, m)->observation->region)));
    }
}

/* Split by region, all lines still rise alike: so many points a unit, whichever panel it is. */
static void
check_line_panels (const AtlasChartLayout *layout)
{
  double per_unit = NAN;

  for (guint m = 1; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *one = atlas_chart_layout_get_mark (layout, m - 1);
      const AtlasChartMark *other = atlas_chart_layout_get_mark (layout, m);
      double rise = other->observation->value - one->observation->value;

      if (one->observation->region != other->observation->region || fabs (rise) < 1.0)
        continue;
      if (isnan (per_unit))
        per_unit = (one->bounds.y - other->bounds.y) / rise;
      g_assert_cmpfloat_with_epsilon (one->bounds.y - other->bounds.y, rise * per_unit, 0.1);
    }
}

/* Split by region, all bars are still on one scale. */
static void
check_panels (const Chart *chart)
{
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  double scale = NAN;

  if (!has_plain_bars (chart) && chart->spec->kind != ATLAS_CHART_LINE)
    return;
  spec = atlas_chart_spec_copy (chart->spec);
  spec->panels = ATLAS_PANELS_REGION;
  layout = atlas_chart_layout_new (spec, chart->style, atlas_chart_layout_get_width (chart->layout), 0.0);
  if (chart->spec->kind == ATLAS_CHART_LINE)
    {
      check_line_panels (layout);
      return;
    }
  for (guint m = 0; m < atlas_chart_layout_get_n_marks (layout); m++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout, m);

      if (!is_exact (mark->observation) || mark->observation->value <= 0.0)
        continue;
      if (isnan (scale))
        scale = mark->bounds.width / mark->observation->value;
      g_assert_cmpfloat_with_epsilon (mark->bounds.width, mark->observation->value * scale, 0.01);
    }
}

static double
middle_x (const AtlasChartMark *mark)
{
  return mark->bounds.x + mark->bounds.width / 2.0;
}

static void
check_time (const Chart *chart)
{
  const AtlasChartMark *first = NULL;
  double per_year = NAN;

  if (chart->spec->kind != ATLAS_CHART_LINE && chart->spec->kind != ATLAS_CHART_SPARK)
    return;
  for (guint m = 0; m < n_marks (chart); m++)
    {
      const AtlasChartMark *mark = nth_mark (chart, m);
      int year = mark->observation->year;

      if (atlas_observation_is_missing (mark->observation) || strlen (mark->observation->period) != 4)
        continue;
      if (first == NULL)
        first = mark;
      else if (isnan (per_year) && year != first->observation->year)
        per_year = (middle_x (mark) - middle_x (first)) / (year - first->observation->year);
      else if (!isnan (per_year))
        g_assert_cmpfloat_with_epsilon (middle_x (mark), middle_x (first) + per_year * (year - first->observation->year),
                                        1e-6);
    }
}

static const struct { const char *name; CheckChart check; } rules[] = {
  { "c1-zero-base", check_zero_base },       { "c2-order", check_order },
  { "c4-legend", check_legend },
  { "c5-labels", check_labels },             { "c6-label-in-bar", check_label_in_bar },
  { "c7-missing", check_missing },           { "c8-signs", check_signs },
  { "c12-c13-titles", check_titles },        { "c22-c23-one-scale", check_one_scale },
  { "c24-percentages", check_percentages },  { "c29-description", check_description },
  { "c10-qualifiers", check_qualifiers },
  { "c26-panels", check_panels },            { "c30-time", check_time },
};

static void
test_real (gconstpointer data)
{
  check_real_charts (rules[GPOINTER_TO_UINT (data)].check);
}

static void
test_random (gconstpointer data)
{
  check_random_charts (rules[GPOINTER_TO_UINT (data)].check);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  test_language_bind ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *real = g_strdup_printf ("/charts/rules/%s/real", rules[i].name);
      g_autofree char *random = g_strdup_printf ("/charts/rules/%s/random", rules[i].name);

      g_test_add_data_func (real, GUINT_TO_POINTER (i), test_real);
      g_test_add_data_func (random, GUINT_TO_POINTER (i), test_random);
    }
  result = g_test_run ();
  bundled_clear ();
  return result;
}
