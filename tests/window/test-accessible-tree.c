/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The window as a screen reader sees it: read over AT-SPI, from a bus of its own, by a thread that knows nothing of GTK. */

#include "config.h"

#include <string.h>

#include "main-window-fixture.h"
#include "window-test.h"

#define ACCESSIBLE "org.a11y.atspi.Accessible"

/* Roles that nobody can use without a name, as GTK calls them. */
static const char *const named_roles[] = {
  "button", "toggle button", "check box", "radio button", "combo box", "search box", "text box", "spin button",
  "switch", "tab", "menu item", NULL,
};

/* Of a long list so many rows are read: the others are made alike. */
#define MAX_ROWS 8

typedef struct {
  GDBusConnection *bus;
  GPtrArray *nameless; /* (element-type utf8): what is shown without a name, with where it is */
  guint n_seen;
  guint n_charts; /* pictures that describe themselves */
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
  if (g_str_equal (role, "image") && name[0] != '\0' && strlen (description) > 40)
    self->n_charts++;
  /* The button within a GtkDropDown or GtkMenuButton is GTK's own: what is around it has the name. */
  if (g_strv_contains (named_roles, role) && is_nameless (name) && strstr (where, "› combo box “") == NULL &&
      strstr (where, "› button “") == NULL)
    g_ptr_array_add (self->nameless, g_strdup_printf ("%s › %s", where, role));
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
  g_ptr_array_set_size (self->nameless, 0);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_in_thread);
  window_test_settle (is_done, task);
  for (guint i = 0; i < self->nameless->len; i++)
    g_printerr ("without a name: %s\n", (char *) g_ptr_array_index (self->nameless, i));
}

static void
test_pages (MainWindow    *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *page;
    guint least_charts;
  } pages[] = { { "overview", 3 }, { "compare", 3 }, { "data", 0 } };
  Reader reader = { connect_to_bus (), g_ptr_array_new_with_free_func (g_free), 0, 0 };

  if (reader.bus == NULL)
    {
      g_test_skip ("there is no bus for accessibility (at-spi2-core)");
      g_ptr_array_unref (reader.nameless);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *action = g_strconcat ("win.show-page::", pages[i].page, NULL);

      main_window_activate (fixture, action);
      read_window (&reader);
      g_test_message ("%s: %u seen, %u charts", pages[i].page, reader.n_seen, reader.n_charts);
      g_assert_cmpuint (reader.n_seen, >, 50);
      g_assert_cmpuint (reader.n_charts, >=, pages[i].least_charts);
      g_assert_cmpuint (reader.nameless->len, ==, 0);
    }
  g_ptr_array_unref (reader.nameless);
  g_object_unref (reader.bus);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  main_window_init (&argc, &argv);
  g_test_add ("/accessible-tree/pages", MainWindow, NULL, main_window_set_up, test_pages, main_window_tear_down);
  result = g_test_run ();
  main_window_finish ();
  return result;
}
