/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The window as a screen reader sees it: read over AT-SPI, from a bus of its own. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "accessible-bus.h"
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

/* No page of the main window is read: what it has beside them is, and other windows. */
#define NO_PAGE (-1)

/* (nullable): on which accessible programs answer; one for all tests. */
static GDBusConnection *bus;

typedef struct {
  guint n_awaited;     /* answers */
  GPtrArray *nameless; /* (element-type utf8): what is shown without a name, with where it is */
  int page;            /* the only one that is read, by its place: GTK 4.8 does not say which of a stack is shown */
  int n_places;        /* of pages that were met */
  const char *within;  /* (nullable): a type of widget, or the title of a window; NULL: anywhere */
  guint n_seen;        /* in one of these */
  guint n_charts;      /* pictures in one of these that describe themselves */
  const char *sought;  /* (nullable): a text that is looked for */
  gboolean was_found;  /* in a name or description */
} Reader;

/* What each thing is asked. */
enum {
  ASK_STATE,
  ASK_ROLE,
  ASK_PROPERTIES,
  ASK_CHILDREN,
  N_ASKED,
};

static const struct {
  const char *interface;
  const char *method;
  const char *type;
} asked[] = {
  [ASK_STATE] = { ACCESSIBLE, "GetState", "(au)" },
  [ASK_ROLE] = { ACCESSIBLE, "GetRoleName", "(s)" },
  [ASK_PROPERTIES] = { "org.freedesktop.DBus.Properties", "GetAll", "(a{sv})" },
  [ASK_CHILDREN] = { ACCESSIBLE, "GetChildren", "(a(so))" },
};

typedef struct {
  Reader *reader;
  GVariant *reply; /* (nullable) */
} Answer;

typedef struct {
  char *owner;
  char *path;
  char *where; /* above it */
  Answer answers[N_ASKED];
  const char *role;
  const char *name;
  const char *description;
} Thing;

static Thing *
thing_new (const char *owner,
           const char *path,
           const char *where)
{
  Thing *self = g_new0 (Thing, 1);

  self->owner = g_strdup (owner);
  self->path = g_strdup (path);
  self->where = g_strdup (where);
  self->role = self->name = self->description = "";
  return self;
}

static void
thing_free (Thing *self)
{
  for (guint i = 0; i < N_ASKED; i++)
    g_clear_pointer (&self->answers[i].reply, g_variant_unref);
  g_free (self->owner);
  g_free (self->path);
  g_free (self->where);
  g_free (self);
}

static void
answered (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  answer->reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  answer->reader->n_awaited--;
}

static void
ask (Reader *self,
     Thing  *thing)
{
  for (guint i = 0; i < N_ASKED; i++)
    {
      GVariant *parameters = i == ASK_PROPERTIES ? g_variant_new ("(s)", ACCESSIBLE) : NULL;

      thing->answers[i].reader = self;
      self->n_awaited++;
      g_dbus_connection_call (bus, thing->owner, thing->path, asked[i].interface, asked[i].method, parameters,
                              G_VARIANT_TYPE (asked[i].type), G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, answered,
                              &thing->answers[i]);
    }
}

static gboolean
has_answers (gpointer reader)
{
  return ((Reader *) reader)->n_awaited == 0;
}

/* The texts stay with the answers. */
static void
understand (Thing *self)
{
  GVariant *properties = self->answers[ASK_PROPERTIES].reply;
  g_autoptr (GVariant) texts = properties != NULL ? g_variant_get_child_value (properties, 0) : NULL;

  if (self->answers[ASK_ROLE].reply != NULL)
    g_variant_get (self->answers[ASK_ROLE].reply, "(&s)", &self->role);
  if (texts != NULL)
    {
      g_variant_lookup (texts, "Name", "&s", &self->name);
      g_variant_lookup (texts, "Description", "&s", &self->description);
    }
}

