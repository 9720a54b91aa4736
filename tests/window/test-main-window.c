/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "window-test.h"
#include "window/application.h"
#include "window/main-window.h"
#include "window/new-figure-dialog.h"
#include "window/preferences-window.h"
#include "window/region-row.h"
#include "window/region-sidebar.h"
#include "window/report-print.h"
#include "window/shortcuts.h"
#include "window/source-panel.h"

#include "reports/report-template.h"

static AtlasApplication *application;
static char *folder;
static char *dataset_path;

typedef struct {
  GSettings *settings;
  AtlasMainWindow *window;
  AtlasSession *session;
} Fixture;

static gboolean
is_shown (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new (APPLICATION_ID);
  g_settings_set_int (fixture->settings, "window-width", 1440);
  g_settings_set_int (fixture->settings, "window-height", 900);
  fixture->window = atlas_main_window_new (ADW_APPLICATION (application), fixture->settings);
  fixture->session = atlas_main_window_get_session (fixture->window);
  g_assert_true (atlas_main_window_open (fixture->window, dataset_path));
  gtk_window_present (GTK_WINDOW (fixture->window));
  window_test_settle (is_shown, fixture->window);
  window_test_settle (NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char **keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_test_settle (NULL, NULL);
  g_object_get (fixture->settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (fixture->settings, keys[i]);
  for (guint i = 0; keys[i] != NULL; i++)
    g_free (keys[i]);
  g_clear_object (&fixture->settings);
}

/* Without waiting for what comes of it. */
static void
start (Fixture    *fixture,
       const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (name, "win."));
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), name + 4));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name + 4, target);
}

static void
activate (Fixture    *fixture,
          const char *detailed)
{
  start (fixture, detailed);
  window_test_settle (NULL, NULL);
}

static AtlasRegionRow *
find_row (GtkWidget  *widget,
          const char *code)
{
  if (ATLAS_IS_REGION_ROW (widget))
    {
      const AtlasRegion *region = atlas_region_row_get_region (ATLAS_REGION_ROW (widget));

      return region != NULL && strcmp (region->code, code) == 0 ? ATLAS_REGION_ROW (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AtlasRegionRow *found = find_row (child, code);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_finalizes (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AtlasMainWindow *window = atlas_main_window_new (ADW_APPLICATION (application), settings);
  gpointer left = window;

  g_assert_true (atlas_main_window_open (window, dataset_path));
  gtk_window_present (GTK_WINDOW (window));
  window_test_settle (is_shown, window);
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
  g_assert_null (left);
}

/* Each row of the table of keys stands for an action that there is. */
static void
test_shortcuts_have_actions (Fixture       *fixture,
                             gconstpointer  data)
{
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GActionGroup *group;
      const GVariantType *type;

      if (shortcuts[i].action == NULL || g_str_has_prefix (shortcuts[i].action, "window."))
        continue;
      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      group = g_str_has_prefix (name, "app.") ? G_ACTION_GROUP (application) : G_ACTION_GROUP (fixture->window);
      g_assert_true (g_action_group_has_action (group, name + 4));
      type = g_action_group_get_action_parameter_type (group, name + 4);
      g_assert_true ((type == NULL) == (target == NULL));
      if (type != NULL)
        g_assert_true (g_variant_is_of_type (target, type));
    }
}

/* The names and types that scripts and habits rest on. */
static void
test_actions_have_their_types (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *actions[][2] = {
    { "show-page", "s" }, { "select-region", "s" }, { "compare", "as" }, { "set-indicator", "s" },
    { "set-years", "(ii)" }, { "export-pdf", "s" }, { "export-image", "s" }, { "export-table", "s" },
    { "print", NULL }, { "drill-down", "s" }, { "drill-up", NULL }, { "undo", NULL }, { "redo", NULL },
    { "import", "s" }, { "undo-import", NULL }, { "take-back", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GVariantType *type = g_action_group_get_action_parameter_type (G_ACTION_GROUP (fixture->window),
                                                                           actions[i][0]);

      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), actions[i][0]));
      if (actions[i][1] == NULL)
        g_assert_null (type);
      else
        g_assert_true (g_variant_type_equal (type, G_VARIANT_TYPE (actions[i][1])));
    }
}

