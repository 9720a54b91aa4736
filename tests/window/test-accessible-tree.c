/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The window as a screen reader sees it: read over AT-SPI, from a bus of its own, by a thread that knows nothing of GTK. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "main-window-fixture.h"
#include "window-test.h"
#include "window/chart-views/chart-view.h"
#include "window/help-window.h"
#include "window/imports/import-dialog.h"
#include "window/imports/new-figure-dialog.h"
#include "window/pages/card-page.h"
#include "window/pages/data-page.h"
#include "window/preferences-window.h"
#include "window/report/batch-dialog.h"

#define ACCESSIBLE "org.a11y.atspi.Accessible"

/* Roles that nobody can use without a name, as GTK calls them. */
static const char *const named_roles[] = {
  "button", "toggle button", "check box", "radio button", "combo box", "search box", "text box", "spin button",
  "switch", "tab", "menu item", "progress bar", "slider", "link", "list", "table", "tree", "tree grid", "dialog", NULL,
};

/* Of a long list so many rows are read: the others are made alike. */
#define MAX_ROWS 8

typedef struct {
  GDBusConnection *bus;
  GPtrArray *nameless; /* (element-type utf8): what is shown without a name, with where it is */
  guint n_seen;
  const char *within; /* (nullable): a type of widget */
  guint n_charts;       /* pictures in one of these that describe themselves */
  const char *sought;   /* (nullable): a text that is looked for */
  gboolean was_found;   /* in a name or description */
} Reader;

static GVariant *
call (Reader             *self,
      const char         *owner,
      const char         *path,
      const char         *interface,
      const char         *method,
      GVariant           *parameters,
      const GVariantType *type)
{
  return g_dbus_connection_call_sync (self->bus, owner, path, interface, method, parameters, type,
                                      G_DBUS_CALL_FLAGS_NONE, 5000, NULL, NULL);
}

/* (transfer full): "" where there is none. */
static char *
dup_property (Reader     *self,
              const char *owner,
              const char *path,
              const char *name)
{
  g_autoptr (GVariant) reply = call (self, owner, path, "org.freedesktop.DBus.Properties", "Get",
                                     g_variant_new ("(ss)", ACCESSIBLE, name), G_VARIANT_TYPE ("(v)"));
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    return g_strdup ("");
  g_variant_get (reply, "(v)", &value);
  return g_variant_dup_string (value, NULL);
}

static char *
dup_role (Reader     *self,
          const char *owner,
          const char *path)
{
  g_autoptr (GVariant) reply = call (self, owner, path, ACCESSIBLE, "GetRoleName", NULL, G_VARIANT_TYPE ("(s)"));
  const char *role = "";

  if (reply != NULL)
    g_variant_get (reply, "(&s)", &role);
  return g_strdup (role);
}

/* ATSPI_STATE_VISIBLE is bit 30: GTK 4.8 sets no other. */
static gboolean
is_showing (Reader     *self,
            const char *owner,
            const char *path)
{
  g_autoptr (GVariant) reply = call (self, owner, path, ACCESSIBLE, "GetState", NULL, G_VARIANT_TYPE ("(au)"));
  g_autoptr (GVariant) states = NULL;
  guint32 low = 0;

  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(@au)", &states);
  g_variant_get_child (states, 0, "u", &low);
  return (low & (1u << 30)) != 0;
}

/* GTK calls what has no name after its type. */
static gboolean
is_nameless (const char *name)
{
  return name[0] == '\0' || g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Adw") ||
         g_str_has_prefix (name, "Atlas");
}

/* Parts that GTK and libadwaita make for themselves: what is around them has the name. The button within a GtkDropDown or
 * GtkMenuButton, the rows within a GtkColumnView, the lists, tabs and search of an AdwPreferencesWindow, and all of a
 * GtkShortcutsWindow. */
static gboolean
is_within_named (const char *where,
                 const char *role)
{
  static const char *const of_preferences[] = { "list", "tab", "search box", NULL };

  return strstr (where, "window “Keyboard shortcuts”") != NULL || strstr (where, "› combo box “") != NULL || strstr (where, "› button “") != NULL ||
         (g_str_equal (role, "list") && strstr (where, "› tree grid “") != NULL) ||
         (g_strv_contains (of_preferences, role) && strstr (where, "window “Preferences”") != NULL);
}