/* ATSPI_STATE_VISIBLE is bit 30: GTK 4.8 sets no other. */
static gboolean
is_showing (const Thing *self)
{
  g_autoptr (GVariant) states = NULL;
  guint32 low = 0;

  if (self->answers[ASK_STATE].reply == NULL)
    return FALSE;
  g_variant_get (self->answers[ASK_STATE].reply, "(@au)", &states);
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
judge (Reader      *self,
       const Thing *thing)
{
  gboolean is_within = self->within == NULL || strstr (thing->where, self->within) != NULL;

  self->n_seen += is_within;
  self->was_found |= self->sought != NULL && (strstr (thing->name, self->sought) != NULL ||
                                              strstr (thing->description, self->sought) != NULL);
  if (is_within && g_str_equal (thing->role, "image") && thing->name[0] != '\0' && strlen (thing->description) > 40)
    self->n_charts++;
  if (g_strv_contains (named_roles, thing->role) && is_nameless (thing->name) &&
      !is_within_named (thing->where, thing->role))
    g_ptr_array_add (self->nameless, g_strdup_printf ("%s › %s “%s”", thing->where, thing->role, thing->name));
}

static gboolean
is_other_page (Reader      *self,
               const Thing *thing)
{
  return g_str_equal (thing->name, "AtlasPagePlace") && self->n_places++ != self->page;
}

static void
add_children (const Thing *thing,
              GPtrArray   *level)
{
  g_autofree char *here = g_strdup_printf ("%s › %s “%s”", thing->where, thing->role, thing->name);
  g_autoptr (GVariant) children = NULL;

  if (thing->answers[ASK_CHILDREN].reply == NULL)
    return;
  g_variant_get (thing->answers[ASK_CHILDREN].reply, "(@a(so))", &children);
  for (gsize i = 0; i < g_variant_n_children (children) && (i < MAX_ROWS || !g_str_equal (thing->role, "list")); i++)
    {
      const char *owner;
      const char *path;

      g_variant_get_child (children, i, "(&s&o)", &owner, &path);
      g_ptr_array_add (level, thing_new (owner, path, here));
    }
}

/* The things of LEVEL, all asked at once, which takes as long as one; (element-type Thing) (transfer full): those below them.
 * The desktop and the programs on it have no such state as being shown. */
static GPtrArray *
read_level (Reader    *self,
            GPtrArray *level,
            gboolean   has_state)
{
  GPtrArray *below = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);

  for (guint i = 0; i < level->len; i++)
    ask (self, g_ptr_array_index (level, i));
  window_test_settle (has_answers, self);
  for (guint i = 0; i < level->len; i++)
    {
      Thing *thing = g_ptr_array_index (level, i);

      if (has_state && !is_showing (thing))
        continue;
      understand (thing);
      judge (self, thing);
      if (!is_other_page (self, thing))
        add_children (thing, below);
    }
  return below;
}

/* What stands on the bus now. */
static void
read_window (Reader *self)
{
  g_autoptr (GPtrArray) level = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);

  self->n_seen = self->n_charts = 0;
  self->n_places = 0;
  self->was_found = FALSE;
  g_ptr_array_set_size (self->nameless, 0);
  g_ptr_array_add (level, thing_new ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", ""));
  for (guint depth = 0; level->len > 0; depth++)
    {
      GPtrArray *below = read_level (self, level, depth > 1);

      g_ptr_array_unref (level);
      level = below;
    }
  for (guint i = 0; i < self->nameless->len; i++)
    g_printerr ("without a name: %s\n", (char *) g_ptr_array_index (self->nameless, i));
}

/* FALSE: there is no bus, and the test is skipped. */
static gboolean
begin (Reader *self)
{
  *self = (Reader) { 0, g_ptr_array_new_with_free_func (g_free), NO_PAGE };
  if (bus == NULL)
    g_test_skip ("there is no bus for accessibility (at-spi2-core)");
  return bus != NULL;
}

