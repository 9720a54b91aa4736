/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* A window is closed at any moment, whatever workers are doing for it: nothing of it stays, and its file is whole. The moments
 * are random: `test-closing -m slow` tries more of them. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dataset/registers/import.h"
#include "main-window-fixture.h"
#include "register-window.h"
#include "window-test.h"
#include "window/imports/import-dialog.h"
#include "window/pages/data-page.h"

#define N_ROWS 400

typedef struct {
  char *path; /* of a dataset with one import of N_ROWS stations */
  AtlasMainWindow *window;
  gpointer left; /* the session, until it is gone */
} Closing;

/* N_ROWS stations whose ids begin with PREFIX; (transfer full). */
static char *
dup_stations (const char *prefix)
{
  GString *text = g_string_new ("站点编号,站点名称,层级,行政区划代码,状态,启用日期\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "%s%u,站%u,乡镇社工站,640303100,运行,2020-05-01\n", prefix, i, i);
  return g_string_free (text, FALSE);
}

static void
build_dataset (const char *path)
{
  g_autoptr (GFile) bundled = g_file_new_for_path (main_window_get_dataset_path ());
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *csv = dup_stations ("a");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  g_file_copy (bundled, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_WRITE, &error);
  g_assert_no_error (error);
  window_test_import (dataset, "stations", "2023-12-31", NULL, csv);
}

static void
set_up (Closing       *self,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  self->path = main_window_dup_path ("closing.atlas");
  build_dataset (self->path);
  self->window = atlas_main_window_new (ADW_APPLICATION (main_window_get_application ()), settings);
  self->left = atlas_main_window_get_session (self->window);
  g_object_add_weak_pointer (self->left, &self->left);
  g_assert_true (atlas_main_window_open (self->window, self->path));
  gtk_window_present (GTK_WINDOW (self->window));
  window_test_settle (main_window_is_shown, self->window);
  if (g_test_rand_bit ())
    window_test_settle (NULL, NULL);
}

static void
tear_down (Closing       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_free (self->path);
}

static void
activate (Closing    *self,
          const char *action,
          GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
}

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the main loop run for a while, which may end before anything has come of what was begun, or after all of it. */
static void
run_for_a_while (void)
{
  gint64 end = g_get_monotonic_time () + g_test_rand_int_range (0, 250) * 1000;
  guint timer = g_timeout_add (1, wake, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static gboolean
is_gone (gpointer closing)
{
  return ((Closing *) closing)->left == NULL;
}

static void
close_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != NULL && !ATLAS_IS_MAIN_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        gtk_window_close (window);
    }
}

/* In one of the ways that there are: the dialog first, or all with the program. */
static void
close_all (Closing *self)
{
  GActionGroup *application = G_ACTION_GROUP (main_window_get_application ());

  if (g_test_rand_bit ())
    close_dialogs ();
  if (g_test_rand_bit ())
    run_for_a_while ();
  g_action_group_activate_action (application, "quit", NULL);
  window_test_settle (is_gone, self);
}

/* All of the import or nothing of it. */
static void
assert_whole (Closing *self)
{
  int n = register_window_count (self->path, "stations");

  g_assert_true (n == 0 || n == N_ROWS || n == 2 * N_ROWS);
  g_assert_cmpint (register_window_count (self->path, "pragma_integrity_check WHERE integrity_check = 'ok'"), ==, 1);
  g_assert_cmpint (register_window_count (self->path, "imports"), ==, n / N_ROWS);
}

static void
begin_import (Closing *self)
{
  g_autofree char *csv = dup_stations ("b");
  g_autofree char *path = main_window_dup_path ("stations.csv");
  AtlasImportDialog *dialog;

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  activate (self, "import", g_variant_new_string (path));
  run_for_a_while ();
  dialog = ATLAS_IMPORT_DIALOG (window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG));
  if (dialog != NULL && strcmp (atlas_import_dialog_get_page (dialog), "preview") == 0)
    atlas_import_dialog_go_on (dialog);
}

static void
begin_undo (Closing *self)
{
  GtkWidget *dialog;

  activate (self, "undo-import", NULL);
  window_test_settle (NULL, NULL);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  if (dialog != NULL)
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "undo");
}

static void
begin_preview (Closing *self)
{
  activate (self, "show-page", g_variant_new_string ("report"));
  activate (self, "report-template", g_variant_new_string ("yearbook"));
}

static void
begin_export (Closing *self)
{
  static const char *const exports[][2] = {
    { "export-pdf", "closing.pdf" }, { "export-image", "closing.png" }, { "export-table", "closing.xlsx" },
  };
  guint n = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (exports));
  g_autofree char *path = main_window_dup_path (exports[n][1]);

  activate (self, exports[n][0], g_variant_new_string (path));
}

static void
begin_batch (Closing *self)
{
  g_autofree char *folder = main_window_dup_path ("closing-reports");

  activate (self, "report-template", g_variant_new_string ("brief"));
  activate (self, "select-region", g_variant_new_string ("640000"));
  activate (self, "report-each", g_variant_new ("(ss)", "", folder));
}

static void
begin_page (Closing *self)
{
  static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "data", "report" };

  for (guint i = (guint) g_test_rand_int_range (1, 4); i > 0; i--)
    {
      activate (self, "show-page", g_variant_new_string (pages[g_test_rand_int_range (0, G_N_ELEMENTS (pages))]));
      run_for_a_while ();
    }
}

static void
begin_other_dataset (Closing *self)
{
  g_assert_true (atlas_main_window_open (self->window, main_window_get_dataset_path ()));
}

static void
test_closing (Closing       *self,
              gconstpointer  begin)
{
  ((void (*) (Closing *self)) begin) (self);
  run_for_a_while ();
  close_all (self);
  assert_whole (self);
}

/* Several things at once. */
static void
test_all (Closing       *self,
          gconstpointer  data)
{
  static void (*const begins[]) (Closing *self) = {
    begin_page, begin_export, begin_preview, begin_undo, begin_page, begin_import,
  };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_test_rand_bit ())
      begins[i] (self);
  run_for_a_while ();
  close_all (self);
  assert_whole (self);
}

static void
add (const char *name,
     gpointer    begin,
     void (*test) (Closing *self, gconstpointer begin))
{
  guint n = g_test_slow () ? 40 : 3;

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/closing/%s/%u", name, i);

      g_test_add (path, Closing, begin, set_up, test, tear_down);
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  main_window_init (&argc, &argv);
  add ("import", begin_import, test_closing);
  add ("undo", begin_undo, test_closing);
  add ("preview", begin_preview, test_closing);
  add ("export", begin_export, test_closing);
  add ("batch", begin_batch, test_closing);
  add ("page", begin_page, test_closing);
  add ("other-dataset", begin_other_dataset, test_closing);
  add ("all", NULL, test_all);
  result = g_test_run ();
  main_window_finish ();
  return result;
}