static void
judge (Reader     *self,
       const char *owner,
       const char *path,
       const char *where)
{
  g_autofree char *role = dup_role (self, owner, path);
  g_autofree char *name = dup_property (self, owner, path, "Name");
  g_autofree char *description = dup_property (self, owner, path, "Description");

  self->n_seen++;
  self->was_found |= self->sought != NULL && (strstr (name, self->sought) != NULL || strstr (description, self->sought) != NULL);
  if (g_str_equal (role, "image") && name[0] != '\0' && strlen (description) > 40 &&
      (self->within == NULL || strstr (where, self->within) != NULL))
    self->n_charts++;
  if (g_strv_contains (named_roles, role) && is_nameless (name) && !is_within_named (where, role))
    g_ptr_array_add (self->nameless, g_strdup_printf ("%s › %s “%s”", where, role, name));
}

static void
walk (Reader     *self,
      const char *owner,
      const char *path,
      const char *where,
      guint       depth)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) children = NULL;
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autofree char *here = NULL;

  /* The desktop and the programs on it have no such state. */
  if (depth > 60 || (depth > 1 && !is_showing (self, owner, path)))
    return;
  judge (self, owner, path, where);
  reply = call (self, owner, path, ACCESSIBLE, "GetChildren", NULL, G_VARIANT_TYPE ("(a(so))"));
  if (reply == NULL)
    return;
  role = dup_role (self, owner, path);
  name = dup_property (self, owner, path, "Name");
  here = g_strdup_printf ("%s › %s “%s”", where, role, name);
  g_variant_get (reply, "(@a(so))", &children);
  for (gsize i = 0; i < g_variant_n_children (children) && (i < MAX_ROWS || !g_str_equal (role, "list")); i++)
    {
      const char *child_owner;
      const char *child_path;

      g_variant_get_child (children, i, "(&s&o)", &child_owner, &child_path);
      walk (self, child_owner, child_path, here, depth + 1);
    }
}

/* The bus on which accessible programs answer; (transfer full) (nullable). */
static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) reply = NULL;
  const char *address;

  if (session == NULL)
    return NULL;
  reply = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                       G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, 5000, NULL, NULL);
  if (reply == NULL)
    return NULL;
  g_variant_get (reply, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync (address,
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                   G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, NULL);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Reader *self = data;

  walk (self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", "", 0);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_done (gpointer task)
{
  return g_task_get_completed (task);
}

/* What stands on the bus now, while the main loop answers. */
static void
read_window (Reader *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->n_seen = self->n_charts = 0;
  self->was_found = FALSE;
  g_ptr_array_set_size (self->nameless, 0);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_in_thread);
  window_test_settle (is_done, task);
  for (guint i = 0; i < self->nameless->len; i++)
    g_printerr ("without a name: %s\n", (char *) g_ptr_array_index (self->nameless, i));
}

/* FALSE: there is no bus, and the test is skipped. */
static gboolean
begin (Reader *self)
{
  *self = (Reader) { connect_to_bus (), g_ptr_array_new_with_free_func (g_free) };
  if (self->bus == NULL)
    g_test_skip ("there is no bus for accessibility (at-spi2-core)");
  return self->bus != NULL;
}

static void
end (Reader *self)
{
  g_ptr_array_unref (self->nameless);
  g_clear_object (&self->bus);
}

static void
check (Reader     *self,
       const char *what,
       guint       least_seen)
{
  read_window (self);
  g_test_message ("%s: %u seen, %u charts", what, self->n_seen, self->n_charts);
  g_assert_cmpuint (self->n_seen, >, least_seen);
  g_assert_cmpuint (self->nameless->len, ==, 0);
}

static gboolean
is_page_complete (gpointer page)
{
  return atlas_page_is_complete (page);
}

/* What was never shown has nothing to say yet. */
static void
visit_pages (MainWindow *fixture)
{
  main_window_activate (fixture, "win.show-page::data");
  main_window_activate (fixture, "win.show-page::overview");
}

static void
test_pages (MainWindow    *fixture,
            gconstpointer  data)
{
  /* Pages of cards are of one type: there the charts of the earlier ones count too. */
  static const struct {
    const char *page;
    const char *type;
    guint least_charts;
  } pages[] = {
    { "overview", "AtlasOverviewPage", 4 }, { "compare", "AtlasComparePage", 4 }, { "trends", "AtlasCardPage", 1 },
    { "coverage", "AtlasCardPage", 3 },     { "funding", "AtlasCardPage", 5 },    { "data", "AtlasDataPage", 0 },
    { "report", "AtlasReportPage", 1 },
  };
  Reader reader;

  if (begin (&reader))
    {
      visit_pages (fixture);
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        {
          g_autofree char *action = g_strconcat ("win.show-page::", pages[i].page, NULL);

          main_window_activate (fixture, action);
          window_test_settle (is_page_complete, atlas_main_window_get_page (fixture->window));
          reader.within = pages[i].type;
          check (&reader, pages[i].page, 50);
          g_assert_cmpuint (reader.n_charts, >=, pages[i].least_charts);
        }
    }
  end (&reader);
}

/* The lists of the Data page, and the page of a programme. */
static void
test_data (MainWindow    *fixture,
           gconstpointer  data)
{
  static const char *const views[] = { "figures", "sources", "stations", "programmes", "imports", "returns" };
  Reader reader;

  if (begin (&reader))
    {
      visit_pages (fixture);
      main_window_activate (fixture, "win.show-page::data");
      for (guint i = 0; i < G_N_ELEMENTS (views); i++)
        {
          atlas_data_page_show_table (ATLAS_DATA_PAGE (atlas_main_window_get_page (fixture->window)), views[i]);
          window_test_settle (NULL, NULL);
          check (&reader, views[i], 50);
        }
      main_window_activate (fixture, "win.show-programme::S01");
      check (&reader, "programme", 50);
    }
  end (&reader);
}

/* A chart says the mark that the keyboard is on before it says the whole. */
static void
test_current_mark (MainWindow    *fixture,
                   gconstpointer  data)
{
  GtkWidget *view = window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_CHART_VIEW);
  Reader reader;

  if (begin (&reader))
    {
      visit_pages (fixture);
      reader.sought = "Ningxia · Certified social workers 4,072 people, 2023";
      read_window (&reader);
      g_assert_false (reader.was_found);
      g_assert_true (window_test_press (view, GDK_KEY_Home));
      window_test_settle (NULL, NULL);
      check (&reader, "mark", 50); /* with the source panel filled */
      g_assert_true (reader.was_found);
    }
  end (&reader);
}