/* A button that shows an icon only says in words what it does, to a screen reader too. */
static void
check_icon_buttons (GtkWidget *widget)
{
  const char *icon = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget))
                     : GTK_IS_BUTTON (widget)    ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (icon != NULL && gtk_widget_get_tooltip_text (widget) != NULL)
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_icon_buttons (child);
}

static void
test_icon_buttons_have_names (Fixture       *fixture,
                              gconstpointer  data)
{
  check_icon_buttons (GTK_WIDGET (fixture->window));
}

static void
test_pages_follow_actions (Fixture       *fixture,
                           gconstpointer  data)
{
  AtlasPage *compare = atlas_main_window_get_page (fixture->window);

  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "compare");
  activate (fixture, "win.show-page::overview");
  g_assert_true (atlas_main_window_get_page (fixture->window) != compare);
  activate (fixture, "win.undo");
  g_assert_true (atlas_main_window_get_page (fixture->window) == compare);
}

static void
test_sidebar_compares (Fixture       *fixture,
                       gconstpointer  data)
{
  AtlasRegionRow *row = find_row (GTK_WIDGET (fixture->window), "640300");
  GtkWidget *check;

  g_assert_nonnull (row);
  check = window_test_find_widget (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (row), "753"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (atlas_session_is_compared (fixture->session, "640300"));
  activate (fixture, "win.undo");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* Thin data is seen at once: no figure is a dash, never a zero. */
static void
test_sidebar_marks_missing (Fixture       *fixture,
                            gconstpointer  data)
{
  AtlasRegionRow *row = find_row (GTK_WIDGET (fixture->window), "640100");

  g_assert_nonnull (row);
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (row), "—"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  AtlasRegionSidebar *sidebar =
    ATLAS_REGION_SIDEBAR (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR));
  GtkWidget *entry = window_test_find_widget (GTK_WIDGET (sidebar), GTK_TYPE_SEARCH_ENTRY);

  atlas_region_sidebar_search (sidebar, "532900");
  window_test_settle (NULL, NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "532900");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  atlas_region_sidebar_search (sidebar, "wzs");
  window_test_settle (NULL, NULL);
  g_assert_nonnull (find_row (GTK_WIDGET (sidebar), "640300"));
  g_signal_emit_by_name (entry, "next-match"); /* from Wenzhou, the first hit, to the second */
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "450400");

  atlas_region_sidebar_search (sidebar, "wzs");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* What the tab key does; whether the focus is in a widget of TYPE then. */
static gboolean
tab_to (Fixture          *fixture,
        GtkDirectionType  direction,
        GType             type)
{
  GtkWidget *focus;

  gtk_widget_child_focus (GTK_WIDGET (fixture->window), direction);
  window_test_settle (NULL, NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_test_message ("the focus is in a %s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
  return focus != NULL && (g_type_is_a (G_OBJECT_TYPE (focus), type) || gtk_widget_get_ancestor (focus, type) != NULL);
}

/* The tab key does not step through hundreds of regions. */
static void
test_tab_passes_tree (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *focus;

  activate (fixture, "win.search-regions");
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, GTK_TYPE_LIST_VIEW));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (find_row (focus, atlas_session_get_region (fixture->session)));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_FORWARD, ATLAS_TYPE_PAGE));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_BACKWARD, GTK_TYPE_LIST_VIEW));
  g_assert_true (tab_to (fixture, GTK_DIR_TAB_BACKWARD, GTK_TYPE_SEARCH_ENTRY));
  g_assert_false (tab_to (fixture, GTK_DIR_TAB_BACKWARD, ATLAS_TYPE_REGION_SIDEBAR));
}

