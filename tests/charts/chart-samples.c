/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "chart-samples.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "dataset/dimension-values.h"

#define N_RANDOM_REGIONS 200

static const AtlasRegion known_regions[] = {
  { "640000", "宁夏回族自治区", "Ningxia Hui Autonomous Region", "ning xia", ATLAS_REGION_LEVEL_PROVINCE, TRUE },
  { "640300", "吴忠市", "Wuzhong City", "wu zhong shi", ATLAS_REGION_LEVEL_PREFECTURE, TRUE },
  { "532900", "大理白族自治州", "Dali Bai Autonomous Prefecture", "da li", ATLAS_REGION_LEVEL_PREFECTURE, TRUE },
  { "500110", "綦江区", "Qijiang District", "qi jiang qu", ATLAS_REGION_LEVEL_COUNTY, TRUE },
  { "110000", "北京市", "Beijing", "bei jing shi", ATLAS_REGION_LEVEL_PROVINCE, TRUE },
  { "150000", "内蒙古自治区", "Inner Mongolia", "nei meng gu", ATLAS_REGION_LEVEL_PROVINCE, TRUE },
  { "650000", "新疆维吾尔自治区", "Xinjiang", "xin jiang", ATLAS_REGION_LEVEL_PROVINCE, TRUE },
  { "810000", "香港特别行政区", "Hong Kong", "xiang gang", ATLAS_REGION_LEVEL_PROVINCE, TRUE },
  { "640302", "利通区", "Litong District", "li tong qu", ATLAS_REGION_LEVEL_COUNTY, TRUE,
    &known_regions[1] },
  { "640303", "红寺堡区", "Hongsibao District", "hong si bao qu", ATLAS_REGION_LEVEL_COUNTY, TRUE,
    &known_regions[1] },
  { "640302100", "胜利镇", "Shengli Town", "", ATLAS_REGION_LEVEL_TOWNSHIP, TRUE, &known_regions[8] },
  { "640302101", "金积镇", "Jinji Town", "", ATLAS_REGION_LEVEL_TOWNSHIP, TRUE, &known_regions[8] },
  { "640302400", "工业园区", "Industrial Park", "", ATLAS_REGION_LEVEL_TOWNSHIP, FALSE, &known_regions[8] },
  { "640303100", "红寺堡镇", "Hongsibao Town", "", ATLAS_REGION_LEVEL_TOWNSHIP, TRUE, &known_regions[9] },
  { "640303101", "太阳山镇", "Taiyangshan Town", "", ATLAS_REGION_LEVEL_TOWNSHIP, TRUE, &known_regions[9] },
};

static AtlasRegion random_regions[N_RANDOM_REGIONS];
static AtlasRegion long_regions[N_RANDOM_REGIONS];

/* The longest name of a county there is, and a number to tell them apart. */
static const AtlasRegion *
long_region (const char *code,
             guint       n)
{
  if (long_regions[n].code == NULL)
    long_regions[n] = (AtlasRegion) {
      g_strdup (code), g_strdup_printf ("双江拉祜族佤族布朗族傣族自治县第%u社会工作服务片区", n + 1),
      g_strdup_printf ("Shuangjiang Lahu, Va, Blang and Dai Autonomous County, service area %u", n + 1), "",
      ATLAS_REGION_LEVEL_COUNTY, TRUE,
    };
  return &long_regions[n];
}

const AtlasRegion *
sample_region (const char *code)
{
  guint n = (guint) g_ascii_strtoull (code, NULL, 10) % 1000 - 1;

  for (guint i = 0; i < G_N_ELEMENTS (known_regions); i++)
    if (strcmp (known_regions[i].code, code) == 0)
      return &known_regions[i];
  g_assert_cmpuint (n, <, N_RANDOM_REGIONS);
  if (g_str_has_prefix (code, "910"))
    return long_region (code, n);
  if (random_regions[n].code == NULL)
    {
      /* Names of one to thirteen Han characters, as real ones have. */
      char *name = g_strdup_printf ("%.*s%u县", (int) (n % 12) * 3, "双江拉祜族佤族布朗族傣族自治", n + 1);

      random_regions[n] = (AtlasRegion) { g_strdup (code), name, g_strdup_printf ("Sample county number %u", n + 1),
                                          "", ATLAS_REGION_LEVEL_COUNTY, TRUE };
    }
  return &random_regions[n];
}

