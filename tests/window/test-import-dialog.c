/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "dataset/registers/register-row.h"
#include "register-window.h"
#include "window-test.h"
#include "window/imports/import-dialog.h"

#define HEAD "站点编号,站点名称,层级,行政区划代码,状态\n"
/* Two good rows, and one whose tier nobody knows, on line 4. */
#define STATIONS HEAD "n1,甲,乡镇社工站,640303100,运行\nn2,乙,县级指导中心,640303,在建\nn3,丙,空中楼阁,640303,运行\n"

static char *
write_file (const char *name,
            const char *contents)
{
  char *path = register_window_dup_path (name);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return path;
}

static gboolean
is_idle (gpointer dialog)
{
  return !atlas_import_dialog_is_busy (dialog);
}

static void
wait (AtlasImportDialog *dialog)
{
  window_test_settle (is_idle, dialog);
  window_test_settle (NULL, NULL);
}

static AtlasImportDialog *
find_dialog (void)
{
  AtlasImportDialog *dialog = ATLAS_IMPORT_DIALOG (window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG));

  g_assert_nonnull (dialog);
  wait (dialog);
  return dialog;
}

static AtlasImportDialog *
open_dialog (RegisterWindow *window,
             const char     *path)
{
  register_window_activate (window, "import", path);
  return find_dialog ();
}

static void
assert_shows (AtlasImportDialog *dialog,
              const char        *text)
{
  if (window_test_find_label (GTK_WIDGET (dialog), text) == NULL)
    g_error ("“%s” is not shown", text);
}

/* A visible label that holds TEXT. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_says (AtlasImportDialog *dialog,
             const char        *text)
{
  if (!says (GTK_WIDGET (dialog), text))
    g_error ("“%s” is not said", text);
}

static const AtlasImportInput *
get_input (AtlasImportDialog *dialog)
{
  const AtlasImportResult *result = atlas_import_dialog_get_result (dialog);

  g_assert_nonnull (result);
  g_assert_cmpuint (result->inputs->len, ==, 1);
  return g_ptr_array_index (result->inputs, 0);
}

static void
count_change (gpointer data)
{
  ++*(guint *) data;
}

/* A label in a grid. */
typedef struct {
  GtkWidget *grid;
  const char *text;
} Place;

/* Whether nothing stands below it but the edge of its cell. */
static gboolean
is_at_end (gpointer data)
{
  const Place *place = data;
  GtkWidget *label = window_test_find_label (place->grid, place->text);
  graphene_rect_t bounds;
  float gap;

  if (label == NULL || !gtk_widget_compute_bounds (label, place->grid, &bounds))
    return FALSE;
  gap = gtk_widget_get_height (place->grid) - bounds.origin.y - bounds.size.height;
  return gap >= 0 && gap < 16;
}

/* The grid has the height of its rows once they have been laid out. */
static void
assert_ends_with (AtlasTextGrid *grid,
                  const char    *reason)
{
  Place place = { GTK_WIDGET (grid), reason };

  window_test_settle (is_at_end, &place);
  g_assert_true (is_at_end (&place));
}

/* First it is shown what would come in, then it comes in, and all that is open shows it. */
static void
test_import (RegisterWindow *window,
             gconstpointer   data)
{
  g_autofree char *path = write_file ("stations.csv", STATIONS);
  AtlasImportDialog *dialog = open_dialog (window, path);
  g_autofree char *rejected = atlas_text_grid_dup_tsv (atlas_import_preview_get_rejected (atlas_import_dialog_get_preview (dialog)));
  g_autofree char *rejects = register_window_dup_path ("rejects.csv");
  g_auto (GStrv) cells = NULL;
  g_autofree char *contents = NULL;
  guint n_changes = 0;

  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "preview");
  assert_shows (dialog, "2 new, 1 rejected");
  g_assert_true (g_str_has_prefix (rejected, "Line\tColumn\tValue\tReason\tFile\n4\tTier\t空中楼阁\t"));
  cells = g_strsplit_set (rejected, "\t\n", -1);
  assert_ends_with (atlas_import_preview_get_rejected (atlas_import_dialog_get_preview (dialog)), cells[8]);
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 0);
  g_signal_connect_swapped (window->session, "dataset-changed", G_CALLBACK (count_change), &n_changes);
  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  g_signal_handlers_disconnect_by_data (window->session, &n_changes);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "done");
  assert_shows (dialog, "2 new, 1 rejected");
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 2);
  atlas_import_dialog_save_rejected (dialog, rejects);
  g_assert_true (g_file_get_contents (rejects, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "\r\nn3,丙,空中楼阁,640303,运行,4,tier,"));
  g_unlink (rejects);
  gtk_window_close (GTK_WINDOW (dialog));
  window_test_settle (NULL, NULL);
  g_unlink (path);
}