/* Ningxia is unfolded at first, since Wuzhong is compared; Yinchuan is the first division below it. */
static void
test_keys_of_tree (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *sidebar = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_REGION_SIDEBAR);
  GtkWidget *tree = window_test_find_widget (sidebar, GTK_TYPE_LIST_VIEW);

  activate (fixture, "win.select-region::640000");
  g_assert_true (window_test_press (tree, GDK_KEY_Right));
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640100");
  g_assert_true (window_test_press (tree, GDK_KEY_space));
  g_assert_true (atlas_session_is_compared (fixture->session, "640100"));
  g_assert_true (window_test_press (tree, GDK_KEY_space));
  g_assert_false (atlas_session_is_compared (fixture->session, "640100"));
  g_assert_true (window_test_press (tree, GDK_KEY_Left));
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640000");
  window_test_settle (NULL, NULL);
  g_assert_nonnull (find_row (tree, "640500"));
  g_assert_true (window_test_press (tree, GDK_KEY_Left));
  window_test_settle (NULL, NULL);
  g_assert_null (find_row (tree, "640500"));
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640000");
}

static AtlasTable *
ask (Fixture    *fixture,
     const char *indicator,
     const char *region)
{
  const char *codes[] = { region, NULL };
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  g_autoptr (GError) error = NULL;
  AtlasTable *table;

  atlas_question_set_regions (question, codes);
  atlas_session_apply (fixture->session, question);
  table = atlas_session_ask (fixture->session, question, &error);
  g_assert_no_error (error);
  return table;
}

static void
assert_says (const char *text,
             const char *line)
{
  if (strstr (text, line) == NULL)
    g_test_message ("“%s” is not in:\n%s", line, text);
  g_assert_nonnull (strstr (text, line));
}

static void
test_source_panel (Fixture       *fixture,
                   gconstpointer  data)
{
  AtlasSourcePanel *panel =
    ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (AtlasTable) table = ask (fixture, "certified_share", "532900");
  g_autofree char *empty = atlas_source_panel_dup_text (panel);
  g_autofree char *text = NULL;

  assert_says (empty, "Click a bar or a cell");
  atlas_session_set_selection (fixture->session, table, 0);
  window_test_settle (NULL, NULL);
  text = atlas_source_panel_dup_text (panel);
  assert_says (text, "Dali Bai Autonomous Prefecture · Certified share of social workers\n");
  assert_says (text, "\n11.0%\n477 ÷ 4,330\n");
  assert_says (text, "\nCertified social workers\n477 people\n");
  assert_says (text, "\nAgainst Ningxia\n−20.3 percentage points\n");
  assert_says (text, "\n云南大理：“四聚焦四保障”开启社会工作新格局\n");
  assert_says (text, "\n“其中共有477人”\n");
  assert_says (text, "\nDefinition\n");
}

/* A division that came in with all others of its level is held against the reference as well: 753 of 4,072. */
static void
test_source_panel_of_divisions (Fixture       *fixture,
                                gconstpointer  data)
{
  AtlasSourcePanel *panel =
    ATLAS_SOURCE_PANEL (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_SOURCE_PANEL));
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *text = NULL;

  atlas_question_set_within (question, "640000", ATLAS_REGION_LEVEL_PREFECTURE);
  atlas_session_apply (fixture->session, question);
  table = atlas_session_ask (fixture->session, question, NULL);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (strcmp (atlas_table_get_row (table, i)->region->code, "640300") == 0)
      atlas_session_set_selection (fixture->session, table, i);
  window_test_settle (NULL, NULL);
  text = atlas_source_panel_dup_text (panel);
  assert_says (text, "\n753 people\n");
  assert_says (text, "\nAgainst Ningxia\n18.5% of it\n");
}

static void
test_unknown_page (Fixture       *fixture,
                   gconstpointer  data)
{
  activate (fixture, "win.show-page::no-such-page");
  g_assert_cmpstr (atlas_session_get_page (fixture->session), ==, "compare");
  g_assert_false (atlas_session_can_undo (fixture->session));
}

