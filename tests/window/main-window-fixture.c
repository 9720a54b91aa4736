/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "main-window-fixture.h"

#include <string.h>

#include "test-folder.h"
#include "window-test.h"

static AtlasApplication *application;
static char *folder;
static char *dataset_path;

static void
build_dataset (void)
{
  g_autofree char *csv = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (GError) error = NULL;

  folder = test_folder_make ();
  dataset_path = g_build_filename (folder, "test.atlas", NULL);
  atlas_dataset_create (dataset_path, csv, TRUE, &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
}

void
main_window_init (int    *argc,
                  char ***argv)
{
  build_dataset ();
  window_test_init (argc, argv);
  application = atlas_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

void
main_window_finish (void)
{
  g_clear_object (&application);
  g_clear_pointer (&dataset_path, g_free);
  test_folder_remove (g_steal_pointer (&folder));
}

int
main_window_run (int                    *argc,
                 char                 ***argv,
                 const char             *path,
                 void                  (*set_up) (MainWindow *fixture, gconstpointer data),
                 const MainWindowTest   *tests,
                 guint                   n)
{
  int status;

  main_window_init (argc, argv);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strconcat (path, tests[i].name, NULL);

      g_test_add (name, MainWindow, NULL, set_up, tests[i].run, main_window_tear_down);
    }
  status = g_test_run ();
  main_window_finish ();
  return status;
}

AtlasApplication *
main_window_get_application (void)
{
  return application;
}

const char *
main_window_get_dataset_path (void)
{
  return dataset_path;
}

char *
main_window_dup_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

gboolean
main_window_is_shown (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0;
}

/* Without a dataset nothing is ever shown. */
static gboolean
is_complete (gpointer window)
{
  AtlasPage *page = atlas_main_window_get_page (window);

  return page == NULL || atlas_session_get_catalogue (atlas_main_window_get_session (window)) == NULL
         || atlas_page_is_complete (page);
}

/* The page, and what else follows from it. */
static void
wait (MainWindow *self)
{
  window_test_settle (is_complete, self->window);
  window_test_settle_answers (self->session);
}

void
main_window_set_up (MainWindow    *self,
                    gconstpointer  data)
{
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_set_int (self->settings, "window-width", 1440);
  g_settings_set_int (self->settings, "window-height", 900);
  g_settings_set_string (self->settings, "page", "compare");
  self->window = atlas_main_window_new (ADW_APPLICATION (application), self->settings);
  self->session = atlas_main_window_get_session (self->window);
  g_assert_true (atlas_main_window_open (self->window, dataset_path));
  gtk_window_present (GTK_WINDOW (self->window));
  window_test_settle (main_window_is_shown, self->window);
  wait (self);
}

void
main_window_tear_down (MainWindow    *self,
                       gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  window_test_settle (NULL, NULL);
  window_test_reset (self->settings);
  g_clear_object (&self->settings);
}

/* Without waiting for what comes of it. */
void
main_window_start (MainWindow    *self,
       const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (name, "win."));
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (self->window), name + 4));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), name + 4, target);
}

void
main_window_activate (MainWindow *self,
                      const char *detailed)
{
  main_window_start (self, detailed);
  wait (self);
}

AtlasTable *
main_window_ask (MainWindow *self,
                 const char *indicator,
                 const char *region)
{
  const char *codes[] = { region, NULL };
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  g_autoptr (GError) error = NULL;
  AtlasTable *table;

  atlas_question_set_regions (question, codes);
  atlas_session_apply (self->session, question);
  table = atlas_session_ask (self->session, question, &error);
  g_assert_no_error (error);
  return table;
}

AtlasRegionRow *
main_window_find_row (GtkWidget  *widget,
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
      AtlasRegionRow *found = main_window_find_row (child, code);

      if (found != NULL)
        return found;
    }
  return NULL;
}
