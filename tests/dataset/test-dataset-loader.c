/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

#include <string.h>

/* A dataset built from some lines of the bundled files, of which one is changed. */
typedef struct {
  char *folder;
  char *csv_dir;
  char *path;
} Case;

/* Leaves the lines of the file NAME that match PATTERN, so that a case takes no time. */
static void
keep_lines (Case       *self,
            const char *name,
            const char *pattern)
{
  g_autofree char *path = g_build_filename (self->csv_dir, name, NULL);
  g_autofree char *contents = fixture_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (g_regex_match (regex, *line, 0, NULL))
      g_string_append_printf (kept, "%s\n", *line);
  g_assert_true (g_file_set_contents (path, kept->str, kept->len, NULL));
}

static void
case_begin (Case *self)
{
  self->folder = test_folder_make ();
  self->csv_dir = fixture_copy_csv (self->folder);
  keep_lines (self, "regions.csv", "^(code|000000|11|64|500000|500110)");
  keep_lines (self, "figures.csv", "^(figure_id|F000[1-5])");
  keep_lines (self, "programmes.csv", "^(programme_id|S21)");
  self->path = g_build_filename (self->folder, "a.atlas", NULL);
}

static void
case_end (Case *self)
{
  test_folder_remove (self->folder);
  g_free (self->csv_dir);
  g_free (self->path);
}

/* Replaces the first FROM in the file NAME by TO. */
static void
edit (Case       *self,
      const char *name,
      const char *from,
      const char *to)
{
  g_autofree char *path = g_build_filename (self->csv_dir, name, NULL);
  g_autofree char *contents = fixture_read (path, NULL);
  char *found = strstr (contents, from);
  g_autoptr (GString) edited = NULL;

  g_assert_nonnull (found);
  edited = g_string_new_len (contents, found - contents);
  g_string_append (edited, to);
  g_string_append (edited, found + strlen (from));
  g_assert_true (g_file_set_contents (path, edited->str, edited->len, NULL));
}

/* NAME, where FROM is replaced by TO, is refused with the message EXPECTED, and nothing is left behind. */
static void
check (const char *name,
       const char *from,
       const char *to,
       const char *expected)
{
  g_autoptr (GError) error = NULL;
  Case self;

  case_begin (&self);
  edit (&self, name, from, to);
  g_assert_false (atlas_dataset_create (self.path, self.csv_dir, TRUE, &error));
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_cmpuint (test_folder_count (self.folder), ==, 1); /* the CSV folder */
  case_end (&self);
}

static void
test_header (void)
{
  check ("units.csv", "symbol_zh", "symbol_cn", "units.csv, line 1, column symbol_zh: the column is missing");
  check ("units.csv", "is_money\n", "is_money,colour\n",
         "units.csv, line 1, column colour: no such column belongs here, or not twice");
  check ("units.csv", "is_money\n", "is_money,unit\n",
         "units.csv, line 1, column unit: no such column belongs here, or not twice");
  check ("units.csv", "people,人,people,0\n", "people,人,people\n", "units.csv, line 2: 3 cells instead of 4");
  check ("units.csv", "people,人,people,0\n", "people,人,people,0,\n", "units.csv, line 2: 5 cells instead of 4");
  check ("units.csv", "people,人,people,0\n", "\n\npeople\n", "units.csv, line 4: 1 cells instead of 4");
}

static void
test_cells (void)
{
  check ("units.csv", "people,人,people,0", ",人,people,0", "units.csv, line 2, column unit: the cell may not be empty");
  check ("units.csv", "people,人,people,0", "people,人,people,yes",
         "units.csv, line 2, column is_money: “yes” does not fit: write 1 or 0");
  check ("regions.csv", "110000,北京市", "11000,北京市",
         "regions.csv, line 3, column code: “11000” does not fit: write a division code of 6, 9 or 12 digits");
  check ("regions.csv", "nation,,\n", "country,,\n",
         "regions.csv, line 2, column level: “country” is none of these: "
         "nation province prefecture county township community");
  check ("dimensions.csv", "grade,senior,breakdown,3,1", "grade,senior,breakdown,third,1",
         "dimensions.csv, line 18, column order: “third” does not fit: write a whole number");
  check ("dimensions.csv", "grade,senior,breakdown,3,1", "grade,senior,breakdown,3,0",
         "dimensions.csv, line 18, column part_of_complete_set: “0” does not fit: write 1, or leave the cell empty");
  check ("figures.csv", ",1500000,at_least,", ",1.5e6,at_least,",
         "figures.csv, line 2, column value: “1.5e6” does not fit: write a number such as 1234.5");
  check ("figures.csv", ",1500000,at_least,", ",,at_least,",
         "figures.csv, line 2, column value: the cell may not be empty");
  check ("figures.csv", ",1500000,at_least,", ",1500000,余,",
         "figures.csv, line 2, column qualifier: “余” is none of these: exact about nearly at_least at_most");
  check ("figures.csv", ",A,\nF0002", ",a,\nF0002", "figures.csv, line 2, column status: “a” is none of these: A E U M");
}