/* What no button would ask for, but another program can: nothing is shown that is not there, and no warning is due. */
static void
test_odd_parameters (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *actions[] = {
    "win.show-page::", "win.select-region::", "win.select-region::999999", "win.select-region('六四')",
    "win.drill-down::", "win.drill-down::999999", "win.set-reference::", "win.set-reference::999999",
    "win.set-reference::000000", "win.set-indicator::", "win.set-indicator::no_such_indicator",
    "win.set-indicator('a b;c/../d')", "win.compare(@as [])", "win.compare(['','999999'])",
    "win.compare(['640000','640000','999999','640000'])", "win.compare(['640000'])",
    "win.compare(['000000','110000','120000','130000','140000','150000','210000','220000','230000','310000'])",
    "win.set-years((0,0))", "win.set-years((-5,2023))", "win.set-years((2023,-5))", "win.set-years((1,9))",
    "win.set-years((-2147483648,2147483647))", "win.set-years((2147483647,2147483647))",
    "win.stand-in", "win.per-10k", "win.per-10k", "win.stand-in", "win.drill-up", "win.drill-up",
    "win.show-source", "win.show-regions", "win.show-source", "win.show-regions", "win.search-regions",
  };
  const char *pages[] = { "overview", "compare" };

  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
      {
        atlas_session_set_page (fixture->session, pages[page]);
        start (fixture, actions[i]);
        g_assert_nonnull (atlas_session_lookup_region (fixture->session));
        g_assert_cmpint (atlas_session_get_first_year (fixture->session), >=, 0);
        g_assert_cmpint (atlas_session_get_last_year (fixture->session), <=, 9999);
        g_assert_cmpuint (g_strv_length ((char **) atlas_session_get_compare (fixture->session)), <=, 8);
      }
  window_test_settle (NULL, NULL);
  while (atlas_session_can_undo (fixture->session))
    start (fixture, "win.undo");
  activate (fixture, "win.undo");
  while (atlas_session_can_redo (fixture->session))
    start (fixture, "win.redo");
  activate (fixture, "win.redo");
}

/* A window whose dataset could not be opened yet has the actions too. */
static void
test_actions_without_dataset (void)
{
  const char *actions[] = {
    "show-page('compare')", "show-page('none')", "select-region('640000')", "compare(['640000','x'])",
    "set-reference('x')", "set-indicator('x')", "set-years((2021,2022))", "drill-down('640000')", "drill-up",
    "undo", "redo", "new-figure", "export-pdf('')", "export-image('x.png')", "export-table('x.csv')", "print",
    "import('x.csv')", "undo-import", "take-back(int64 1)", "paste-table", "show-rows(('stations', int64 1))",
    "stand-in", "per-10k", "search-regions",
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  Fixture fixture = { g_object_ref (settings), atlas_main_window_new (ADW_APPLICATION (application), settings), NULL };

  gtk_window_present (GTK_WINDOW (fixture.window));
  window_test_settle (is_shown, fixture.window);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *detailed = g_strconcat ("win.", actions[i], NULL);

      activate (&fixture, detailed);
    }
  g_assert_null (window_test_find_toplevel (ATLAS_TYPE_NEW_FIGURE_DIALOG));
  tear_down (&fixture, NULL);
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Runs ACTION with a path in the folder of the tests; (transfer full): what it wrote. */
static char *
export (Fixture    *fixture,
        const char *action,
        const char *name,
        gsize      *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, g_variant_new_string (path));
  window_test_settle (has_file, path);
  window_test_settle (NULL, NULL);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  g_unlink (path);
  return contents;
}

static void
test_exports (Fixture       *fixture,
              gconstpointer  data)
{
  gsize length;
  g_autofree char *pdf = export (fixture, "export-pdf", "report.pdf", &length);
  g_autofree char *png = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = NULL;

  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  png = export (fixture, "export-image", "chart.png", &length);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  csv = export (fixture, "export-table", "table.csv", &length);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF"));
  g_assert_nonnull (strstr (csv, "4072"));
  xlsx = export (fixture, "export-table", "table.xlsx", &length);
  g_assert_cmpmem (xlsx, 4, "PK\x03\x04", 4);
}

