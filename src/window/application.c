/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/application.h"

#include <glib/gi18n.h>

#include "dataset/dataset.h"
#include "window/help-window.h"
#include "window/main-window.h"
#include "window/parts/file-dialog.h"
#include "window/parts/focus-names.h"
#include "window/parts/memory-trim.h"
#include "window/parts/screen-style.h"
#include "window/preferences-window.h"
#include "window/recent-menu.h"
#include "window/resources.h"
#include "window/shortcuts.h"
#include "window/state/dataset-reading.h"
#include "window/state/region-colours.h"
#include "window/state/user-dataset.h"

/* Of a file that is opened: which it is, and what was read of it. */
typedef enum {
  OPENING_NAMED,
  OPENING_LAST,
  OPENING_PUBLISHED, /* the user's copy of the bundled dataset */
  OPENING_BUNDLED,   /* instead of that */
} OpeningKind;

typedef struct {
  OpeningKind kind;
  char *path;
  gboolean outdated; /* of the published figures: another edition has come */
  gboolean is_read;
  AtlasDatasetReading *reading; /* (nullable) */
  GError *error;                /* (nullable) */
} Opening;

struct _AtlasApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  gboolean awaits_frame; /* the window its first: until then what was read is kept back */
  Opening *opening;      /* (nullable): under way */
  guint n_openings;      /* so far */
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

static gboolean
has_window (AtlasApplication *self)
{
  return gtk_application_get_windows (GTK_APPLICATION (self)) != NULL;
}

static AtlasMainWindow *
get_window (AtlasApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *link = windows; link != NULL; link = link->next)
    if (ATLAS_IS_MAIN_WINDOW (link->data))
      return link->data;
  return atlas_main_window_new (ADW_APPLICATION (self), self->settings);
}

static void
opening_free (Opening *self)
{
  g_clear_pointer (&self->reading, atlas_dataset_reading_free);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

static void
note_opened (AtlasApplication *self,
             const char       *path)
{
  g_settings_set_string (self->settings, "last-file", path);
  atlas_recent_menu_add (path);
}

static void open_published (AtlasApplication *self);
static void begin_opening (AtlasApplication *self, OpeningKind kind, const char *path, gboolean outdated);

/* A damaged copy is told of, and stays for whoever can mend it; the bundled dataset is shown instead. */
static void
show_published (AtlasApplication *self,
                gboolean          is_shown,
                gboolean          outdated)
{
  g_autofree char *bundled = atlas_dataset_dup_bundled_path ();

  if (!is_shown)
    begin_opening (self, OPENING_BUNDLED, bundled, FALSE);
  else if (outdated)
    atlas_main_window_offer (get_window (self),
                             _("Newer published figures came with the program; your own are kept"), _("Show Them"),
                             "app.open", bundled);
}

/* Once it has been read and the window been drawn. */
static void
show_opening (AtlasApplication *self)
{
  Opening *opening;
  gboolean is_shown;

  if (self->awaits_frame || self->opening == NULL || !self->opening->is_read)
    return;
  opening = g_steal_pointer (&self->opening);
  if (has_window (self)) /* else it was closed meanwhile */
    {
      is_shown = atlas_main_window_take (get_window (self), g_steal_pointer (&opening->reading), opening->error);
      if (opening->kind == OPENING_PUBLISHED)
        show_published (self, is_shown, opening->outdated);
      else if (is_shown && opening->kind != OPENING_BUNDLED)
        note_opened (self, opening->path);
      else if (opening->kind == OPENING_LAST)
        open_published (self);
    }
  opening_free (opening);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      number)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);
  g_autoptr (GError) error = NULL;
  AtlasDatasetReading *reading = atlas_dataset_reading_finish (result, &error);

  g_application_release (G_APPLICATION (self));
  if (self->opening == NULL || GPOINTER_TO_UINT (number) != self->n_openings) /* another was asked for meanwhile */
    {
      g_clear_pointer (&reading, atlas_dataset_reading_free);
      return;
    }
  self->opening->reading = reading;
  self->opening->error = g_steal_pointer (&error);
  self->opening->is_read = TRUE;
  show_opening (self);
}

/* The program does not end while a file is being read: it may have to be brought up to date first. */
static void
begin_opening (AtlasApplication *self,
               OpeningKind       kind,
               const char       *path,
               gboolean          outdated)
{
  g_clear_pointer (&self->opening, opening_free);
  self->opening = g_new0 (Opening, 1);
  self->opening->kind = kind;
  self->opening->path = g_canonicalize_filename (path, NULL);
  self->opening->outdated = outdated;
  g_application_hold (G_APPLICATION (self));
  atlas_dataset_reading_begin (self->opening->path, G_OBJECT (self), read_cb, GUINT_TO_POINTER (++self->n_openings));
}

static void
open_path (const char *path,
           gpointer    application)
{
  begin_opening (application, OPENING_NAMED, path, FALSE);
}

static void
published_ready_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);
  gboolean outdated;
  g_autofree char *path = atlas_user_dataset_prepare_finish (result, &outdated);

  atlas_user_dataset_note_later (G_APPLICATION (self));
  if (has_window (self)) /* else it was closed meanwhile */
    begin_opening (self, OPENING_PUBLISHED, path, outdated);
}

static void
open_published (AtlasApplication *self)
{
  g_settings_reset (self->settings, "last-file");
  atlas_user_dataset_prepare (G_OBJECT (self), published_ready_cb, NULL);
}

