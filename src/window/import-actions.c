/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/import-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/imports/import-dialog.h"
#include "window/imports/import-undo.h"
#include "window/pages/data-page.h"
#include "window/parts/file-dialog.h"

static const char *const writing_actions[] = { "import", "paste-table", "undo-import", "take-back" };

/* REQUEST (transfer full). */
static void
open_dialog (AtlasMainWindow    *window,
             AtlasImportRequest *request)
{
  GtkWidget *dialog = atlas_import_dialog_new (atlas_main_window_get_session (window), request);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_files (const char *const *paths,
              gpointer           window)
{
  open_dialog (window, atlas_import_request_new_for_files (paths));
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       window)
{
  const char *paths[] = { g_variant_get_string (parameter, NULL), NULL };
  const AtlasFileKind kinds[] = {
    { _("Tables: Excel, OpenDocument, text"), ".xlsx .xlsm .ods .fods .csv .txt .tsv" }, { NULL },
  };

  if (paths[0][0] != '\0')
    import_files (paths, window);
  else
    atlas_file_dialog_open_many (GTK_WINDOW (window), _("Import"), kinds, import_files, G_OBJECT (window));
}

static gboolean
is_enabled (AtlasMainWindow *window)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), "import");
}

/* More than one cell: a table that was copied from a spreadsheet has them divided by tabs and line ends. */
static void
text_read (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AtlasMainWindow) window = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (!is_enabled (window))
    return;
  if (text != NULL && strpbrk (text, "\t\n") != NULL)
    open_dialog (window, atlas_import_request_new_for_text (text));
  else
    atlas_main_window_say (window, _("No table has been copied: copy its cells, with their headings, in a spreadsheet"), NULL);
}

static void
paste_table_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       window)
{
  if (ATLAS_IS_DATA_PAGE (atlas_main_window_get_page (window)))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, text_read, g_object_ref (window));
}

static void
undo_import_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       window)
{
  atlas_import_undo_ask (window, 0);
}

static void
take_back_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       window)
{
  atlas_import_undo_ask (window, g_variant_get_int64 (parameter));
}

static void
show_rows_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       window)
{
  const char *table;
  gint64 import_id;

  g_variant_get (parameter, "(&sx)", &table, &import_id);
  atlas_data_page_show_rows (ATLAS_DATA_PAGE (atlas_main_window_get_named_page (window, "data")), table, import_id);
  atlas_session_set_page (atlas_main_window_get_session (window), "data");
}

static gboolean
dropped (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       window)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    {
      g_autofree char *path = g_file_get_path (link->data);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  list = g_strv_builder_end (paths);
  if (list[0] == NULL || !is_enabled (window))
    return FALSE;
  import_files ((const char *const *) list, window);
  return TRUE;
}

static void
add_drop_target (AtlasMainWindow *window,
                 GtkWidget       *place)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), window, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (place, GTK_EVENT_CONTROLLER (target));
}

static void
set_enabled (AtlasMainWindow *window,
             gboolean         enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), writing_actions[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

/* Nothing can be brought into a dataset that cannot be written. */
static void
dataset_changed_cb (AtlasMainWindow *window)
{
  set_enabled (window, !atlas_dataset_is_read_only (atlas_session_get_dataset (atlas_main_window_get_session (window))));
}

void
atlas_import_actions_add (AtlasMainWindow *window,
                          GtkWidget       *place)
{
  static const GActionEntry entries[] = {
    { "import", import_cb, "s" },
    { "paste-table", paste_table_cb },
    { "undo-import", undo_import_cb },
    { "take-back", take_back_cb, "x" },
    { "show-rows", show_rows_cb, "(sx)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  add_drop_target (window, place);
  set_enabled (window, FALSE); /* until there is a dataset */
  g_signal_connect_object (atlas_main_window_get_session (window), "dataset-changed", G_CALLBACK (dataset_changed_cb), window,
                           G_CONNECT_SWAPPED);
}