static gboolean
is_idle (gpointer window)
{
  return g_action_group_get_action_enabled (window, "print");
}

static void
assert_message (Fixture    *fixture,
                const char *heading,
                const char *says)
{
  GtkWidget *dialog;

  window_test_settle (is_idle, fixture->window);
  window_test_settle (NULL, NULL);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), says));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_export_that_fails (Fixture       *fixture,
                        gconstpointer  data)
{
  start (fixture, "win.export-table::/nonexistent/table.csv");
  assert_message (fixture, "The table was not written", "/nonexistent/table.csv");
  start (fixture, "win.export-image::/nonexistent/chart.png");
  assert_message (fixture, "The picture was not written", "/nonexistent/chart.png");
  start (fixture, "win.export-pdf::/nonexistent/report.pdf");
  assert_message (fixture, "The report was not written", "/nonexistent/report.pdf");
}

/* Where there is nothing to report on, nobody is asked first where to. */
static void
test_export_of_nothing (Fixture       *fixture,
                        gconstpointer  data)
{
  activate (fixture, "win.select-region::820000");
  activate (fixture, "win.show-page::overview");
  start (fixture, "win.export-pdf::");
  g_assert_null (window_test_find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG));
  assert_message (fixture, "The report was not written", "No figure is published for Macao");
  start (fixture, "win.print");
  assert_message (fixture, "The report was not printed", "No figure is published for Macao");
}

/* While a report is made in a worker the main loop runs on, and another export has to wait. */
static void
test_export_in_background (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (folder, "background.pdf", NULL);
  g_autofree char *action = g_strdup_printf ("win.export-pdf::%s", path);

  g_assert_true (is_idle (fixture->window));
  start (fixture, action);
  g_assert_false (is_idle (fixture->window));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  window_test_settle (is_idle, fixture->window);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
}

/* A report that was begun is written even if the window is closed meanwhile. */
static void
test_close_while_exporting (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (folder, "late.pdf", NULL);
  g_autofree char *action = g_strdup_printf ("win.export-pdf::%s", path);

  start (fixture, action);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_test_settle (has_file, path);
  window_test_settle (NULL, NULL);
  g_unlink (path);
  fixture->window = atlas_main_window_new (ADW_APPLICATION (application), fixture->settings);
}

static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  const char *regions[] = { "640000", NULL };
  AtlasReportRequest request = { .template_name = "brief", .regions = regions };
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  AtlasReport *report = atlas_report_build (atlas_session_get_dataset (fixture->session),
                                            atlas_session_get_catalogue (fixture->session), &request, &error);
  AtlasReportPages *pages;
  guint n_pages;

  g_assert_no_error (error);
  pages = atlas_report_pages_new (report);
  n_pages = atlas_report_pages_get_n_pages (pages);
  operation = atlas_report_print_new (pages);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, (int) n_pages);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_unlink (path);
}

static void
test_new_figure (Fixture       *fixture,
                 gconstpointer  data)
{
  AtlasNewFigureDialog *dialog;
  g_autoptr (AtlasTable) before = ask (fixture, "certified_workers", "640100");
  g_autoptr (AtlasTable) after = NULL;
  const AtlasObservation *row;

  g_assert_true (atlas_observation_is_missing (atlas_table_get_row (before, 0)));
  activate (fixture, "win.new-figure");
  dialog = ATLAS_NEW_FIGURE_DIALOG (window_test_find_toplevel (ATLAS_TYPE_NEW_FIGURE_DIALOG));
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (dialog), "Grade"));
  atlas_new_figure_dialog_fill (dialog, "region", "640100");
  g_assert_false (atlas_new_figure_dialog_save (dialog));
  atlas_new_figure_dialog_fill (dialog, "printed", "1200余人");
  g_assert_cmpstr (atlas_new_figure_dialog_get_reading (dialog), ==, "more than 1,200 people");
  atlas_new_figure_dialog_fill (dialog, "date", "2023");
  atlas_new_figure_dialog_fill (dialog, "title", "银川市2023年社会工作总结");
  atlas_new_figure_dialog_fill (dialog, "publisher", "银川市民政局");
  g_assert_true (atlas_new_figure_dialog_save (dialog));
  window_test_settle (NULL, NULL);

  after = ask (fixture, "certified_workers", "640100");
  row = atlas_table_get_row (after, 0);
  g_assert_cmpfloat (row->value, ==, 1200);
  g_assert_cmpint (row->qualifier, ==, ATLAS_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (((AtlasSource *) g_ptr_array_index (row->sources, 0))->title, ==, "银川市2023年社会工作总结");
  g_assert_nonnull (window_test_find_label (GTK_WIDGET (find_row (GTK_WIDGET (fixture->window), "640100")), "≥ 1,200"));
}

