/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/comparison-actions.h"

#include <glib/gi18n.h>

#include "window/state/saved-comparisons.h"

#define SETTINGS_DATA "atlas-comparison-settings"

static GSettings *
get_settings (AtlasMainWindow *window)
{
  return g_object_get_data (G_OBJECT (window), SETTINGS_DATA);
}

static void
save (AtlasMainWindow *window,
      const char      *name)
{
  g_autofree char *message = g_strdup_printf (_("The comparison was saved as “%s”"), name);

  atlas_saved_comparisons_set (get_settings (window), name,
                               atlas_session_get_compare (atlas_main_window_get_session (window)));
  atlas_main_window_say (window, message, NULL);
}

static void
response_cb (AtlasMainWindow  *window,
             const char       *response,
             AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "save"))
    save (window, name);
}

/* A comparison without a name cannot be found again. */
static void
name_changed_cb (AdwMessageDialog *dialog,
                 GtkEditable      *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "save", name[0] != '\0');
}

static void
ask_name (AtlasMainWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Save the Comparison"),
                                              _("One that has this name already is replaced."));
  GtkWidget *entry = gtk_entry_new ();
  AtlasSession *session = atlas_main_window_get_session (window);
  g_autofree char *proposed = atlas_session_dup_names (session, atlas_session_get_compare (session));

  gtk_editable_set_text (GTK_EDITABLE (entry), proposed);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_comparison_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       window)
{
  AtlasSession *session = atlas_main_window_get_session (window);
  const char *name = g_variant_get_string (parameter, NULL);

  if (atlas_session_get_compare (session)[0] == NULL)
    atlas_main_window_say (window, _("No region is compared: there is nothing to save"), NULL);
  else if (name[0] == '\0')
    ask_name (window);
  else
    save (window, name);
}

static void
open_comparison_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       window)
{
  AtlasSession *session = atlas_main_window_get_session (window);
  g_auto (GStrv) codes = atlas_saved_comparisons_get (get_settings (window), g_variant_get_string (parameter, NULL));

  if (codes == NULL)
    return;
  atlas_session_begin_step (session);
  atlas_session_set_compare (session, (const char *const *) codes);
  atlas_session_set_page (session, "compare");
  atlas_session_end_step (session);
}

static void
remove_comparison_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       window)
{
  atlas_saved_comparisons_remove (get_settings (window), g_variant_get_string (parameter, NULL));
}

void
atlas_comparison_actions_add (AtlasMainWindow *window,
                              GSettings       *settings)
{
  static const GActionEntry entries[] = {
    { "open-comparison", open_comparison_cb, "s" },
    { "save-comparison", save_comparison_cb, "s" },
    { "remove-comparison", remove_comparison_cb, "s" },
  };

  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (window));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_object_set_data_full (G_OBJECT (window), SETTINGS_DATA, g_object_ref (settings), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