static void
add_indicator (GPtrArray  *indicators,
               const char *id,
               const char *name_zh,
               const char *name_en,
               const char *unit,
               const char *over_regions,
               const char *dimension)
{
  AtlasIndicator *indicator = atlas_indicator_new ();
  const char *dimensions[] = { dimension, NULL };

  g_free (indicator->indicator_id);
  g_free (indicator->name_zh);
  g_free (indicator->name_en);
  g_free (indicator->unit);
  g_strfreev (indicator->dimensions);
  indicator->indicator_id = g_strdup (id);
  indicator->name_zh = g_strdup (name_zh);
  indicator->name_en = g_strdup (name_en);
  indicator->unit = g_strdup (unit);
  g_free (indicator->over_regions);
  indicator->over_regions = g_strdup (over_regions);
  indicator->dimensions = g_strdupv ((char **) dimensions);
  g_ptr_array_add (indicators, indicator);
}

static void
add_value (GPtrArray  *values,
           const char *dimension,
           const char *value,
           const char *name_zh,
           const char *name_en,
           guint       order)
{
  AtlasDimensionValue *row = atlas_dimension_value_new ();

  g_free (row->dimension);
  g_free (row->value);
  g_free (row->name_zh);
  g_free (row->name_en);
  row->dimension = g_strdup (dimension);
  row->value = g_strdup (value);
  row->name_zh = g_strdup (name_zh);
  row->name_en = g_strdup (name_en);
  row->order = order;
  row->part_of_complete_set = order > 0;
  g_ptr_array_add (values, row);
}

static void
add_unit (GPtrArray  *units,
          const char *id,
          const char *symbol_zh,
          const char *symbol_en,
          gboolean    is_money)
{
  AtlasUnit *unit = atlas_unit_new ();

  g_free (unit->unit);
  g_free (unit->symbol_zh);
  g_free (unit->symbol_en);
  unit->unit = g_strdup (id);
  unit->symbol_zh = g_strdup (symbol_zh);
  unit->symbol_en = g_strdup (symbol_en);
  unit->is_money = is_money;
  g_ptr_array_add (units, unit);
}

static AtlasCatalogue *
sample_catalogue (void)
{
  static AtlasCatalogue *catalogue;
  GPtrArray *indicators, *values, *units, *denominators, *sources;
  g_autoptr (GError) error = NULL;

  if (catalogue != NULL)
    return catalogue;
  indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_indicator_free);
  values = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_dimension_value_free);
  units = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_unit_free);
  denominators = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_denominator_free);
  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  add_indicator (indicators, "people", "持证社工", "Certified social workers", "people", "sum", "grade");
  add_indicator (indicators, "share", "持证率", "Certified share", "percent", "recompute", "grade");
  add_indicator (indicators, "money", "资金", "Funding", "yuan", "sum", "purpose");
  add_indicator (indicators, "stations", "站点", "Stations", "stations", "sum", NULL);
  add_indicator (indicators, "exam", "考试人数", "Exam candidates", "people", "sum", "stage");
  add_value (values, "stage", "registered", "报名", "Registered", 1);
  add_value (values, "stage", "sat", "参考", "Sat", 2);
  add_value (values, "stage", "passed", "通过", "Passed", 3);
  add_value (values, "grade", "assistant", "助理社会工作师", "Assistant", 1);
  add_value (values, "grade", "intermediate", "社会工作师", "Intermediate", 2);
  add_value (values, "grade", "senior", "高级社会工作师", "Senior", 3);
  add_value (values, "purpose", "service_purchase", "购买服务", "Service purchase", 0);
  add_value (values, "purpose", "training", "培训", "Training", 0);
  add_value (values, "purpose", "incentives", "考证奖励", "Certificate incentives", 0);
  add_value (values, "purpose", "stipends", "职业津贴", "Stipends", 0);
  add_unit (units, "people", "人", "people", FALSE);
  add_unit (units, "percent", "%", "%", FALSE);
  add_unit (units, "yuan", "元", "yuan", TRUE);
  add_unit (units, "stations", "个", "stations", FALSE);
  catalogue = atlas_catalogue_new_from_rows (NULL, indicators, values, units, denominators, sources, NULL, &error);
  g_assert_no_error (error);
  return catalogue;
}

