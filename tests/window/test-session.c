/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "window/state/session.h"
#include "window/view-actions.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static guint *
count_signal (AtlasSession *session,
              const char   *signal)
{
  guint *count = g_new0 (guint, 1);

  g_signal_connect_data (session, signal, G_CALLBACK (count_cb), count, (GClosureNotify) (void (*) (void)) g_free,
                         G_CONNECT_SWAPPED);
  return count;
}

/* Waits until COUNT_CB has counted N, at most 20 seconds. */
static void
wait_for (const guint *count,
          guint        n)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (*count < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (*count, ==, n);
}

/* Built once, copied for each test. */
static char *
copy_dataset (const char *folder)
{
  static GBytes *built = NULL;
  char *path = g_build_filename (folder, "session.atlas", NULL);
  g_autoptr (GError) error = NULL;

  if (built == NULL)
    {
      g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
      char *contents;
      gsize length;

      atlas_dataset_create (path, csv, TRUE, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      built = g_bytes_new_take (contents, length);
      g_unlink (path);
    }
  g_file_set_contents (path, g_bytes_get_data (built, NULL), (gssize) g_bytes_get_size (built), &error);
  g_assert_no_error (error);
  return path;
}

typedef struct {
  char *folder;
  char *path;
  AtlasSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("atlas-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = copy_dataset (fixture->folder);
  fixture->session = atlas_session_new ();
  atlas_session_open (fixture->session, fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_step_is_told_once (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  guint *views = count_signal (session, "view-changed");
  guint *subjects = count_signal (session, "subject-changed");
  guint *regions = count_signal (session, "notify::region");
  guint *pages = count_signal (session, "notify::page");

  atlas_session_set_region (session, "640000");
  g_assert_cmpuint (*views, ==, 1);
  atlas_session_set_region (session, "640000");
  g_assert_cmpuint (*views, ==, 1);

  atlas_session_begin_step (session);
  atlas_session_set_region (session, "530000");
  atlas_session_set_years (session, 2020, 2023);
  atlas_session_set_page (session, "compare");
  g_assert_cmpuint (*views, ==, 1);
  atlas_session_end_step (session);
  g_assert_cmpuint (*views, ==, 2);
  g_assert_cmpuint (*regions, ==, 2);
  g_assert_cmpuint (*pages, ==, 1);

  g_assert_cmpuint (*subjects, ==, 2);

  atlas_session_undo (session);
  g_assert_cmpuint (*views, ==, 3);
  g_assert_cmpuint (*subjects, ==, 3);
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640000");
  g_assert_cmpstr (atlas_session_get_page (session), ==, "overview");
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 0);

  /* Another page shows the same. */
  atlas_session_set_page (session, "funding");
  g_assert_cmpuint (*views, ==, 4);
  g_assert_cmpuint (*subjects, ==, 3);
}

static void
test_undo_and_redo (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();

  g_assert_false (atlas_session_can_undo (session));
  atlas_session_set_indicator (session, "stations");
  atlas_session_set_indicator (session, "funding");
  atlas_session_undo (session);
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "stations");
  g_assert_true (atlas_session_can_redo (session));
  atlas_session_redo (session);
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "funding");
  atlas_session_undo (session);
  atlas_session_set_stand_in (session, FALSE);
  g_assert_false (atlas_session_can_redo (session));
  atlas_session_undo (session);
  atlas_session_undo (session);
  atlas_session_undo (session);
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "certified_workers");
  g_assert_true (atlas_session_get_stand_in (session));
}