static void
test_dates (void)
{
  const char *bad[] = { "2023/5/1", "2023-13", "2023-02-30", "23", "2023-5", "2023-05-01T00:00", "二〇二三" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *to = g_strdup_printf (",%s,inferred", bad[i]);
      g_autofree char *expected =
        g_strdup_printf ("sources.csv, line 2, column as_of: “%s” does not fit: "
                         "write a date as 2023, 2023-05 or 2023-05-01", bad[i]);

      check ("sources.csv", ",2021,inferred", to, expected);
    }
}

static void
test_periods (void)
{
  const char *bad[] = { "../..", "2021/", "/2021", "2021/2022/2023", "..", "2021-" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *to = g_strdup_printf (",%s,,筹措资金150多万元", bad[i]);
      g_autofree char *expected =
        g_strdup_printf ("figures.csv, line 2, column period: “%s” does not fit: "
                         "write a period as 2023, 2023-05, 2021/.. or 2019/2021", bad[i]);

      check ("figures.csv", ",2021/..,,筹措资金150多万元", to, expected);
    }
}

static void
test_references (void)
{
  check ("regions.csv", "county,110000,1\n", "county,119999,1\n",
         "regions.csv, line 4, column parent_code: “119999” is not found in regions.csv");
  check ("indicators.csv", "personnel,people,sum", "personnel,persons,sum",
         "indicators.csv, line 2, column unit: “persons” is not found in units.csv");
  check ("indicators.csv", "category;institution;sector", "category;town",
         "indicators.csv, line 4, column dimensions: “town” is not found in dimensions.csv");
  check ("indicators.csv", "stage=registered", "stage=signed_up",
         "indicators.csv, line 23, column defaults: “stage=signed_up” is not found in dimensions.csv");
  check ("denominators.csv", "500110004;", "500110999;",
         "denominators.csv, line 3, column excluded: “500110999” is not found in regions.csv");
  check ("figures.csv", "F0001,ningxia-four-combinations", "F0001,hearsay",
         "figures.csv, line 2, column source_id: “hearsay” is not found in sources.csv");
  check ("figures.csv", "640000,funding", "640001,funding",
         "figures.csv, line 2, column region_code: “640001” is not found in regions.csv");
  check ("figures.csv", "640000,funding", "640000,money",
         "figures.csv, line 2, column indicator_id: “money” is not found in indicators.csv");
  check ("figures.csv", "purpose=training;source=unspecified", "purpose=drill",
         "figures.csv, line 2, column dimensions: “purpose=drill” is not found in dimensions.csv");
  check ("figures.csv", "purpose=training;source=unspecified", "purpose",
         "figures.csv, line 2, column dimensions: “purpose” is no dimension and value: write it as “grade=senior”");
  check ("figures.csv", "purpose=training;source=unspecified", "purpose=training;purpose=training",
         "figures.csv, line 2, column dimensions: The dimension “purpose” is named twice");
}

static void
test_selectors (void)
{
  check ("programmes.csv", "incentive_recipients;", "incentive_people;",
         "programmes.csv, line 2, column indicators: “incentive_people” is not found in indicators.csv");
  check ("programmes.csv", "funding[purpose=incentives],", "funding[purpose=prizes],",
         "programmes.csv, line 2, column indicators: “purpose=prizes” is not found in dimensions.csv");
  check ("programmes.csv", "funding[purpose=incentives],", "funding[purpose=incentives,",
         "programmes.csv, line 2, column indicators: “funding[purpose=incentives” does not fit: write an indicator such as "
         "funding or funding[purpose=training]");
}