/* The rows that came in can be looked at, whatever region is shown. */
static void
test_show_rows (RegisterWindow *window,
                gconstpointer   data)
{
  g_autofree char *path = write_file ("stations.csv", STATIONS);
  AtlasImportDialog *dialog = open_dialog (window, path);
  AtlasRowGrid *grid;

  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  atlas_session_set_page (window->session, "overview");
  atlas_session_set_region (window->session, "110000");
  window_test_press_button (GTK_WIDGET (dialog), "Show Rows");
  window_test_settle (NULL, NULL);
  g_assert_null (window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG));
  g_assert_cmpstr (atlas_session_get_page (window->session), ==, "data");
  grid = register_window_load (window);
  g_assert_cmpstr (atlas_row_grid_get_query (grid)->table->name, ==, "stations");
  g_assert_cmpint (atlas_row_grid_get_query (grid)->import_id, >, 0);
  g_assert_cmpuint (atlas_row_grid_get_n_rows (grid), ==, 2);
  g_unlink (path);
}

/* Headers that nobody knows: the user says what they are. */
static void
test_columns (RegisterWindow *window,
              gconstpointer   data)
{
  g_autofree char *path = write_file ("odd.csv", "甲,乙,丙,丁,戊\nn1,红寺堡站,乡镇社工站,640303100,运行\n");
  AtlasImportDialog *dialog = open_dialog (window, path);
  AtlasImportMapping *mapping = atlas_import_dialog_get_mapping (dialog);

  g_assert_nonnull (get_input (dialog)->refused);
  window_test_press_button (GTK_WIDGET (dialog), "Assign Columns…");
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "columns");
  atlas_import_mapping_set_table (mapping, atlas_table_definition_find ("stations"));
  atlas_import_mapping_assign (mapping, ATLAS_STATION_ID, "甲");
  atlas_import_mapping_assign (mapping, ATLAS_STATION_NAME, "乙");
  atlas_import_mapping_assign (mapping, ATLAS_STATION_TIER, "丙");
  atlas_import_mapping_assign (mapping, ATLAS_STATION_REGION, "丁");
  g_assert_false (atlas_import_mapping_is_complete (mapping));
  atlas_import_dialog_go_on (dialog); /* not yet */
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "columns");
  atlas_import_mapping_assign (mapping, ATLAS_STATION_STATUS, "戊");
  g_assert_true (atlas_import_mapping_is_complete (mapping));
  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "preview");
  g_assert_null (get_input (dialog)->refused);
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  g_unlink (path);
}

/* A file that cannot be read stops nothing but itself, if the user wants so. */
static void
test_rest (RegisterWindow *window,
           gconstpointer   data)
{
  g_autofree char *good = write_file ("good.csv", HEAD "n1,甲,乡镇社工站,640303100,运行\n");
  g_autofree char *bad = write_file ("bad.xlsx", "PK no workbook");
  const char *paths[] = { good, bad, NULL };
  AtlasImportDialog *dialog;

  gtk_window_present (GTK_WINDOW (atlas_import_dialog_new (window->session, atlas_import_request_new_for_files (paths))));
  dialog = find_dialog ();
  assert_shows (dialog, "bad.xlsx");
  g_assert_true (atlas_import_dialog_get_result (dialog)->is_refused);
  window_test_find_button (GTK_WIDGET (dialog), "Import the Rest");
  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "done");
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  g_unlink (good);
  g_unlink (bad);
}

/* What is wrong with an option is said, and can be put right. */
static void
test_options (RegisterWindow *window,
              gconstpointer   data)
{
  g_autofree char *path = write_file ("stations.csv", STATIONS);
  AtlasImportDialog *dialog = open_dialog (window, path);
  AtlasImportOptionsGroup *options = atlas_import_dialog_get_options (dialog);
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (options), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  atlas_import_options_group_fill (options, "covers", "利通区、城关镇");
  wait (dialog);
  assert_shows (dialog, "“城关镇” is no province, prefecture or county, or is the name of several: write its code");
  atlas_import_options_group_fill (options, "covers", "利通区, 640381");
  wait (dialog);
  gtk_adjustment_set_value (place, 100);
  atlas_import_options_group_fill (options, "as-of", "some day");
  wait (dialog);
  assert_shows (dialog, "“some day” is not a date: write it as 2023-12-31, 2023-12 or 2023");
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
  atlas_import_options_group_fill (options, "as-of", "2023.12");
  wait (dialog);
  assert_shows (dialog, "Stations · as of 31 December 2023 · UTF-8 · 2 new, 1 rejected");
  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "done");
  gtk_window_close (GTK_WINDOW (dialog));
  /* 640303 by its rows, the others because they are covered. */
  g_assert_cmpint (register_window_count (window->path, "returns WHERE year = 2023 AND region_code IN ('640302', '640303', "
                                          "'640381')"), ==, 3);
  g_unlink (path);
}