/* A window that ACTION of the program opens, read and closed. */
static void
check_app_window (Reader     *reader,
                  const char *action,
                  GVariant   *parameter,
                  GType       type)
{
  GtkWidget *window;

  g_action_group_activate_action (G_ACTION_GROUP (main_window_get_application ()), action, parameter);
  window_test_settle (NULL, NULL);
  window = window_test_find_toplevel (type);
  g_assert_nonnull (window);
  check (reader, action, 50);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
}

static void
check_dialog (Reader     *reader,
              MainWindow *fixture,
              const char *action,
              GType       type)
{
  GtkWidget *window;

  main_window_activate (fixture, action);
  window = window_test_find_toplevel (type);
  g_assert_nonnull (window);
  check (reader, action, 50);
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
}

static gboolean
has_import_dialog (gpointer data)
{
  return window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG) != NULL;
}

static void
check_import (Reader     *reader,
              MainWindow *fixture)
{
  g_autofree char *path = main_window_dup_path ("stations.csv");
  g_autofree char *action = g_strdup_printf ("win.import::%s", path);

  g_assert_true (g_file_set_contents (path,
                                      "station_id,name,tier,region_code,status\n"
                                      "1,Hongsibao,township_station,640303100,operating\n"
                                      "2,Nowhere,township_station,999999,operating\n", -1, NULL));
  main_window_start (fixture, action);
  window_test_settle (has_import_dialog, NULL);
  window_test_settle (NULL, NULL);
  check (reader, "import", 50);
  gtk_window_destroy (GTK_WINDOW (window_test_find_toplevel (ATLAS_TYPE_IMPORT_DIALOG)));
  window_test_settle (NULL, NULL);
  g_unlink (path);
}

static void
test_dialogs (MainWindow    *fixture,
              gconstpointer  data)
{
  Reader reader;

  if (begin (&reader))
    {
      visit_pages (fixture);
      check_app_window (&reader, "preferences", NULL, ATLAS_TYPE_PREFERENCES_WINDOW);
      check_app_window (&reader, "help", g_variant_new_string (""), ATLAS_TYPE_HELP_WINDOW);
      check_dialog (&reader, fixture, "win.new-figure", ATLAS_TYPE_NEW_FIGURE_DIALOG);
      check_dialog (&reader, fixture, "win.report-each-in::640000", ATLAS_TYPE_BATCH_DIALOG);
      check_dialog (&reader, fixture, "win.show-help-overlay", GTK_TYPE_SHORTCUTS_WINDOW);
      check_import (&reader, fixture);
    }
  end (&reader);
}

int
main (int   argc,
      char *argv[])
{
  static const MainWindowTest tests[] = {
    { "pages", test_pages },
    { "data", test_data },
    { "current-mark", test_current_mark },
    { "dialogs", test_dialogs },
  };

  return main_window_run (&argc, &argv, "/accessible-tree/", main_window_set_up, tests, G_N_ELEMENTS (tests));
}