static void
test_damaged_file_keeps_dataset (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (folder, "damaged.atlas", NULL);
  AtlasDataset *before = atlas_session_get_dataset (fixture->session);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "no dataset at all", -1, NULL));
  g_assert_false (atlas_main_window_open (fixture->window, path));
  window_test_settle (NULL, NULL);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), path));
  g_assert_true (atlas_session_get_dataset (fixture->session) == before);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unlink (path);
}

static gboolean
has_dataset (gpointer window)
{
  return atlas_session_get_dataset (atlas_main_window_get_session (window)) != NULL;
}

/* A dataset of the user's own is named, and one that nothing can be added to says so. */
static void
test_dataset_is_named (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_nonnull (window_test_find_label (window, "test"));
  g_assert_cmpint (g_chmod (dataset_path, 0444), ==, 0);
  g_assert_true (atlas_main_window_open (fixture->window, dataset_path));
  window_test_settle (NULL, NULL);
  g_assert_cmpint (g_chmod (dataset_path, 0644), ==, 0);
  g_assert_nonnull (window_test_find_label (window, "test · Read-only"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "new-figure"));
}

/* The program starts on the file opened last. Where that is damaged, it says so and shows the published figures. */
static void
test_damaged_last_file (void)
{
  g_autofree char *path = g_build_filename (folder, "last.atlas", NULL);
  g_autofree char *left = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *window, *dialog;

  g_assert_true (g_file_set_contents (path, "no dataset at all", -1, NULL));
  g_settings_set_string (settings, "last-file", path);
  g_application_activate (G_APPLICATION (application));
  window = window_test_find_toplevel (ATLAS_TYPE_MAIN_WINDOW);
  window_test_settle (has_dataset, window);
  dialog = window_test_find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), path));
  left = g_settings_get_string (settings, "last-file");
  g_assert_cmpstr (left, ==, "");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
  g_unlink (path);
}

static gboolean
has_other_dataset (gpointer window)
{
  AtlasDataset *dataset = atlas_session_get_dataset (atlas_main_window_get_session (window));

  return strcmp (atlas_dataset_get_path (dataset), dataset_path) != 0;
}

/* Whatever is open, the way back to the published figures is one action. */
static void
test_open_published (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (AtlasTable) table = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (application), "open-published", NULL);
  window_test_settle (has_other_dataset, fixture->window);
  table = ask (fixture, "certified_workers", "640000");
  g_assert_cmpfloat (atlas_table_get_row (table, 0)->value, ==, 4072);
}

static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *preferences = atlas_preferences_window_new (fixture->settings, fixture->session);
  GtkWidget *scheme;

  gtk_window_present (GTK_WINDOW (preferences));
  window_test_settle (is_shown, preferences);
  atlas_session_set_stand_in (fixture->session, FALSE);
  g_settings_set_string (fixture->settings, "colour-scheme", "dark");
  window_test_settle (NULL, NULL);
  scheme = window_test_find_widget (preferences, ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (scheme)), ==, 2);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* Nothing is wider than the window: what it needs at least fits 720 pixels, and so does each page. */
static void
test_fits_narrow_window (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *pages[] = { "win.show-page::overview", "win.show-page::compare" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      activate (fixture, pages[i]);
      gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 720);
    }
}

static gboolean
is_on (Fixture    *fixture,
       const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);

  return g_variant_get_boolean (state);
}

