/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/file-dialog.h"

#include <glib/gi18n.h>

typedef struct {
  AtlasFileChosen chosen;       /* this or the next */
  AtlasFilesChosen many_chosen;
  GWeakRef owner;
  char *first_ending; /* (nullable): for names without an ending, when saving */
} Request;

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->owner);
  g_free (request->first_ending);
  g_free (request);
}

/* (transfer full): PATH with the ending that it lacks. */
static char *
complete_name (const char *path,
               const char *ending)
{
  g_autofree char *name = g_path_get_basename (path);

  if (ending == NULL || g_strrstr (name, ".") != NULL)
    return g_strdup (path);
  return g_strconcat (path, ending, NULL);
}

static void
answer_one (GtkFileChooser *chooser,
            Request        *request,
            GObject        *owner)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *complete = path != NULL ? complete_name (path, request->first_ending) : NULL;

  if (complete != NULL)
    request->chosen (complete, owner);
}

static void
answer_many (GtkFileChooser *chooser,
             Request        *request,
             GObject        *owner)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] != NULL)
    request->many_chosen ((const char *const *) paths, owner);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Request         *request)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&request->owner);

  if (response == GTK_RESPONSE_ACCEPT && owner != NULL && request->chosen != NULL)
    answer_one (GTK_FILE_CHOOSER (dialog), request, owner);
  else if (response == GTK_RESPONSE_ACCEPT && owner != NULL)
    answer_many (GTK_FILE_CHOOSER (dialog), request, owner);
  request_free (request);
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser      *chooser,
             const AtlasFileKind *kinds)
{
  for (guint i = 0; kinds[i].name != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      g_auto (GStrv) endings = g_strsplit (kinds[i].ending, " ", -1);

      gtk_file_filter_set_name (filter, kinds[i].name);
      for (guint j = 0; endings[j] != NULL; j++)
        gtk_file_filter_add_suffix (filter, endings[j] + 1);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static GtkFileChooser *
create_chooser (GtkWindow            *parent,
                const char           *title,
                GtkFileChooserAction  action,
                const AtlasFileKind  *kinds,
                Request              *request)
{
  gboolean saves = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action, saves ? _("_Save") : _("_Open"),
                                                              _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  add_filters (GTK_FILE_CHOOSER (native), kinds);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), request);
  return GTK_FILE_CHOOSER (native);
}

static Request *
request_new (AtlasFileChosen  chosen,
             GObject         *owner,
             const char      *first_ending)
{
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  request->first_ending = g_strdup (first_ending);
  g_weak_ref_init (&request->owner, owner);
  return request;
}

/* Where the program was started from is no place that the user has chosen. */
static void
set_folder (GtkFileChooser *chooser)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
atlas_file_dialog_open (GtkWindow           *parent,
                        const char          *title,
                        const AtlasFileKind *kinds,
                        AtlasFileChosen      chosen,
                        GObject             *owner)
{
  GtkFileChooser *chooser = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kinds,
                                            request_new (chosen, owner, NULL));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
atlas_file_dialog_open_many (GtkWindow           *parent,
                             const char          *title,
                             const AtlasFileKind *kinds,
                             AtlasFilesChosen     chosen,
                             GObject             *owner)
{
  Request *request = request_new (NULL, owner, NULL);
  GtkFileChooser *chooser = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kinds, request);

  request->many_chosen = chosen;
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
atlas_file_dialog_save (GtkWindow           *parent,
                        const char          *title,
                        const char          *name,
                        const AtlasFileKind *kinds,
                        AtlasFileChosen      chosen,
                        GObject             *owner)
{
  GtkFileChooser *chooser = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, kinds,
                                            request_new (chosen, owner, kinds[0].ending));
  g_autofree char *proposed = g_strconcat (name, kinds[0].ending, NULL);

  gtk_file_chooser_set_current_name (chooser, proposed);
  set_folder (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
atlas_file_dialog_choose_folder (GtkWindow       *parent,
                                 const char      *title,
                                 AtlasFileChosen  chosen,
                                 GObject         *owner)
{
  const AtlasFileKind kinds[] = { { NULL } };
  GtkFileChooser *chooser = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, kinds,
                                            request_new (chosen, owner, NULL));

  set_folder (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
