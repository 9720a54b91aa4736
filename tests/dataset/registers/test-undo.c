/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Imports taken back, and the history of them. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include <string.h>

#include "dataset/registers/undo.h"

#define STATIONS "station_id,name,tier,region_code,status\n"
#define PERSONNEL "person_id,name,grade,region_code,station_id\n"
#define FUNDING "entry_id,year,region_code,source,purpose,amount_yuan\n"
#define SERVICES "year,month,station_id,kind,count,person_times\n"
#define SOURCES "source_id,title\n"
#define FIGURES "source_id,region_code,indicator_id,value,unit,period\n"

static void
undo (ImportFixture *self,
      gint64         import_id,
      gint64         expected_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportRecord) record = atlas_import_undo (self->dataset, import_id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (record->import_id, ==, expected_id);
  import_fixture_check_rollups (self);
}

/* Refused, with nothing changed. */
static void
check_refused (ImportFixture *self,
               gint64         import_id,
               const char    *says)
{
  g_autofree char *before = fixture_hash_file (self->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_import_undo (self->dataset, import_id, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
  after = fixture_hash_file (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
import_all (ImportFixture *self,
            const char    *name)
{
  g_autofree char *stations = g_strdup_printf (STATIONS "S1,%s,township_station,640303100,operating\n"
                                                        "S2,乙,township_station,640303100,operating\n", name);
  g_autofree char *personnel = g_strdup_printf (PERSONNEL "P1,%s,senior,640303,S1\nP2,丙,none,640303,\n", name);
  g_autofree char *figures = g_strdup_printf (FIGURES "new,640303,population,%u,people,2024\n"
                                                      "ningxia-four-combinations,640303,population,7,people,2001\n",
                                              (guint) strlen (name));

  import_fixture_write (self, "1.csv", stations);
  import_fixture_write (self, "2.csv", personnel);
  import_fixture_write (self, "3.csv", FUNDING "1,2022,640303,central,training,100\n");
  import_fixture_write (self, "4.csv", SERVICES "2023,1,S1,case,5,50\n");
  import_fixture_write (self, "5.csv", SOURCES "new,New\n");
  import_fixture_write (self, "6.csv", figures);
  import_fixture_run (self, NULL, "1.csv", "2.csv", "3.csv", "4.csv", "5.csv", "6.csv", NULL);
}

static void
test_newest (ImportFixture *self,
             gconstpointer  data)
{
  g_autofree char *hash = atlas_dataset_dup_hash (self->dataset, NULL);
  g_autofree char *before = import_fixture_dump (self);
  g_autofree char *first = NULL, *second = NULL, *after_one = NULL, *after_both = NULL, *hash_after = NULL;

  import_all (self, "甲");
  first = import_fixture_dump (self);
  import_all (self, "甲甲");
  second = import_fixture_dump (self);
  g_assert_cmpstr (second, !=, first);
  undo (self, 0, 2);
  after_one = import_fixture_dump (self);
  g_assert_cmpstr (after_one, ==, first);
  undo (self, 0, 1);
  after_both = import_fixture_dump (self);
  g_assert_cmpstr (after_both, ==, before);
  hash_after = atlas_dataset_dup_hash (self->dataset, NULL);
  g_assert_cmpstr (hash_after, ==, hash);
  check_refused (self, 0, "nothing has been imported");
  /* A number is never used again. */
  import_all (self, "甲");
  g_assert_cmpint (self->result->import_id, ==, 3);
}

/* A station that moved goes back, and what was done in it with it. */
static void
test_move (ImportFixture *self,
           gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  import_all (self, "甲");
  before = import_fixture_dump (self);
  self->options.allow_moves = TRUE;
  import_fixture_write (self, "1.csv", STATIONS "S1,甲,township_station,640302100,operating\n");
  import_fixture_write (self, "4.csv", SERVICES "2023,1,S1,case,7,70\n2023,2,S1,case,1,1\n");
  import_fixture_run (self, NULL, "1.csv", "4.csv", NULL);
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check (self, 1, 1, 1, 0, "");
  import_fixture_check_rollups (self);
  undo (self, 0, 2);
  after = import_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static void
test_older (ImportFixture *self,
            gconstpointer  data)
{
  g_autofree char *before = import_fixture_dump (self);
  g_autofree char *after = NULL;

  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n"
                                                      "S2,乙,township_station,640302100,operating\n");
  import_fixture_run_text (self, "funding", FUNDING "1,2022,640303,central,training,100\n");
  import_fixture_run_text (self, "stations", STATIONS "S1,丙,township_station,640303100,operating\n");
  import_fixture_run_text (self, "services", SERVICES "2023,1,S2,case,5,50\n");
  check_refused (self, 1, "import 3 has changed rows of it since (Stations “S1”)");
  undo (self, 2, 2);
  import_fixture_check_sql (self, "SELECT count(*) FROM funding", "0");
  import_fixture_check_sql (self, "SELECT \"table\", region_code, import_id FROM returns",
                            "services|640302|4\nstations|640302|1\nstations|640303|1\nstations|640303|3");
  check_refused (self, 2, "There is no import 2");
  undo (self, 3, 3);
  import_fixture_check_sql (self, "SELECT name FROM stations", "甲\n乙");
  check_refused (self, 1, "import 4 depends on it (Stations “S2” for Services)");
  undo (self, 4, 4);
  undo (self, 1, 1);
  after = import_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* People of a station that an older import brought, and figures of a document, keep it. */
static void
test_dependent (ImportFixture *self,
                gconstpointer  data)
{
  import_fixture_run_text (self, "stations", STATIONS "S1,甲,township_station,640303100,operating\n");
  import_fixture_run_text (self, "personnel", PERSONNEL "P1,张三,none,640303,S1\n");
  check_refused (self, 1, "import 2 depends on it (Stations “S1” for Personnel)");
  import_fixture_run_text (self, "sources", SOURCES "new,New\n");
  import_fixture_run_text (self, "figures", FIGURES "new,640303,population,7,people,2001\n");
  check_refused (self, 3, "import 4 depends on it (Sources “new” for Published figures)");
  undo (self, 4, 4);
  g_assert_true (atlas_sqlite_run (self->db, "INSERT INTO figures SELECT 5000, 'X', 'new', region_code, indicator_id, dimensions, "
                                   "value_mantissa, value_decimals, qualifier, unit, period, as_of, printed, status, note, NULL "
                                   "FROM figures WHERE figure_id = 'F0001'", NULL));
  check_refused (self, 3, "entered by hand are of the document “new”");
  check_refused (self, 0, "entered by hand are of the document “new”");
  undo (self, 2, 2);
  undo (self, 1, 1);
}

static void
test_history (ImportFixture *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const AtlasImportRecord *record;
  const AtlasImportRecordInput *input;

  import_all (self, "甲");
  self->options.as_of = (char *) "2024-02";
  import_fixture_run_text (self, "stations", STATIONS "S1,丙,township_station,640303100,operating\n"
                                                      "S2,乙,village,640303100,operating\n合计,,,,\n");
  records = atlas_import_history_load (self->dataset, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->import_id, ==, 2);
  g_assert_cmpstr (record->as_of, ==, "2024-02-29");
  g_assert_cmpuint (record->inputs->len, ==, 1);
  input = g_ptr_array_index (record->inputs, 0);
  g_assert_cmpstr (input->file, ==, "a.csv");
  g_assert_cmpstr (input->table->name, ==, "stations");
  g_assert_cmpint (input->inserted, ==, 0);
  g_assert_cmpint (input->updated, ==, 1);
  g_assert_cmpint (input->skipped, ==, 1);
  g_assert_cmpint (input->rejected, ==, 1);
  g_assert_cmpint (atlas_import_record_count (record), ==, 1);
  record = g_ptr_array_index (records, 1);
  g_assert_cmpuint (record->inputs->len, ==, 6);
  g_assert_cmpstr (((AtlasImportRecordInput *) g_ptr_array_index (record->inputs, 0))->table->name, ==, "sources");
  g_assert_cmpint (atlas_import_record_count (record), ==, 9);
}

static const char *
pick (const char *const *words)
{
  return words[g_test_rand_int_range (0, (gint32) g_strv_length ((char **) words))];
}

/* A few rows, out of so few keys that they often meet what is there. */
static char *
dup_random_table (const char *table)
{
  static const char *const regions[] = { "640303100", "640303101", "640302100", "640303", "441900003", NULL };
  static const char *const statuses[] = { "operating", "planned", "closed", NULL };
  static const char *const grades[] = { "none", "assistant", "senior", NULL };
  static const char *const kinds[] = { "case", "group", NULL };
  static const char *const stations[] = { "S0", "S1", "S2", "S3", "", NULL };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (1, 6);

  for (int i = 0; i < n; i++)
    {
      int number = g_test_rand_int_range (0, 5), value = g_test_rand_int_range (0, 3);

      if (strcmp (table, "stations") == 0)
        g_string_append_printf (text, "S%d,名%d,township_station,%s,%s\n", number, value, pick (regions), pick (statuses));
      else if (strcmp (table, "personnel") == 0)
        g_string_append_printf (text, "P%d,名%d,%s,%s,%s\n", number, value, pick (grades), pick (regions), pick (stations));
      else if (strcmp (table, "funding") == 0)
        g_string_append_printf (text, "%d,%d,%s,central,training,%d\n", number % 2, 2020 + value, pick (regions), number);
      else if (strcmp (table, "services") == 0)
        g_string_append_printf (text, "2023,%d,%s,%s,%d,%d\n", value + 1, pick (stations), pick (kinds), number, number * 9);
      else if (strcmp (table, "sources") == 0)
        g_string_append_printf (text, "doc%d,Title %d\n", number, value);
      else
        g_string_append_printf (text, "doc%d,640303,population,%d,people,%d\n", number, value, 2000 + number % 3);
    }
  return g_string_free (text, FALSE);
}

static void
import_random (ImportFixture *self)
{
  static const struct {
    const char *table;
    const char *header;
  } tables[] = { { "stations", STATIONS }, { "personnel", PERSONNEL }, { "funding", FUNDING },
                 { "services", SERVICES }, { "sources", SOURCES },     { "figures", FIGURES } };
  static const char *const dates[] = { "2021", "2022-06-30", "2023", "2024-05", NULL };
  const char *names[] = { "1.csv", "2.csv", "3.csv" };
  int n = g_test_rand_int_range (1, 4);

  for (int i = 0; i < 3; i++)
    {
      int t = g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (tables));
      g_autofree char *rows = dup_random_table (tables[t].table);
      g_autofree char *text = g_strconcat (tables[t].header, rows, NULL);

      import_fixture_write (self, names[i], text);
    }
  self->options.as_of = (char *) pick (dates);
  self->options.allow_moves = g_test_rand_bit ();
  self->options.partial = g_test_rand_int_range (0, 4) == 0;
  self->options.keep_going = g_test_rand_int_range (0, 4) == 0;
  import_fixture_run (self, NULL, names[0], n > 1 ? names[1] : NULL, n > 2 ? names[2] : NULL, NULL);
}

/* Whether all that rows refer to is there. */
static void
check_references (ImportFixture *self)
{
  import_fixture_check_sql (self, "SELECT count(*) FROM personnel WHERE station_id <> '' AND station_id NOT IN "
                            "(SELECT station_id FROM stations)", "0");
  import_fixture_check_sql (self, "SELECT count(*) FROM services WHERE station_id NOT IN (SELECT station_id FROM stations)", "0");
  import_fixture_check_sql (self, "SELECT count(*) FROM figures WHERE source_id NOT IN (SELECT source_id FROM sources)", "0");
  import_fixture_check_sql (self, "PRAGMA foreign_key_check", "");
  import_fixture_check_sql (self, "PRAGMA integrity_check", "ok");
}

/* A state of the dataset, and the import that led away from it. */
typedef struct {
  char *dump;
  gint64 import_id;
} Step;

static void
step_clear (gpointer data)
{
  g_free (((Step *) data)->dump);
}

static void
import_step (ImportFixture *self,
             GArray        *steps)
{
  Step step = { import_fixture_dump (self), 0 };

  import_random (self);
  import_fixture_check_rollups (self);
  check_references (self);
  step.import_id = self->result->import_id;
  if (step.import_id != 0)
    g_array_append_val (steps, step);
  else
    g_free (step.dump);
}

/* Random imports; taking them back one by one brings back what was before each. */
static void
test_random_stack (ImportFixture *self,
                   gconstpointer  data)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, step_clear);
  for (guint i = 0; i < 30 || steps->len > 0; i++)
    {
      g_autofree char *after = NULL;
      const Step *last;

      if (steps->len == 0 || (i < 30 && g_test_rand_int_range (0, 3) > 0))
        {
          import_step (self, steps);
          continue;
        }
      last = &g_array_index (steps, Step, steps->len - 1);
      undo (self, 0, last->import_id);
      after = import_fixture_dump (self);
      g_assert_cmpstr (after, ==, last->dump);
      g_array_set_size (steps, steps->len - 1);
    }
}

/* Imports taken back in any order that is let: in the end all is as it was in the beginning. */
static void
test_random_order (ImportFixture *self,
                   gconstpointer  data)
{
  g_autofree char *before = import_fixture_dump (self);
  g_autofree char *after = NULL;
  guint n_undone = 0, n_refused = 0;

  for (guint i = 0; i < 16; i++)
    import_random (self);
  for (;;)
    {
      g_autoptr (GPtrArray) records = atlas_import_history_load (self->dataset, NULL);
      const AtlasImportRecord *record;
      g_autoptr (AtlasImportRecord) undone = NULL;

      if (records->len == 0)
        break;
      record = g_ptr_array_index (records, g_test_rand_int_range (0, (gint32) records->len));
      undone = atlas_import_undo (self->dataset, record->import_id, NULL, NULL, NULL, NULL);
      n_undone += undone != NULL;
      n_refused += undone == NULL;
      import_fixture_check_rollups (self);
      check_references (self);
    }
  g_assert_cmpuint (n_undone, >, 5);
  g_assert_cmpuint (n_refused, >, 0);
  after = import_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/undo/newest", test_newest);
  TEST ("/undo/move", test_move);
  TEST ("/undo/older", test_older);
  TEST ("/undo/dependent", test_dependent);
  TEST ("/undo/history", test_history);
  TEST ("/undo/random-stack", test_random_stack);
  TEST ("/undo/random-order", test_random_order);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