/* Back leads to the page and region before, whatever was chosen since, and that can be undone. */
static void
test_places (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();

  g_assert_null (atlas_session_get_back (session));
  atlas_session_set_region (session, "640000");
  atlas_session_set_page (session, "coverage");
  atlas_session_set_indicator (session, "stations");
  atlas_session_set_years (session, 2020, 2022);
  g_assert_cmpstr (atlas_session_get_back (session)->page, ==, "overview");
  g_assert_cmpstr (atlas_session_get_back (session)->region, ==, "640000");

  atlas_session_go_back (session);
  g_assert_cmpstr (atlas_session_get_page (session), ==, "overview");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640000");
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "stations");
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 2022);
  g_assert_cmpstr (atlas_session_get_forward (session)->page, ==, "coverage");
  atlas_session_go_back (session);
  g_assert_cmpstr (atlas_session_get_region (session), ==, "000000");
  g_assert_null (atlas_session_get_back (session));
  atlas_session_go_back (session);
  g_assert_cmpstr (atlas_session_get_region (session), ==, "000000");

  atlas_session_go_forward (session);
  atlas_session_go_forward (session);
  g_assert_cmpstr (atlas_session_get_page (session), ==, "coverage");
  g_assert_null (atlas_session_get_forward (session));
  atlas_session_undo (session);
  g_assert_cmpstr (atlas_session_get_page (session), ==, "overview");
  g_assert_cmpstr (atlas_session_get_back (session)->page, ==, "coverage");

  /* From where one has gone back, another way lies ahead. */
  atlas_session_go_back (session);
  atlas_session_go_back (session);
  g_assert_nonnull (atlas_session_get_forward (session));
  atlas_session_set_region (session, "530000");
  g_assert_null (atlas_session_get_forward (session));
}

static void
test_years (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();

  atlas_session_set_years (session, 2023, 2016);
  g_assert_cmpint (atlas_session_get_first_year (session), ==, 2016);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 2023);
  atlas_session_set_years (session, 0, 2021);
  g_assert_cmpint (atlas_session_get_first_year (session), ==, 2021);
  atlas_session_set_years (session, 0, 0);
  g_assert_cmpint (atlas_session_get_last_year (session), ==, 0);
}

static void
test_comparison (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *wanted[] = { "640000", "999999", "640300", "640000", NULL };
  const char *kept[] = { "640000", "640300", NULL };
  const char *turned[] = { "640300", "640000", NULL };

  atlas_session_set_compare (fixture->session, wanted);
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), kept);
  g_assert_cmpstr (atlas_session_get_reference (fixture->session), ==, "640000");
  atlas_session_set_reference (fixture->session, "640300");
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), turned);
  atlas_session_set_reference (fixture->session, "530000");
  g_assert_cmpstrv (atlas_session_get_compare (fixture->session), turned);
}

static void
test_comparison_is_full (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *nine[] = { "110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000", "310000", NULL };

  atlas_session_set_compare (fixture->session, nine);
  g_assert_cmpuint (g_strv_length ((char **) atlas_session_get_compare (fixture->session)), ==, 8);
  g_assert_false (atlas_session_is_compared (fixture->session, "310000"));
  g_assert_false (atlas_session_toggle_compare (fixture->session, "310000", TRUE));
  g_assert_true (atlas_session_toggle_compare (fixture->session, "110000", FALSE));
  g_assert_true (atlas_session_toggle_compare (fixture->session, "310000", TRUE));
  g_assert_true (atlas_session_is_compared (fixture->session, "310000"));
}

/* Eight regions whose slots in the file may be anything still have eight colours. */
static void
test_slots_are_distinct (Fixture       *fixture,
                         gconstpointer  data)
{
  AtlasDataset *dataset = atlas_session_get_dataset (fixture->session);
  const char *eight[] = { "110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000", NULL };
  const char *pair[] = { "110000", "310000", NULL };
  guint seen = 0;

  atlas_session_set_compare (fixture->session, eight);
  for (guint i = 0; eight[i] != NULL; i++)
    seen |= 1u << atlas_session_get_slot (fixture->session, eight[i]);
  g_assert_cmpuint (seen, ==, 0xff);

  /* The ninth region of the file has the first one's colour again: the later of the two gives way. */
  g_assert_cmpuint (atlas_dataset_get_colour_slot (dataset, "310000"), ==,
                    atlas_dataset_get_colour_slot (dataset, "110000"));
  atlas_session_set_compare (fixture->session, pair);
  g_assert_cmpuint (atlas_session_get_slot (fixture->session, "110000"), ==,
                    atlas_dataset_get_colour_slot (dataset, "110000"));
  g_assert_cmpuint (atlas_session_get_slot (fixture->session, "310000"), !=,
                    atlas_session_get_slot (fixture->session, "110000"));
}

