/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "hour-things.h"

#include <stdio.h>

#include "loop-watch.h"
#include "reports/report-template.h"
#include "test-folder.h"
#include "window/imports/import-dialog.h"
#include "window/pages/data-page.h"
#include "window/regions/region-sidebar.h"

static int
any (Hour *self,
     int   n)
{
  return g_rand_int_range (self->random, 0, n);
}

#define ANY_OF(self, list) ((list)[any ((self), G_N_ELEMENTS (list))])

/* PARAMETER (nullable) (transfer floating). */
static void
activate (Hour       *self,
          const char *action,
          GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
}

static void
activate_with (Hour       *self,
               const char *action,
               const char *text)
{
  activate (self, action, g_variant_new_string (text));
}

/* (nullable): the first of TYPE at or below WIDGET, shown or not. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static const AtlasRegion *
any_region (Hour *self)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session));
  const AtlasRegion *region = atlas_region_tree_get_root (regions);

  while (region->n_children > 0 && any (self, 4) > 0)
    region = region->children[any (self, (int) region->n_children)];
  return region;
}

static void
show_page (Hour *self)
{
  static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "data", "report" };

  activate_with (self, "show-page", ANY_OF (self, pages));
}

static void
select_region (Hour *self)
{
  activate_with (self, "select-region", any_region (self)->code);
}

static void
drill (Hour *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  if (region->n_children > 0 && any (self, 2) == 0)
    activate_with (self, "drill-down", region->children[any (self, (int) region->n_children)]->code);
  else
    activate (self, "drill-up", NULL);
}

static void
compare (Hour *self)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("as"));

  for (int i = any (self, 9); i > 0; i--)
    g_variant_builder_add (builder, "s", any_region (self)->code);
  activate (self, "compare", g_variant_builder_end (builder));
}

static void
keep_comparison (Hour *self)
{
  static const char *const actions[] = { "save-comparison", "open-comparison", "remove-comparison" };
  static const char *const names[] = { "A", "B", "C", "D" };

  activate_with (self, ANY_OF (self, actions), ANY_OF (self, names));
}

static void
set_indicator (Hour *self)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  guint n = (guint) any (self, (int) atlas_catalogue_get_n_indicators (catalogue));

  activate_with (self, "set-indicator", atlas_catalogue_get_nth_indicator (catalogue, n)->indicator_id);
}

static void
set_years (Hour *self)
{
  int year = 2012 + any (self, 14);

  activate (self, "set-years", g_variant_new ("(ii)", year, year + any (self, 2026 - year)));
}

static void
toggle (Hour *self)
{
  static const char *const actions[] = {
    "undo", "redo", "back", "forward", "stand-in", "per-10k", "as-index", "show-regions", "show-source",
  };

  activate (self, ANY_OF (self, actions), NULL);
}

static void
select_mark (Hour *self)
{
  g_autoptr (GPtrArray) tables = atlas_page_dup_tables (atlas_main_window_get_page (self->window));
  AtlasTable *table = tables->len > 0 ? g_ptr_array_index (tables, any (self, (int) tables->len)) : NULL;

  if (table != NULL && atlas_table_get_n_rows (table) > 0)
    atlas_session_set_selection (self->session, table, (guint) any (self, (int) atlas_table_get_n_rows (table)));
}

static void
search_region (Hour *self)
{
  static const char *const texts[] = { "wz", "wzs", "吴忠", "6403", "xian", "银川", "" };
  GtkWidget *sidebar = find_widget (GTK_WIDGET (self->window), ATLAS_TYPE_REGION_SIDEBAR);

  atlas_region_sidebar_search (ATLAS_REGION_SIDEBAR (sidebar), ANY_OF (self, texts));
}

static void
look_at_rows (Hour *self)
{
  static const char *const tables[] = {
    "stations", "personnel", "funding", "services", "figures", "sources", "imports", "returns", "programmes",
  };
  AtlasDataPage *page;
  AtlasRowGrid *grid;

  activate_with (self, "show-page", "data"); /* which makes the page the first time */
  page = ATLAS_DATA_PAGE (atlas_main_window_get_page (self->window));
  grid = atlas_data_page_get_grid (page);
  if (any (self, 2) == 0)
    atlas_data_page_show_table (page, ANY_OF (self, tables));
  else if (atlas_row_grid_get_query (grid) != NULL)
    atlas_row_grid_sort (grid, (guint) any (self, (int) atlas_row_grid_get_query (grid)->table->n_columns), any (self, 2));
}

static void
show_programme (Hour *self)
{
  g_autofree char *id = g_strdup_printf ("S%02d", 1 + any (self, 85));

  activate_with (self, "show-programme", id);
}

static void
set_report (Hour *self)
{
  static const char *const styles[] = { "plain", "official" };
  const char *const *templates = atlas_report_template_list_names ();

  activate_with (self, "show-page", "report");
  switch (any (self, 5))
    {
    case 0:
      activate_with (self, "report-template", templates[any (self, (int) g_strv_length ((char **) templates))]);
      break;
    case 1:
      activate_with (self, "report-style", ANY_OF (self, styles));
      break;
    case 2:
      activate (self, "report-turn", g_variant_new_int32 (any (self, 5) - 2));
      break;
    default:
      activate (self, any (self, 2) == 0 ? "report-zoom-in" : "report-zoom-out", NULL);
    }
}

/* A new name each time, so that files are not always written anew; all are removed after some. */
static char *
dup_path (Hour       *self,
          const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%u%s", self->n_files++, ending);

  if (self->n_files % 50 == 0)
    test_folder_empty (self->folder);
  return g_build_filename (self->folder, name, NULL);
}

