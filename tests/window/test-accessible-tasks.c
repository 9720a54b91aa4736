/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Whole tasks of one who hears the window and has a keyboard: keys go in, and nothing is known but what AT-SPI tells. */

#include "config.h"

#include <string.h>

#include "accessible-bus.h"
#include "main-window-fixture.h"
#include "window-test.h"

#define ACCESSIBLE "org.a11y.atspi.Accessible"
/* More than there are stops from the list of regions to the last card. */
#define MOST_STEPS 60
#define CONTROL_CODE 37

/* (nullable): on which the window is heard; one for all tests. */
static GDBusConnection *bus;

typedef struct {
  MainWindow *fixture;
  guint subscription;
  char *owner; /* (nullable): of what has the focus */
  char *path;
  gboolean is_answered;
  char *heard; /* (nullable): its name and description */
} Ear;

static void
focus_heard (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  Ear *self = user_data;
  const char *detail;
  int is_so;

  g_variant_get (parameters, "(&siiva{sv})", &detail, &is_so, NULL, NULL, NULL);
  if (strcmp (detail, "focused") != 0 || !is_so)
    return;
  g_free (self->owner);
  g_free (self->path);
  self->owner = g_strdup (sender);
  self->path = g_strdup (path);
}

static gboolean
is_answered (gpointer ear)
{
  return ((Ear *) ear)->is_answered;
}

static void
name_answered (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  Ear *self = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  g_autoptr (GVariant) texts = reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
  const char *name = "", *description = "";

  if (texts != NULL)
    {
      g_variant_lookup (texts, "Name", "&s", &name);
      g_variant_lookup (texts, "Description", "&s", &description);
    }
  self->heard = g_strdup_printf ("%s | %s", name, description);
  self->is_answered = TRUE;
}

/* All that a key brings about is shown, and told. */
static void
wait_for_all (Ear *self)
{
  /* What the server has sent before it answers. */
  gdk_display_sync (gdk_display_get_default ());
  window_test_settle (NULL, NULL);
  window_test_settle_answers (self->fixture->session);
  window_test_settle (NULL, NULL);
}

/* What is read of what has the focus now; borrowed, until it is asked again. */
static const char *
hear (Ear *self)
{
  window_test_settle (NULL, NULL);
  g_clear_pointer (&self->heard, g_free);
  self->is_answered = FALSE;
  g_assert_nonnull (self->path);
  g_dbus_connection_call (bus, self->owner, self->path, "org.freedesktop.DBus.Properties", "GetAll",
                          g_variant_new ("(s)", ACCESSIBLE), G_VARIANT_TYPE ("(a{sv})"), G_DBUS_CALL_FLAGS_NONE, G_MAXINT,
                          NULL, name_answered, self);
  window_test_settle (is_answered, self);
  g_test_message ("heard: %s", self->heard);
  return self->heard;
}

/* FALSE: there is no bus, and the test is skipped. */
static gboolean
begin (Ear        *self,
       MainWindow *fixture)
{
  *self = (Ear) { fixture };
  if (bus == NULL)
    {
      g_test_skip ("there is no bus for accessibility (at-spi2-core)");
      return FALSE;
    }
  self->subscription =
    g_dbus_connection_signal_subscribe (bus, NULL, "org.a11y.atspi.Event.Object", "StateChanged", NULL, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, focus_heard, self, NULL);
  wait_for_all (self);
  return TRUE;
}

static void
end (Ear *self)
{
  if (bus != NULL)
    g_dbus_connection_signal_unsubscribe (bus, self->subscription);
  g_free (self->owner);
  g_free (self->path);
  g_free (self->heard);
}

static void
assert_heard (Ear        *self,
              const char *text)
{
  const char *heard = hear (self);

  if (strstr (heard, text) == NULL)
    g_error ("heard “%s” where “%s” was expected", heard, text);
}

static void
key_sent (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Ear *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  g_assert_no_error (error);
  self->is_answered = TRUE;
}

/* How the registry takes a key, as AT-SPI numbers it. */
enum { KEY_PRESS = 0, KEY_RELEASE = 1, KEY_SYMBOL = 3 };

static void
send_key (Ear   *self,
          int    code,
          guint  how)
{
  self->is_answered = FALSE;
  g_dbus_connection_call (bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller",
                          "org.a11y.atspi.DeviceEventController", "GenerateKeyboardEvent",
                          g_variant_new ("(isu)", code, "", how), NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, key_sent,
                          self);
  window_test_settle (is_answered, self);
}