static AtlasSource *
sample_source (guint n)
{
  AtlasSource *source = atlas_source_new ();

  g_free (source->source_id);
  g_free (source->title);
  g_free (source->publisher);
  g_free (source->published_on);
  source->source_id = g_strdup_printf ("source-%u", n);
  source->title = g_strdup_printf ("第%u份社会工作发展情况通报", n + 1);
  source->publisher = g_strdup ("民政局");
  source->published_on = g_strdup ("2023");
  return source;
}

static void
add_base (AtlasObservation *row,
          const SampleRow  *sample)
{
  AtlasObservation *base = atlas_observation_new (row->region);

  g_free (base->indicator_id);
  base->indicator_id = g_strdup (sample->base_of);
  atlas_observation_take_input (row, base);
  row->denominator = sample->base;
}

static AtlasObservation *
make_row (const char      *indicator,
          const SampleRow *sample,
          guint            n)
{
  AtlasObservation *row = atlas_observation_new (sample_region (sample->region));
  const char *by[] = { sample->by, sample->further_by, NULL };
  g_autoptr (AtlasSource) source = sample_source (n % 40);

  g_free (row->indicator_id);
  row->indicator_id = g_strdup (indicator);
  g_strfreev (row->by);
  row->by = g_strdupv ((char **) by);
  row->year = sample->year;
  row->missing = sample->missing;
  if (isnan (sample->value))
    return row;
  g_free (row->period);
  row->period = sample->period != NULL ? g_strdup (sample->period) : g_strdup_printf ("%d", sample->year);
  row->status = ATLAS_STATUS_NORMAL;
  row->value = sample->value;
  row->qualifier = sample->qualifier;
  row->stand_in = sample->stand_in;
  row->basis = ATLAS_BASIS_PUBLISHED;
  atlas_observation_add_source (row, source);
  if (sample->note != NULL)
    atlas_observation_add_note (row, sample->note);
  if (sample->base_of != NULL)
    add_base (row, sample);
  return row;
}

AtlasTable *
sample_table (const char      *indicator,
              const char      *by,
              int              first_year,
              int              last_year,
              const SampleRow *rows,
              guint            n_rows)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  g_strfreev (question->by);
  question->by = by != NULL ? g_strsplit (by, ",", -1) : NULL;
  atlas_question_set_years (question, first_year, last_year);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (list, make_row (indicator, &rows[i], i));
  return atlas_table_new (sample_catalogue (), question, list);
}

