/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window-test.h"

#include <locale.h>
#include <string.h>

#include "dataset/registers/import.h"
#include "test-folder.h"
#include "window/resources.h"
#include "window/state/region-colours.h"

/* Nothing waits that long but for a test that fails; a machine that does other work, under the sanitizers, is slow. */
#define PATIENCE (60 * G_USEC_PER_SEC)

void
window_test_init (int    *argc,
                  char ***argv)
{
  setlocale (LC_ALL, "");
  g_resources_register (atlas_resources_get_resource ());
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  atlas_region_colours_install (gdk_display_get_default ());
}

AtlasSession *
window_test_session_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = test_folder_make ();
  g_autofree char *path = NULL;
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  AtlasSession *session = atlas_session_new ();

  g_object_set_data_full (G_OBJECT (session), "test-folder", folder, (GDestroyNotify) test_folder_remove);
  path = g_build_filename (folder, "test.atlas", NULL);
  atlas_dataset_create (path, csv, TRUE, &error);
  g_assert_no_error (error);
  atlas_session_open (session, path, &error);
  g_assert_no_error (error);
  return session;
}

void
window_test_import (AtlasDataset *dataset,
                    const char   *table,
                    const char   *as_of,
                    const char   *covers,
                    const char   *csv)
{
  g_auto (GStrv) codes = covers != NULL ? g_strsplit (covers, ",", -1) : NULL;
  AtlasImportOptions options = {
    .table = atlas_table_definition_find (table), .as_of = (char *) as_of, .covers = codes, .partial = covers == NULL,
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportResult) result =
    atlas_import_run_bytes (dataset, bytes, table, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

GtkWindow *
window_test_show (GtkWidget *child,
                  int        width,
                  int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  window_test_settle (is_laid_out, child);
  window_test_settle (NULL, NULL);
  return GTK_WINDOW (window);
}

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
window_test_settle (gboolean (*done) (gpointer data),
                    gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint timer = g_timeout_add (20, wake, NULL);

  if (done == NULL)
    {
      /* A few frames: sizes that depend on each other settle in two. */
      for (int i = 0; i < 8; i++)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE) && g_get_monotonic_time () < end)
        ;
    }
  else
    {
      while (!done (data) && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (done (data));
    }
  g_source_remove (timer);
}

static gboolean
is_answered (gpointer session)
{
  return !atlas_session_is_asking (session);
}

void
window_test_settle_answers (AtlasSession *session)
{
  /* What is shown of an answer may ask for more. */
  do
    {
      window_test_settle (is_answered, session);
      window_test_settle (NULL, NULL);
    }
  while (!is_answered (session));
}

static gboolean
is_last_reference (gpointer object)
{
  return g_atomic_int_get ((int *) &G_OBJECT (object)->ref_count) == 1;
}

void
window_test_finalize (gpointer object)
{
  window_test_settle (is_last_reference, object);
  g_assert_finalize_object (object);
}

/* The first of WIDGET's controllers of TYPE that button 1 (0: any) drives. */
static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type,
                 guint      button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type) &&
          (button == 0 || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller;
    }
  return NULL;
}

static gboolean
activate_shortcut (GtkWidget       *widget,
                   GtkShortcut     *shortcut,
                   guint            key,
                   GdkModifierType  modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  if (!GTK_IS_KEYVAL_TRIGGER (trigger) || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key ||
      gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
    return FALSE;
  return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                       gtk_shortcut_get_arguments (shortcut));
}

gboolean
window_test_has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
window_test_reset (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

gboolean
window_test_press (GtkWidget *widget,
                   guint      key)
{
  return window_test_press_with (widget, key, 0);
}

gboolean
window_test_press_with (GtkWidget       *widget,
                        guint            key,
                        GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (activate_shortcut (widget, shortcut, key, modifiers))
            return TRUE;
        }
    }
  return FALSE;
}

void
window_test_click (GtkWidget *widget,
                   double     x,
                   double     y,
                   int        n_press)
{
  GtkEventController *gesture = find_controller (widget, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);

  g_assert_nonnull (gesture);
  for (int i = 1; i <= n_press; i++)
    {
      g_signal_emit_by_name (gesture, "pressed", i, x, y);
      g_signal_emit_by_name (gesture, "released", i, x, y);
    }
}

void
window_test_move (GtkWidget *widget,
                  double     x,
                  double     y)
{
  GtkEventController *motion = find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);

  g_assert_nonnull (motion);
  g_signal_emit_by_name (motion, "enter", x, y);
  g_signal_emit_by_name (motion, "motion", x, y);
}

void
window_test_leave (GtkWidget *widget)
{
  GtkEventController *motion = find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);

  g_assert_nonnull (motion);
  g_signal_emit_by_name (motion, "leave");
}

gboolean
window_test_drop (GtkWidget    *widget,
                  const GValue *value)
{
  GtkEventController *target = find_controller (widget, GTK_TYPE_DROP_TARGET, 0);
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_signal_emit_by_name (target, "drop", value, 1.0, 1.0, &taken);
  return taken;
}

gboolean
window_test_drop_text (GtkWidget  *widget,
                       const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return window_test_drop (widget, &value);
}

GtkWidget *
window_test_find_label (GtkWidget  *widget,
                        const char *text)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_test_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_test_find_button (GtkWidget  *widget,
                         const char *text)
{
  GtkWidget *label = window_test_find_label (widget, text);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  if (button == NULL)
    g_error ("no button “%s”", text);
  return button;
}

void
window_test_press_button (GtkWidget  *widget,
                          const char *text)
{
  g_signal_emit_by_name (window_test_find_button (widget, text), "clicked");
}

GtkWidget *
window_test_find_widget (GtkWidget *widget,
                         GType      type)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_test_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_test_find_toplevel (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type) && gtk_widget_get_visible (link->data))
      return link->data;
  return NULL;
}