static void
press (Ear   *self,
       guint  symbol)
{
  send_key (self, (int) symbol, KEY_SYMBOL);
  wait_for_all (self);
}

/* With the key of that X has for Control on the keyboard of a server without one. */
static void
press_with_control (Ear   *self,
                    guint  symbol)
{
  send_key (self, CONTROL_CODE, KEY_PRESS);
  send_key (self, (int) symbol, KEY_SYMBOL);
  send_key (self, CONTROL_CODE, KEY_RELEASE);
  wait_for_all (self);
}

static void
type (Ear        *self,
      const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    press (self, (guint) *c);
}

/* As often as it takes until TEXT is heard; the key is Tab, or an arrow. */
static void
press_until (Ear        *self,
             guint       symbol,
             const char *text)
{
  for (guint i = 0; i < MOST_STEPS; i++)
    {
      press (self, symbol);
      if (strstr (hear (self), text) != NULL)
        return;
    }
  g_error ("the key does not come to “%s”", text);
}

/* How many certified workers has Wuzhong, and where is that from? */
static void
test_figure (MainWindow    *fixture,
             gconstpointer  data)
{
  Ear ear;

  if (begin (&ear, fixture))
    {
      press_with_control (&ear, GDK_KEY_1);
      press_with_control (&ear, GDK_KEY_f);
      assert_heard (&ear, "Name, code, pinyin or initials");
      type (&ear, "wuzhong");
      assert_heard (&ear, "found: Wuzhong City");
      press (&ear, GDK_KEY_Return);
      assert_heard (&ear, "Wuzhong City, 753");
      press_until (&ear, GDK_KEY_Tab, "Certified social workers · 2023 753 people | Show where this number comes from");
      press (&ear, GDK_KEY_Return);
      press (&ear, GDK_KEY_F6);
      assert_heard (&ear, "Wuzhong City · Certified social workers, 753 people, ");
      assert_heard (&ear, "“持证社会工作人才753人”, 央视网");
    }
  end (&ear);
}

/* Three cities of Ningxia side by side: their boxes are in the rows of the list, which say what they hold. */
static void
test_comparison (MainWindow    *fixture,
                 gconstpointer  data)
{
  Ear ear;

  if (begin (&ear, fixture))
    {
      press_with_control (&ear, GDK_KEY_f);
      type (&ear, "guyuan");
      press (&ear, GDK_KEY_Return);
      assert_heard (&ear, "Guyuan City, —");
      press (&ear, GDK_KEY_space);
      press_until (&ear, GDK_KEY_Down, "Zhongwei City");
      press (&ear, GDK_KEY_space);
      press_with_control (&ear, GDK_KEY_2);
      press_until (&ear, GDK_KEY_Tab, "Take Ningxia out of the comparison");
      press (&ear, GDK_KEY_space);
      press_until (&ear, GDK_KEY_Tab, "Take Guyuan City out of the comparison");
      press_until (&ear, GDK_KEY_Tab, "Reference Wuzhong City");
      press_until (&ear, GDK_KEY_Tab, "Wuzhong City · Certified social workers: 753");
    }
  end (&ear);
}

/* The report as PDF: the template is chosen in a list, and where it is written is asked by the system. */
static void
test_report (MainWindow    *fixture,
             gconstpointer  data)
{
  Ear ear;

  if (begin (&ear, fixture))
    {
      press_with_control (&ear, GDK_KEY_7);
      press_with_control (&ear, GDK_KEY_f);
      press_until (&ear, GDK_KEY_Tab, "Template Brief on one region");
      press (&ear, GDK_KEY_space);
      assert_heard (&ear, "Brief on one region");
      press_until (&ear, GDK_KEY_Down, "Coverage");
      press (&ear, GDK_KEY_Return);
      assert_heard (&ear, "Template Coverage");
      press_until (&ear, GDK_KEY_Tab, "As what the report is written PDF");
      press_until (&ear, GDK_KEY_Tab, "Export…");
    }
  end (&ear);
}

int
main (int   argc,
      char *argv[])
{
  static const MainWindowTest tests[] = {
    { "figure", test_figure },
    { "comparison", test_comparison },
    { "report", test_report },
  };
  int status;

  bus = accessible_bus_connect ();
  status = main_window_run (&argc, &argv, "/accessible-tasks/", main_window_set_up, tests, G_N_ELEMENTS (tests));
  g_clear_object (&bus);
  return status;
}