AtlasTable *
sample_four (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 4072 },
    { "640300", NULL, 2023, 753 },
    { "532900", NULL, 2023, 477, .stand_in = TRUE, .period = "" },
    { "500110", NULL, 2023, 810, ATLAS_QUALIFIER_AT_LEAST },
  };

  return sample_table ("people", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

AtlasTable *
sample_shares (void)
{
  static const SampleRow rows[] = {
    { "640000", NULL, 2023, 31.323 },
    { "640300", NULL, 2023, 24.027, .note = "与全区口径一致" },
    { "532900", NULL, 2023, 11.016, ATLAS_QUALIFIER_AT_MOST },
    { "500110", NULL, 2023, NAN, .missing = ATLAS_MISSING_NOT_REPORTED },
  };

  return sample_table ("share", NULL, 2023, 2023, rows, G_N_ELEMENTS (rows));
}

static SampleRow
random_row (const char *code,
            const char *grade)
{
  gboolean missing = g_test_rand_int_range (0, 5) == 0;
  double value = pow (10.0, g_test_rand_double_range (0.0, 5.0));

  return (SampleRow) {
    code, grade, 2023, missing ? NAN : floor (value), (AtlasQualifier) g_test_rand_int_range (0, 5),
    g_test_rand_int_range (0, 6) == 0, g_test_rand_bit () ? "2021" : NULL,
    g_test_rand_int_range (0, 8) == 0 ? "统计口径与上年不同" : NULL, (AtlasMissing) g_test_rand_int_range (0, 6),
  };
}

AtlasTable *
sample_random (guint    n,
               gboolean grades)
{
  static const char *const names[] = { "assistant", "intermediate", "senior" };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 0; i < n; i++)
    for (guint g = 0; g < (grades ? 3 : 1); g++)
      {
        g_autofree char *code = g_strdup_printf ("900%03u", i + 1);
        SampleRow row = random_row (sample_region (code)->code, grades ? names[g] : NULL);

        g_array_append_val (rows, row);
      }
  return sample_table ("people", grades ? "grade" : NULL, 2023, 2023, (const SampleRow *) rows->data, rows->len);
}

AtlasTable *
sample_years (guint n)
{
  static const double values[] = { 83000, NAN, 159000, 206000, 288000, 326000, 439000, 533000, 669000, 737000, 931000,
                                   1161000 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 0; i < n; i++)
    for (guint y = 0; y < G_N_ELEMENTS (values); y++)
      {
        SampleRow row = { known_regions[i].code, NULL, 2012 + (int) y, values[y] * (1.0 - 0.22 * i),
                          y == 0 ? ATLAS_QUALIFIER_AT_LEAST : ATLAS_QUALIFIER_EXACT };

        g_array_append_val (rows, row);
      }
  return sample_table ("people", NULL, 2012, 2023, (const SampleRow *) rows->data, rows->len);
}

/* The sample provinces, and N counties. */
static AtlasTable *
sample_provinces (guint n)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 0; i < G_N_ELEMENTS (known_regions); i++)
    if (known_regions[i].level == ATLAS_REGION_LEVEL_PROVINCE)
      {
        SampleRow row = random_row (known_regions[i].code, NULL);

        g_array_append_val (rows, row);
      }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("900%03u", i + 1);
      SampleRow row = random_row (sample_region (code)->code, NULL);

      g_array_append_val (rows, row);
    }
  return sample_table (g_test_rand_bit () ? "people" : "share", NULL, 2023, 2023, (const SampleRow *) rows->data,
                       rows->len);
}

AtlasTable *
sample_two_years (guint n)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SampleRow));

  for (guint i = 0; i < n; i++)
    for (int year = 2022; year <= 2023; year++)
      {
        g_autofree char *code = g_strdup_printf ("900%03u", i + 1);
        SampleRow row = random_row (sample_region (code)->code, NULL);

        row.year = year;
        g_array_append_val (rows, row);
      }
  return sample_table ("people", NULL, 2022, 2023, (const SampleRow *) rows->data, rows->len);
}

AtlasTable *
sample_stages (const double *values,
               guint         n)
{
  static const char *const stages[] = { "registered", "sat", "passed" };
  SampleRow rows[G_N_ELEMENTS (stages)];

  for (guint i = 0; i < n; i++)
    rows[i] = (SampleRow) { "640300", stages[i], 2023, values[i] };
  return sample_table ("exam", "stage", 2023, 2023, rows, n);
}

static AtlasTable *
random_stages (guint n)
{
  double values[3];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = g_test_rand_int_range (0, 4) == 0 ? NAN : floor (g_test_rand_double_range (0.0, 1e6));
  return sample_stages (values, MIN (n, 3));
}

