/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/dimension-values.h"
#include "dataset/text.h"
#include "indicators/table-record.h"

static const AtlasRegion ningxia = { .code = "640000", .name = "宁夏回族自治区" };
static const AtlasRegion taiwan = { .code = "710000", .name = "台湾省" };

static GPtrArray *
one (gpointer       element,
     GDestroyNotify free_func)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (free_func);

  if (element != NULL)
    g_ptr_array_add (array, element);
  return array;
}

static AtlasCatalogue *
make_catalogue (void)
{
  AtlasIndicator *indicator = atlas_indicator_new ();
  AtlasUnit *unit = atlas_unit_new ();
  g_autoptr (GError) error = NULL;
  AtlasCatalogue *catalogue;

  atlas_text_set (&indicator->indicator_id, "funding");
  atlas_text_set (&indicator->unit, "yuan");
  atlas_text_set (&unit->unit, "yuan");
  unit->is_money = TRUE;
  catalogue = atlas_catalogue_new_from_rows (NULL, one (indicator, (GDestroyNotify) atlas_indicator_free),
                                             one (NULL, (GDestroyNotify) atlas_dimension_value_free),
                                             one (unit, (GDestroyNotify) atlas_unit_free),
                                             one (NULL, (GDestroyNotify) atlas_denominator_free),
                                             one (NULL, (GDestroyNotify) atlas_source_unref), NULL, &error);
  g_assert_no_error (error);
  return catalogue;
}

static AtlasObservation *
make_value (void)
{
  AtlasObservation *row = atlas_observation_new (&ningxia);
  AtlasSource *first = atlas_source_new ();
  AtlasSource *second = atlas_source_new ();

  atlas_text_set (&first->source_id, "ningxia-2023");
  atlas_text_set (&second->source_id, "ningxia-funds");
  atlas_observation_add_source (row, first);
  atlas_observation_add_source (row, second);
  atlas_source_unref (first);
  atlas_source_unref (second);
  g_free (row->period);
  row->period = g_strdup ("2023");
  g_strfreev (row->by);
  row->by = g_strsplit ("training", ",", -1);
  row->year = 2023;
  row->status = ATLAS_STATUS_ESTIMATED;
  row->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  row->basis = ATLAS_BASIS_PUBLISHED_PARTS;
  row->value = 1234.5;
  row->exact = (AtlasDecimal) { 12345, 1 };
  row->has_exact = TRUE;
  row->numerator = 2469;
  row->denominator = 2;
  atlas_observation_add_note (row, "the \"first\", and\nthe second");
  return row;
}

static AtlasTable *
make_table (void)
{
  g_autoptr (AtlasCatalogue) catalogue = make_catalogue ();
  g_autoptr (AtlasQuestion) question = atlas_question_new ("funding");
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  AtlasObservation *missing = atlas_observation_new (&taiwan);

  atlas_question_set_by (question, "purpose");
  atlas_question_set_where (question, "source", "central");
  atlas_question_set_years (question, 2023, 2023);
  g_strfreev (missing->by);
  missing->by = g_strsplit ("training", ",", -1);
  missing->year = 2023;
  g_ptr_array_add (rows, make_value ());
  g_ptr_array_add (rows, missing);
  return atlas_table_new (catalogue, question, rows);
}

static void
test_csv (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autofree char *csv = atlas_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "region,region_name,indicator,period,purpose,dimension_source,value,unit,status,"
                   "qualifier,source,basis,numerator,denominator,note\n"
                   "640000,宁夏回族自治区,funding,2023,training,central,1234.50,yuan,E,at_least,"
                   "ningxia-2023;ningxia-funds,published_parts,2469,2,"
                   "\"the \"\"first\"\", and\nthe second\"\n"
                   "710000,台湾省,funding,2023,training,central,,yuan,M,,,,,,\n");
}

static void
test_json (void)
{
  g_autoptr (AtlasTable) table = make_table ();
  g_autofree char *json = atlas_table_to_json (table);

  g_assert_true (g_str_has_prefix (json, "[\n  {\"region\": \"640000\", \"region_name\": \"宁夏回族自治区\", "));
  g_assert_nonnull (strstr (json, "\"value\": 1234.50, \"unit\": \"yuan\", \"status\": \"E\""));
  g_assert_nonnull (strstr (json, "\"numerator\": 2469, \"denominator\": 2, "
                                  "\"note\": \"the \\\"first\\\", and\\u000athe second\"},\n"));
  g_assert_nonnull (
      strstr (json, "\"value\": null, \"unit\": \"yuan\", \"status\": \"M\", \"qualifier\": \"\""));
  g_assert_true (g_str_has_suffix (json, "\"numerator\": null, \"denominator\": null, \"note\": \"\"}\n]\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-record/csv", test_csv);
  g_test_add_func ("/table-record/json", test_json);
  return g_test_run ();
}