/* The file is read anew in the encoding that is chosen. */
static void
test_encoding (RegisterWindow *window,
               gconstpointer   data)
{
  g_autofree char *path = register_window_dup_path ("stations.csv");
  g_autofree char *contents = NULL;
  gsize length;
  AtlasImportDialog *dialog;
  AtlasImportOptionsGroup *options;

  contents = g_convert (STATIONS, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  dialog = open_dialog (window, path);
  options = atlas_import_dialog_get_options (dialog);
  g_assert_cmpstr (get_input (dialog)->encoding, ==, "GB18030");
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 2);
  atlas_import_options_group_fill (options, "encoding", "UTF-8");
  wait (dialog);
  g_assert_nonnull (get_input (dialog)->refused);
  atlas_import_options_group_fill (options, "encoding", "GB18030");
  wait (dialog);
  g_assert_null (get_input (dialog)->refused);
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 2);
  atlas_import_options_group_fill (options, "encoding", "");
  wait (dialog);
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  g_unlink (path);
}

static gboolean
has_changed (gpointer n_changes)
{
  return *(guint *) n_changes > 0;
}

/* Closing it in between leaves the dataset as it was. */
static void
test_close (RegisterWindow *window,
            gconstpointer   data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autofree char *path = NULL;
  AtlasImportDialog *dialog;
  guint n_changes = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "n%u,甲,乡镇社工站,640303100,运行\n", i);
  path = write_file ("many.csv", text->str);
  dialog = open_dialog (window, path);
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 20000);
  g_signal_connect_swapped (window->session, "dataset-changed", G_CALLBACK (count_change), &n_changes);
  atlas_import_dialog_go_on (dialog);
  g_assert_true (atlas_import_dialog_is_busy (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  window_test_settle (NULL, NULL);
  g_assert_null (window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG));
  /* The session looks again once the worker has come to its end. */
  window_test_settle (has_changed, &n_changes);
  g_signal_handlers_disconnect_by_data (window->session, &n_changes);
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 0);
  g_unlink (path);
}

/* While another program writes, nothing is imported, and that is said. */
static void
test_busy (RegisterWindow *window,
           gconstpointer   data)
{
  g_autofree char *path = write_file ("stations.csv", STATIONS);
  AtlasImportDialog *dialog = open_dialog (window, path);
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (window->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "preview");
  assert_says (dialog, "another program");
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  atlas_import_dialog_go_on (dialog);
  wait (dialog);
  g_assert_cmpstr (atlas_import_dialog_get_page (dialog), ==, "done");
  g_assert_cmpint (register_window_count (window->path, "stations"), ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  g_unlink (path);
}

static gboolean
has_dialog (gpointer data)
{
  return window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG) != NULL;
}

static void
test_paste (RegisterWindow *window,
            gconstpointer   data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window->window));
  AtlasImportDialog *dialog;

  gdk_clipboard_set_text (clipboard, "one word");
  register_window_activate (window, "paste-table", NULL);
  window_test_settle (NULL, NULL);
  g_assert_false (has_dialog (NULL));
  gdk_clipboard_set_text (clipboard, "站点编号\t站点名称\t层级\t行政区划代码\t状态\nn1\t甲\t乡镇社工站\t640303100\t运行\n");
  register_window_activate (window, "paste-table", NULL);
  window_test_settle (has_dialog, NULL);
  dialog = find_dialog ();
  assert_shows (dialog, "Pasted table");
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_drop (RegisterWindow *window,
           gconstpointer   data)
{
  g_autofree char *path = write_file ("stations.csv", STATIONS);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  AtlasImportDialog *dialog;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_assert_true (window_test_drop (gtk_widget_get_parent (GTK_WIDGET (window->page)), &value));
  dialog = find_dialog ();
  g_assert_cmpuint (get_input (dialog)->inserted, ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  int result;

  register_window_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/window/import-dialog/" name, RegisterWindow, NULL, register_window_set_up, function, \
              register_window_tear_down)
  ADD ("import", test_import);
  ADD ("show-rows", test_show_rows);
  ADD ("columns", test_columns);
  ADD ("rest", test_rest);
  ADD ("options", test_options);
  ADD ("encoding", test_encoding);
  ADD ("close", test_close);
  ADD ("busy", test_busy);
  ADD ("paste", test_paste);
  ADD ("drop", test_drop);
  result = g_test_run ();
  register_window_finish ();
  return result;
}