static void
end (Reader *self)
{
  g_ptr_array_unref (self->nameless);
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

/* The pages, and what each holds. */
static const struct {
  const char *name;
  const char *type;
  guint least_charts;
} pages[] = {
  { "overview", "AtlasOverviewPage", 4 }, { "compare", "AtlasComparePage", 4 }, { "trends", "AtlasCardPage", 1 },
  { "coverage", "AtlasCardPage", 3 },     { "funding", "AtlasCardPage", 3 },    { "data", "AtlasDataPage", 0 },
  { "report", "AtlasReportPage", 1 },
};

/* The page NAME, which is what is read from now on. */
static guint
show_page (Reader     *reader,
           MainWindow *fixture,
           const char *name)
{
  g_autofree char *action = g_strconcat ("win.show-page::", name, NULL);
  guint page = 0;

  while (!g_str_equal (pages[page].name, name))
    page++;
  main_window_activate (fixture, action);
  window_test_settle (is_page_complete, atlas_main_window_get_page (fixture->window));
  window_test_settle (NULL, NULL);
  reader->page = (int) page;
  reader->within = pages[page].type;
  return page;
}

static void
test_pages (MainWindow    *fixture,
            gconstpointer  data)
{
  Reader reader;

  if (begin (&reader))
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        show_page (&reader, fixture, pages[i].name);
        check (&reader, pages[i].name, 20);
        g_assert_cmpuint (reader.n_charts, >=, pages[i].least_charts);
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
      show_page (&reader, fixture, "data");
      for (guint i = 0; i < G_N_ELEMENTS (views); i++)
        {
          atlas_data_page_show_table (ATLAS_DATA_PAGE (atlas_main_window_get_page (fixture->window)), views[i]);
          window_test_settle (NULL, NULL);
          check (&reader, views[i], 20);
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
  Reader reader;

  if (begin (&reader))
    {
      show_page (&reader, fixture, "compare");
      reader.sought = "Ningxia · Certified social workers 4,072 people, 2023";
      read_window (&reader);
      g_assert_false (reader.was_found);
      g_assert_true (window_test_press (window_test_find_widget (GTK_WIDGET (fixture->window), ATLAS_TYPE_CHART_VIEW),
                                        GDK_KEY_Home));
      window_test_settle (NULL, NULL);
      check (&reader, "mark", 50); /* with the source panel filled */
      g_assert_true (reader.was_found);
    }
  end (&reader);
}

/* The window of TYPE, read and closed. */
static void
check_dialog (Reader     *reader,
              const char *what,
              GType       type)
{
  GtkWidget *window = window_test_find_toplevel (type);
  g_autofree char *title = NULL;

  g_assert_nonnull (window);
  title = g_strdup_printf (" “%s” › ", gtk_window_get_title (GTK_WINDOW (window)));
  reader->within = title;
  check (reader, what, 20);
  reader->within = NULL;
  gtk_window_destroy (GTK_WINDOW (window));
  window_test_settle (NULL, NULL);
}

static void
check_action (Reader     *reader,
              MainWindow *fixture,
              const char *action,
              GType       type)
{
  main_window_activate (fixture, action);
  check_dialog (reader, action, type);
}

/* A window that ACTION of the program opens. */
static void
check_app_action (Reader     *reader,
                  const char *action,
                  GVariant   *parameter,
                  GType       type)
{
  g_action_group_activate_action (G_ACTION_GROUP (main_window_get_application ()), action, parameter);
  window_test_settle (NULL, NULL);
  check_dialog (reader, action, type);
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
  check_dialog (reader, "import", ATLAS_TYPE_IMPORT_DIALOG);
  g_unlink (path);
}

static void
test_dialogs (MainWindow    *fixture,
              gconstpointer  data)
{
  Reader reader;

  if (begin (&reader))
    {
      check_app_action (&reader, "preferences", NULL, ATLAS_TYPE_PREFERENCES_WINDOW);
      check_app_action (&reader, "help", g_variant_new_string (""), ATLAS_TYPE_HELP_WINDOW);
      check_action (&reader, fixture, "win.new-figure", ATLAS_TYPE_NEW_FIGURE_DIALOG);
      check_action (&reader, fixture, "win.report-each-in::640000", ATLAS_TYPE_BATCH_DIALOG);
      check_action (&reader, fixture, "win.show-help-overlay", GTK_TYPE_SHORTCUTS_WINDOW);
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
  int status;

  bus = accessible_bus_connect ();
  status = main_window_run (&argc, &argv, "/accessible-tree/", main_window_set_up, tests, G_N_ELEMENTS (tests));
  g_clear_object (&bus);
  return status;
}