AtlasTable *
sample_for (AtlasChartKind kind,
            guint          n)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  if (traits->is_over_time)
    return sample_years (1 + n % 4);
  if (traits->is_staged)
    return random_stages (MAX (n, 1));
  if (traits->is_paired && g_test_rand_bit ())
    return sample_two_years (MAX (n, 1));
  if (kind == ATLAS_CHART_TILE_MAP)
    return sample_provinces (n);
  if (traits->n_parts_least < 2)
    return sample_random (MAX (n, 1), !traits->is_flat);
  for (guint i = 0; i < traits->n_parts_least; i++)
    g_ptr_array_add (parts, sample_random (MAX (n, 1), FALSE));
  return atlas_table_join (parts);
}

AtlasTable *
sample_joined (void)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  g_ptr_array_add (parts, sample_four ());
  g_ptr_array_add (parts, sample_shares ());
  return atlas_table_join (parts);
}

AtlasBoundaries *
sample_boundaries (void)
{
  g_autoptr (GString) text = g_string_new ("{\"features\":[");
  g_autoptr (GError) error = NULL;
  AtlasBoundaries *boundaries;

  for (guint i = 0; i < N_RANDOM_REGIONS; i++)
    {
      guint x = 100 + i % 10, y = 20 + i / 10;

      g_string_append_printf (text, "%s{\"id\":900%03u,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                                    "[[[%u,%u],[%u,%u],[%u,%u],[%u,%u]]]}}", i > 0 ? "," : "", i + 1, x, y, x + 1, y, x + 1,
                              y + 1, x, y + 1);
    }
  g_string_append (text, "]}");
  boundaries = atlas_boundaries_parse (text->str, text->len, "squares", &error);
  g_assert_no_error (error);
  return boundaries;
}

void
sample_set_slots (AtlasChartSpec *spec)
{
  for (guint i = 0; i < ATLAS_N_COLOUR_SLOTS; i++)
    atlas_chart_spec_set_slot (spec, known_regions[i].code, i);
}

AtlasChartSpec *
sample_spec (AtlasChartKind  kind,
             AtlasTable     *table)
{
  AtlasChartSpec *spec = atlas_chart_spec_new (kind, table);

  sample_set_slots (spec);
  if (kind == ATLAS_CHART_CHOROPLETH)
    spec->boundaries = sample_boundaries ();
  return spec;
}

static void
shape_free (SampleShape *shape)
{
  g_free (shape->kind);
  g_free (shape->paint);
  g_free (shape->text);
  g_free (shape);
}

static void
read_text (SampleShape *shape,
           const char  *numbers,
           const char  *after)
{
  g_assert_cmpint (sscanf (numbers, " %lf %lf %lf %lf", &shape->box.x, &shape->box.y, &shape->box.width,
                           &shape->box.height), ==, 4);
  shape->text = g_strdup (after);
}

static void
read_points (SampleShape *shape,
             const char  *numbers)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE, x, y;
  int used;

  for (; sscanf (numbers, " %lf,%lf%n", &x, &y, &used) == 2; numbers += used)
    {
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }
  shape->box = (AtlasRect) { left, top, right - left, bottom - top };
}

GPtrArray *
sample_list_shapes (const AtlasChartLayout *layout)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) shape_free);
  g_autofree char *dump = atlas_chart_layout_dump (layout);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0' && !g_str_has_prefix (lines[i], "mark"); i++)
    {
      SampleShape *shape = g_new0 (SampleShape, 1);
      const char *numbers = strchr (lines[i], ' '), *open = strchr (lines[i], '['), *close = strchr (open, ']');

      shape->kind = g_strndup (lines[i], (gsize) (numbers - lines[i]));
      shape->paint = g_strndup (open + 1, (gsize) (close - open - 1));
      if (strcmp (shape->kind, "text") == 0)
        read_text (shape, numbers, close + 2);
      else
        read_points (shape, numbers);
      g_ptr_array_add (shapes, shape);
    }
  return shapes;
}

const SampleShape *
sample_find_text (GPtrArray  *shapes,
                  const char *text)
{
  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (shape->text != NULL && g_str_has_prefix (shape->text, text))
        return shape;
    }
  return NULL;
}