static void
test_unknown_is_ignored (Fixture       *fixture,
                         gconstpointer  data)
{
  atlas_session_set_region (fixture->session, "640303");
  atlas_session_set_region (fixture->session, "123456");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640303");
  atlas_session_set_indicator (fixture->session, "no_such_indicator");
  g_assert_cmpstr (atlas_session_get_indicator (fixture->session), ==, "certified_workers");
}

static void
test_ask (Fixture       *fixture,
          gconstpointer  data)
{
  const char *codes[] = { "640000", NULL };
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = NULL;

  atlas_question_set_regions (question, codes);
  atlas_session_apply (fixture->session, question);
  g_assert_true (question->stand_in);
  table = atlas_session_ask (fixture->session, question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);
  g_assert_cmpfloat (atlas_table_get_row (table, 0)->value, ==, 4072);
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  const char *codes[] = { "640000", "640300", NULL };
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  guint *count = count_signal (fixture->session, "selection-changed");
  guint row;

  atlas_question_set_regions (question, codes);
  table = atlas_session_ask (fixture->session, question, NULL);
  atlas_session_set_selection (fixture->session, table, 1);
  atlas_session_set_selection (fixture->session, table, 1);
  g_assert_cmpuint (*count, ==, 1);
  g_assert_true (atlas_session_get_selection (fixture->session, &row) == table);
  g_assert_cmpuint (row, ==, 1);
  atlas_session_set_region (fixture->session, "640300");
  g_assert_cmpuint (*count, ==, 2);
  g_assert_null (atlas_session_get_selection (fixture->session, NULL));
}

static void
test_failed_open_keeps_what_is_open (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *damaged = g_build_filename (fixture->folder, "damaged.atlas", NULL);
  AtlasDataset *before = atlas_session_get_dataset (fixture->session);
  guint *count = count_signal (fixture->session, "dataset-changed");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (damaged, "this is no dataset", -1, NULL));
  g_assert_false (atlas_session_open (fixture->session, damaged, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_NOT_A_DATASET);
  g_assert_true (atlas_session_get_dataset (fixture->session) == before);
  g_assert_cmpuint (*count, ==, 0);
  g_unlink (damaged);
}