static void
export (Hour *self)
{
  static const struct {
    const char *action, *ending;
  } exports[] = {
    { "export-image", ".png" }, { "export-image", ".svg" }, { "export-table", ".csv" }, { "export-table", ".xlsx" },
    { "export-pdf", ".pdf" }, { "export-report", ".fodt" }, { "export-report", ".xlsx" },
  };
  guint n = (guint) any (self, G_N_ELEMENTS (exports));
  g_autofree char *path = dup_path (self, exports[n].ending);

  activate_with (self, exports[n].action, path);
}

static void
report_each (Hour *self)
{
  g_autofree char *folder = dup_path (self, "");

  activate (self, "report-each", g_variant_new ("(ss)", "", folder));
}

/* Some stations of a county that there are not yet, one of them wrong. */
static char *
write_register (Hour *self)
{
  char *path = dup_path (self, ".csv");
  g_autoptr (GString) text = g_string_new ("站点编号,站点名称,层级,行政区划代码,状态,启用日期\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20; i++)
    g_string_append_printf (text, "小时-%u-%d,站%d,乡镇社工站,640303,%s,2023-0%d-01\n", self->n_files, i, i,
                            i == 7 ? "不明" : "运行", 1 + i % 9);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
import (Hour *self)
{
  g_autofree char *path = write_register (self);

  activate_with (self, "import", path);
}

static void
undo_import (Hour *self)
{
  activate (self, "undo-import", NULL);
}

static void
read_cb (GObject      *window,
         GAsyncResult *result,
         gpointer      nothing)
{
  g_autoptr (GError) error = NULL;
  AtlasDatasetReading *reading = atlas_dataset_reading_finish (result, &error);

  atlas_main_window_take (ATLAS_MAIN_WINDOW (window), reading, error);
}

/* Sometimes the same one, opened anew; as the program does, in a worker. */
static void
open_dataset (Hour *self)
{
  atlas_dataset_reading_begin (any (self, 3) == 0 ? self->other_path : self->path, G_OBJECT (self->window), read_cb, NULL);
}

static void
open_window (Hour *self)
{
  switch (any (self, 4))
    {
    case 0:
      g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "help", g_variant_new_string (""));
      break;
    case 1:
      g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "preferences", NULL);
      break;
    case 2:
      activate (self, "show-help-overlay", NULL);
      break;
    default:
      activate (self, "new-figure", NULL);
    }
}

static gboolean
cancel_printing (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        gtk_window_close (window);
    }
  return G_SOURCE_CONTINUE;
}

/* The dialog runs a loop of its own, until it is answered. */
static void
print (Hour *self)
{
  static guint timer;

  if (timer == 0)
    timer = g_timeout_add (100, G_SOURCE_FUNC (cancel_printing), NULL);
  activate (self, "print", NULL);
}

static void
resize (Hour *self)
{
  static const int sizes[][2] = { { 720, 600 }, { 1024, 700 }, { 1440, 900 } };
  const int *size = ANY_OF (self, sizes);

  gtk_window_set_default_size (GTK_WINDOW (self->window), size[0], size[1]);
}

static struct {
  const char *name;
  void (*run) (Hour *self);
  int weight;
  guint n;
} things[] = {
  { "show a page", show_page, 200 },
  { "select a region", select_region, 150 },
  { "drill down or up", drill, 100 },
  { "compare", compare, 60 },
  { "keep a comparison", keep_comparison, 20 },
  { "set the indicator", set_indicator, 80 },
  { "set the years", set_years, 60 },
  { "toggle or go back", toggle, 120 },
  { "select a mark", select_mark, 100 },
  { "search a region", search_region, 30 },
  { "look at rows", look_at_rows, 60 },
  { "show a programme", show_programme, 20 },
  { "change the report", set_report, 40 },
  { "export", export, 20 },
  { "report on each", report_each, 3 },
  { "import", import, 8 },
  { "undo an import", undo_import, 8 },
  { "open a dataset", open_dataset, 5 },
  { "open a window", open_window, 10 },
  { "print", print, 2 },
  { "resize", resize, 5 },
};

static void
answer_import (Hour              *self,
               AtlasImportDialog *dialog)
{
  if (g_str_equal (atlas_import_dialog_get_page (dialog), "preview") && !atlas_import_dialog_is_busy (dialog))
    atlas_import_dialog_go_on (dialog);
  else if (!atlas_import_dialog_is_busy (dialog) || any (self, 5) == 0)
    gtk_window_close (GTK_WINDOW (dialog));
}

/* Dialogs stay for some time, and are then gone on with, confirmed or closed. */
static void
answer_dialogs (Hour *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window == NULL || window == GTK_WINDOW (self->window) || !gtk_widget_get_mapped (GTK_WIDGET (window)) ||
          any (self, 3) > 0)
        continue;
      if (ATLAS_IS_IMPORT_DIALOG (window))
        answer_import (self, ATLAS_IMPORT_DIALOG (window));
      else if (ADW_IS_MESSAGE_DIALOG (window) && adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (window), "undo"))
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (window), any (self, 4) > 0 ? "undo" : "cancel");
      else
        gtk_window_close (window);
    }
}

const char *
hour_do_anything (Hour *self)
{
  int sum = 0;
  int chosen;
  guint i = 0;

  answer_dialogs (self);
  for (guint j = 0; j < G_N_ELEMENTS (things); j++)
    sum += things[j].weight;
  for (chosen = any (self, sum); chosen >= things[i].weight; i++)
    chosen -= things[i].weight;
  things[i].n++;
  loop_watch_name (things[i].name);
  things[i].run (self);
  return things[i].name;
}

void
hour_tell_things (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    printf ("%6u times: %s\n", things[i].n, things[i].name);
}