static void
test_twice (void)
{
  check ("figures.csv", "F0002,", "F0001,", "figures.csv, line 3, column figure_id: “F0001” stands already on line 2");
  check ("dimensions.csv", "batch,2,", "batch,1,", "dimensions.csv, line 5, column dimension: “batch” stands already on line 4");
  check ("regions.csv", "110101,东城区", "110000,东城区", "regions.csv, line 4, column code: “110000” stands already on line 3");
}

/* Cells that are each right, but make no tree. */
static void
test_tree (void)
{
  g_autoptr (GError) error = NULL;
  Case self;

  case_begin (&self);
  edit (&self, "regions.csv", "640300,吴忠市,Wuzhong City,wu zhong shi,prefecture,640000", "640300,x,x,x,prefecture,110101");
  g_assert_false (atlas_dataset_create (self.path, self.csv_dir, TRUE, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_cmpstr (error->message, ==, "regions.csv: The division “640300” does not fit into the tree of divisions");
  g_assert_cmpuint (test_folder_count (self.folder), ==, 1);
  case_end (&self);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sources = NULL;
  Case self;

  case_begin (&self);
  sources = g_build_filename (self.csv_dir, "sources.csv", NULL);
  g_assert_true (g_file_set_contents (sources, "\n", -1, NULL));
  g_assert_false (atlas_dataset_create (self.path, self.csv_dir, TRUE, &error));
  g_assert_cmpstr (error->message, ==, "sources.csv is empty");
  g_clear_error (&error);

  g_assert_false (atlas_dataset_create (self.path, self.folder, TRUE, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "regions.csv"));
  g_assert_cmpuint (test_folder_count (self.folder), ==, 1);
  case_end (&self);
}

static char *
hash_dataset (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  char *hash = atlas_dataset_dup_hash (dataset, &error);

  g_assert_no_error (error);
  return hash;
}

/* Columns in another order, CRLF and BOM make no difference to what is read. */
static void
test_forgiven (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL, *hash = NULL, *expected = NULL;
  Case self;

  case_begin (&self);
  other = g_build_filename (self.folder, "b.atlas", NULL);
  g_assert_true (atlas_dataset_create (other, self.csv_dir, TRUE, &error));
  edit (&self, "denominators.csv", "region_code,valid_from,basis,excluded,note\n000000,,statutory,,Statutory township",
        "\xEF\xBB\xBF" "note,region_code,valid_from,basis,excluded\r\nStatutory township");
  edit (&self, "denominators.csv", "unless a row below says otherwise\n",
        "unless a row below says otherwise,000000,,statutory,\r\n");
  edit (&self, "denominators.csv", "500110,,statutory,",
        "The ten divisions of Wansheng carry codes of Qijiang but are administered and reported separately,"
        "500110,,statutory,");
  edit (&self, "denominators.csv", "107,The ten divisions of Wansheng carry codes of Qijiang but are administered and "
        "reported separately", "107");
  g_assert_true (atlas_dataset_create (self.path, self.csv_dir, TRUE, &error));
  g_assert_no_error (error);
  hash = hash_dataset (self.path);
  expected = hash_dataset (other);
  g_assert_cmpstr (hash, ==, expected);
  case_end (&self);
}

/* Without figures the file need not even be there. */
static void
test_without_figures (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) figures = NULL, sources = NULL;
  Case self;

  case_begin (&self);
  edit (&self, "figures.csv", "figure_id", "broken");
  g_assert_true (atlas_dataset_create (self.path, self.csv_dir, FALSE, &error));
  dataset = atlas_dataset_open (self.path, ATLAS_DATASET_READ_ONLY, &error);
  figures = atlas_dataset_load_figures (dataset, NULL, NULL, &error);
  sources = atlas_dataset_load_sources (dataset, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->len, ==, 0);
  g_assert_cmpuint (sources->len, ==, 160);
  case_end (&self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/loader/header", test_header);
  g_test_add_func ("/dataset/loader/cells", test_cells);
  g_test_add_func ("/dataset/loader/dates", test_dates);
  g_test_add_func ("/dataset/loader/periods", test_periods);
  g_test_add_func ("/dataset/loader/references", test_references);
  g_test_add_func ("/dataset/loader/selectors", test_selectors);
  g_test_add_func ("/dataset/loader/twice", test_twice);
  g_test_add_func ("/dataset/loader/tree", test_tree);
  g_test_add_func ("/dataset/loader/files", test_files);
  g_test_add_func ("/dataset/loader/forgiven", test_forgiven);
  g_test_add_func ("/dataset/loader/without-figures", test_without_figures);
  return g_test_run ();
}