static void
test_added_figure_is_told (Fixture       *fixture,
                           gconstpointer  data)
{
  guint *count = count_signal (fixture->session, "dataset-changed");
  g_autoptr (AtlasFigure) figure = atlas_figure_new ();
  g_autoptr (GError) error = NULL;

  figure->source = atlas_source_new ();
  g_free (figure->source->source_id);
  figure->source->source_id = g_strdup ("entered-1");
  g_free (figure->source->title);
  figure->source->title = g_strdup ("利通区2023年工作总结");
  g_free (figure->region_code);
  figure->region_code = g_strdup ("640302");
  g_free (figure->indicator_id);
  figure->indicator_id = g_strdup ("certified_workers");
  g_free (figure->unit);
  figure->unit = g_strdup ("people");
  figure->value = (AtlasDecimal) { 12, 0 };
  atlas_dataset_add_figure (atlas_session_get_dataset (fixture->session), figure, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (*count, ==, 0); /* the catalogue is read in a worker */
  g_assert_true (atlas_session_is_asking (fixture->session));
  wait_for (count, 1);
  g_assert_false (atlas_session_is_asking (fixture->session));
  g_assert_nonnull (atlas_catalogue_find_source (atlas_session_get_catalogue (fixture->session), "entered-1"));
}

static void
test_state_is_remembered (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *compare[] = { "530000", "640000", NULL };
  g_autoptr (GSettings) settings = g_settings_new ("org.shegong.Atlas");
  g_autoptr (AtlasSession) first = atlas_session_new ();
  g_autoptr (AtlasSession) second = atlas_session_new ();

  atlas_session_bind_settings (first, settings);
  g_assert_false (atlas_session_can_undo (first));
  g_assert_cmpstr (atlas_session_get_region (first), ==, "640000");
  g_assert_cmpuint (g_strv_length ((char **) atlas_session_get_compare (first)), ==, 4);
  atlas_session_set_region (first, "530000");
  atlas_session_set_compare (first, compare);
  atlas_session_set_years (first, 2020, 2023);
  atlas_session_set_stand_in (first, FALSE);
  atlas_session_set_per_10k (first, TRUE);
  atlas_session_set_page (first, "overview");

  atlas_session_bind_settings (second, settings);
  g_assert_cmpstr (atlas_session_get_region (second), ==, "530000");
  g_assert_cmpstrv (atlas_session_get_compare (second), compare);
  g_assert_cmpint (atlas_session_get_first_year (second), ==, 2020);
  g_assert_false (atlas_session_get_stand_in (second));
  g_assert_true (atlas_session_get_per_10k (second));
  g_assert_cmpstr (atlas_session_get_page (second), ==, "overview");
}

/* A remembered region that another dataset does not have gives way to the nation. */
static void
test_view_fits_dataset (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *compare[] = { "999999", "640000", NULL };
  const char *kept[] = { "640000", NULL };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (GError) error = NULL;

  atlas_session_set_region (session, "999999");
  atlas_session_set_indicator (session, "no_such_indicator");
  atlas_session_set_compare (session, compare);
  atlas_session_open (session, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_session_get_region (session), ==, "000000");
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "social_workers");
  g_assert_cmpstrv (atlas_session_get_compare (session), kept);
  g_assert_false (atlas_session_can_undo (session));
}

static void
activate (GSimpleActionGroup *actions,
          const char         *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (actions), name));
  g_action_group_activate_action (G_ACTION_GROUP (actions), name, target);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const char *two[] = { "640000", "532900", NULL };

  atlas_view_actions_add (G_ACTION_MAP (actions), session);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (actions), "undo"));
  activate (actions, "select-region::640300");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640300");
  activate (actions, "drill-up");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640000");
  activate (actions, "compare(['640000','532900'])");
  g_assert_cmpstrv (atlas_session_get_compare (session), two);
  activate (actions, "set-reference::532900");
  g_assert_cmpstr (atlas_session_get_reference (session), ==, "532900");
  activate (actions, "set-indicator::stations");
  g_assert_cmpstr (atlas_session_get_indicator (session), ==, "stations");
  activate (actions, "set-years((2016,2023))");
  g_assert_cmpint (atlas_session_get_first_year (session), ==, 2016);
  atlas_session_set_page (session, "compare");
  g_assert_cmpstr (atlas_session_get_page (session), ==, "compare");
  activate (actions, "drill-down::640303");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640303");
  g_assert_cmpstr (atlas_session_get_page (session), ==, "overview");
  activate (actions, "undo");
  g_assert_cmpstr (atlas_session_get_page (session), ==, "compare");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640000");
  activate (actions, "redo");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640303");
  atlas_session_set_page (session, "trends");
  activate (actions, "drill-down::640302");
  g_assert_cmpstr (atlas_session_get_page (session), ==, "trends");
  activate (actions, "back");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640303");
  activate (actions, "forward");
  g_assert_cmpstr (atlas_session_get_region (session), ==, "640302");
  activate (actions, "stand-in");
  g_assert_false (atlas_session_get_stand_in (session));
  activate (actions, "per-10k");
  g_assert_true (atlas_session_get_per_10k (session));
}

static void
settle (AtlasSession *session)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (atlas_session_is_asking (session) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_session_is_asking (session));
}