/* On a narrow window the panes lie over the page: one at a time, and the panel only with something to read in it. */
static void
test_panes_of_narrow_window (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (AtlasTable) table = ask (fixture, "certified_share", "532900");

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 900);
  window_test_settle (NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 800);
  g_assert_false (is_on (fixture, "show-regions"));
  g_assert_false (is_on (fixture, "show-source"));
  activate (fixture, "win.show-regions");
  g_assert_true (is_on (fixture, "show-regions"));
  atlas_session_set_selection (fixture->session, table, 0);
  window_test_settle (NULL, NULL);
  g_assert_true (is_on (fixture, "show-source"));
  g_assert_false (is_on (fixture, "show-regions"));
  atlas_session_set_selection (fixture->session, NULL, 0);
  window_test_settle (NULL, NULL);
  g_assert_false (is_on (fixture, "show-source"));
}

static void
test_state_is_remembered (Fixture       *fixture,
                          gconstpointer  data)
{
  activate (fixture, "win.show-regions");
  activate (fixture, "win.select-region::640300");
  activate (fixture, "win.set-years((2021,2023))");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_false (g_settings_get_boolean (fixture->settings, "sidebar-visible"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "source-panel-visible"));
  fixture->window = atlas_main_window_new (ADW_APPLICATION (application), fixture->settings);
  fixture->session = atlas_main_window_get_session (fixture->window);
  g_assert_cmpstr (atlas_session_get_region (fixture->session), ==, "640300");
  g_assert_cmpint (atlas_session_get_first_year (fixture->session), ==, 2021);
}

static void
build_dataset (void)
{
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("atlas-main-window-XXXXXX", &error);
  dataset_path = g_build_filename (folder, "test.atlas", NULL);
  atlas_dataset_create (dataset_path, csv, TRUE, &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
}

int
main (int    argc,
      char **argv)
{
  int result;

  build_dataset ();
  window_test_init (&argc, &argv);
  application = atlas_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/main-window/finalizes", test_finalizes);
#define ADD(name, function) g_test_add ("/main-window/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("shortcuts-have-actions", test_shortcuts_have_actions);
  ADD ("actions-have-their-types", test_actions_have_their_types);
  ADD ("icon-buttons-have-names", test_icon_buttons_have_names);
  ADD ("pages-follow-actions", test_pages_follow_actions);
  ADD ("sidebar-compares", test_sidebar_compares);
  ADD ("sidebar-marks-missing", test_sidebar_marks_missing);
  ADD ("search", test_search);
  ADD ("tab-passes-tree", test_tab_passes_tree);
  ADD ("keys-of-tree", test_keys_of_tree);
  ADD ("source-panel", test_source_panel);
  ADD ("source-panel-of-divisions", test_source_panel_of_divisions);
  ADD ("unknown-page", test_unknown_page);
  ADD ("odd-parameters", test_odd_parameters);
  g_test_add_func ("/main-window/actions-without-dataset", test_actions_without_dataset);
  ADD ("exports", test_exports);
  ADD ("export-that-fails", test_export_that_fails);
  ADD ("export-of-nothing", test_export_of_nothing);
  ADD ("export-in-background", test_export_in_background);
  ADD ("close-while-exporting", test_close_while_exporting);
  ADD ("print", test_print);
  ADD ("damaged-file-keeps-dataset", test_damaged_file_keeps_dataset);
  g_test_add_func ("/main-window/damaged-last-file", test_damaged_last_file);
  ADD ("dataset-is-named", test_dataset_is_named);
  ADD ("open-published", test_open_published);
  ADD ("preferences", test_preferences);
  ADD ("fits-narrow-window", test_fits_narrow_window);
  ADD ("panes-of-narrow-window", test_panes_of_narrow_window);
  ADD ("state-is-remembered", test_state_is_remembered);
  ADD ("new-figure", test_new_figure);
  result = g_test_run ();

  g_clear_object (&application);
  g_unlink (dataset_path);
  g_free (dataset_path);
  g_free (folder);
  return result;
}