/* The dataset opened last, if it is still there; else the user's copy of the published one. */
static void
open_usual (AtlasApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-file");

  if (g_settings_get_boolean (self->settings, "reopen-last-file") && g_file_test (last, G_FILE_TEST_IS_REGULAR))
    begin_opening (self, OPENING_LAST, last, FALSE);
  else
    open_published (self);
}

static void
first_frame_cb (AtlasApplication *self,
                GdkFrameClock    *clock)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  self->awaits_frame = FALSE;
  show_opening (self);
}

/* The window is seen at once, its data a moment later: that is read while the window is made. */
static void
show_window (AtlasApplication *self)
{
  GtkWidget *window = GTK_WIDGET (get_window (self));

  self->awaits_frame = TRUE;
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_application_activate (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);

  if (has_window (self))
    {
      gtk_window_present (GTK_WINDOW (get_window (self)));
      return;
    }
  open_usual (self);
  show_window (self);
}

static void
atlas_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_autofree char *path = g_file_get_path (files[0]);

  if (path != NULL)
    open_path (path, self);
  if (path == NULL || has_window (self))
    atlas_application_activate (application);
  else
    show_window (self);
}

static void
open_published_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  open_published (user_data);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  AtlasApplication *self = user_data;
  const char *path = g_variant_get_string (parameter, NULL);
  const AtlasFileKind kinds[] = { { _("Atlas datasets"), ".atlas" }, { NULL } };

  if (path[0] != '\0')
    open_path (path, self);
  else
    atlas_file_dialog_open (GTK_WINDOW (get_window (self)), _("Open Dataset"), kinds, open_path, G_OBJECT (self));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  AtlasApplication *self = user_data;
  AtlasMainWindow *window = get_window (self);
  GtkWidget *preferences = atlas_preferences_window_new (self->settings, atlas_main_window_get_session (window));

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (preferences));
}

/* (transfer none): the one that is open, or a new one. */
static AtlasHelpWindow *
get_help (AtlasApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  GtkWidget *help;

  for (GList *link = windows; link != NULL; link = link->next)
    if (ATLAS_IS_HELP_WINDOW (link->data))
      return link->data;
  help = atlas_help_window_new ();
  gtk_window_set_application (GTK_WINDOW (help), GTK_APPLICATION (self));
  return ATLAS_HELP_WINDOW (help);
}

/* The chapter named, or the one on the page that is shown. */
static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  AtlasApplication *self = user_data;
  const char *chapter = g_variant_get_string (parameter, NULL);

  if (chapter[0] == '\0')
    chapter = atlas_session_get_page (atlas_main_window_get_session (get_window (self)));
  atlas_help_window_show (get_help (self), chapter);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  AtlasApplication *self = user_data;

  adw_show_about_window (GTK_WINDOW (get_window (self)),
                         "application-name", _("Shegong Atlas"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Shegong Atlas authors"),
                         "copyright", "© 2026 The Shegong Atlas authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Charts and reports of social-work stations, certified workers and funding, "
                                       "each figure with its source."),
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  /* A copy: one that goes takes its dialogs with it, and these may be in the list. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)), (GCopyFunc) g_object_ref, NULL);

  /* Closing them, rather than g_application_quit(), lets them remember their panes. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free_full (windows, g_object_unref);
}

static gboolean
scheme_from_setting (GValue   *value,
                     GVariant *variant,
                     gpointer  user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  g_value_set_enum (value, g_str_equal (name, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                           : g_str_equal (name, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                        : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

static void
read_signs (AtlasApplication *self)
{
  atlas_screen_set_signs (g_settings_get_boolean (self->settings, "yearbook-signs") ? ATLAS_SIGNS_YEARBOOK
                                                                                     : ATLAS_SIGNS_STANDARD);
}

/* All that is shown is made anew, as when the figures change. */
static void
signs_changed (AtlasApplication *self)
{
  read_signs (self);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ATLAS_IS_MAIN_WINDOW (l->data))
      atlas_session_notice_change (atlas_main_window_get_session (l->data));
}

static void
atlas_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "open", open_cb, "s" },
    { "open-published", open_published_cb },
    { "preferences", preferences_cb },
    { "help", help_cb, "s" },
    { "about", about_cb },
    { "quit", quit_cb },
  };
  AtlasApplication *self = ATLAS_APPLICATION (application);

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  atlas_shortcuts_set_accels (GTK_APPLICATION (self));
  atlas_region_colours_install (gdk_display_get_default ());
  atlas_focus_names_install ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind_with_mapping (self->settings, "colour-scheme", adw_style_manager_get_default (), "color-scheme",
                                G_SETTINGS_BIND_GET, scheme_from_setting, NULL, NULL, NULL);
  read_signs (self);
  g_signal_connect_object (self->settings, "changed::yearbook-signs", G_CALLBACK (signs_changed), self, G_CONNECT_SWAPPED);
}

static void
atlas_application_dispose (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  g_clear_pointer (&self->opening, opening_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_application_parent_class)->dispose (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_application_dispose;
  application_class->startup = atlas_application_startup;
  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
}

static void
atlas_application_init (AtlasApplication *self)
{
}

/* The resources lie in a static library, from which the linker takes only what is asked for by name. */
AtlasApplication *
atlas_application_new (void)
{
  atlas_memory_keep_together ();
  g_resources_register (atlas_resources_get_resource ());
  return g_object_new (ATLAS_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