/* Of two figures one after the other the later; and none, once something else is selected or nothing. */
static void
test_select_figure (Fixture       *fixture,
                    gconstpointer  data)
{
  guint *count = count_signal (fixture->session, "selection-changed");
  const AtlasObservation *row;
  AtlasTable *selected;
  guint number;

  atlas_session_select_figure (fixture->session, "F0001", "funding", "640000", NULL);
  atlas_session_select_figure (fixture->session, "F0004", "training_sessions", "640000", NULL);
  settle (fixture->session);
  g_assert_cmpuint (*count, ==, 1);
  selected = atlas_session_get_selection (fixture->session, &number);
  row = atlas_table_get_row (selected, number);
  g_assert_cmpstr (row->indicator_id, ==, "training_sessions");
  g_assert_cmpfloat (row->value, ==, 10); /* online: offline there are 20 more */
  atlas_session_select_figure (fixture->session, "F0001", "funding", "640000", NULL);
  atlas_session_set_selection (fixture->session, NULL, 0);
  settle (fixture->session);
  g_assert_null (atlas_session_get_selection (fixture->session, NULL));
  atlas_session_select_figure (fixture->session, "F9999", "funding", "640000", NULL);
  settle (fixture->session);
  g_assert_null (atlas_session_get_selection (fixture->session, NULL));
  g_assert_cmpuint (*count, ==, 2);
}

/* Another connection holds the file just as the session hears that it has changed: it is read once it is free again. */
static void
test_busy_change (Fixture       *fixture,
                  gconstpointer  data)
{
  guint *changes = count_signal (fixture->session, "dataset-changed");
  AtlasCatalogue *before = atlas_session_get_catalogue (fixture->session);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_session_notice_change (fixture->session);
  g_assert_cmpuint (*changes, ==, 0);
  g_assert_true (atlas_session_get_catalogue (fixture->session) == before);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  wait_for (changes, 1);
}

static gboolean
is_in_log (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return contents[18] == 2; /* https://www.sqlite.org/fileformat.html, 1.3.3 */
}

/* What an import has left in the log, since somebody read the file as it ended, is taken over by who reads the file anew: that is no
 * work for the main loop. */
static void
test_log_is_left (Fixture       *fixture,
                  gconstpointer  data)
{
  guint *changes = count_signal (fixture->session, "dataset-changed");
  sqlite3 *writer, *reader;

  g_assert_cmpint (sqlite3_open (fixture->path, &writer), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (fixture->path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (writer, "PRAGMA journal_mode = WAL; UPDATE sources SET title = title", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "SELECT * FROM sources", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (writer);
  sqlite3_close (reader);
  g_assert_true (is_in_log (fixture->path));
  atlas_session_notice_change (fixture->session);
  g_assert_true (is_in_log (fixture->path));
  wait_for (changes, 1);
  g_assert_false (is_in_log (fixture->path));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/step-is-told-once", test_step_is_told_once);
  g_test_add_func ("/session/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/session/places", test_places);
  g_test_add_func ("/session/years", test_years);
#define ADD(name, function) g_test_add ("/session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("comparison", test_comparison);
  ADD ("comparison-is-full", test_comparison_is_full);
  ADD ("slots-are-distinct", test_slots_are_distinct);
  ADD ("unknown-is-ignored", test_unknown_is_ignored);
  ADD ("ask", test_ask);
  ADD ("selection", test_selection);
  ADD ("failed-open-keeps-what-is-open", test_failed_open_keeps_what_is_open);
  ADD ("added-figure-is-told", test_added_figure_is_told);
  ADD ("select-figure", test_select_figure);
  ADD ("state-is-remembered", test_state_is_remembered);
  ADD ("view-fits-dataset", test_view_fits_dataset);
  ADD ("actions", test_actions);
  ADD ("busy-change", test_busy_change);
  ADD ("log-is-left", test_log_is_left);

  return g_test_run ();
}
