/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/main-window-private.h"

#include <glib/gi18n.h>

static void
open_file_cb (AdwToast *toast)
{
  const char *uri = g_object_get_data (G_OBJECT (toast), "uri");

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

/* Takes TOAST; in a window that is closed nobody reads it. */
static void
show_toast (AtlasMainWindow *self,
            AdwToast        *toast)
{
  AdwToastOverlay *overlay = atlas_main_window_get_toast_overlay (self);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

void
atlas_main_window_say (AtlasMainWindow *self,
                       const char      *message,
                       const char      *path)
{
  AdwToast *toast;

  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (self));

  toast = adw_toast_new (message);
  if (path != NULL)
    {
      g_autofree char *full = g_canonicalize_filename (path, NULL);

      adw_toast_set_button_label (toast, _("Open"));
      g_object_set_data_full (G_OBJECT (toast), "uri", g_filename_to_uri (full, NULL, NULL), g_free);
      g_signal_connect (toast, "button-clicked", G_CALLBACK (open_file_cb), NULL);
    }
  show_toast (self, toast);
}

void
atlas_main_window_say_written (AtlasMainWindow *self,
                               const char      *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = g_strdup_printf (_("“%s” was written"), name);

  atlas_main_window_say (self, message, path);
}

void
atlas_main_window_offer (AtlasMainWindow *self,
                         const char      *message,
                         const char      *button,
                         const char      *action,
                         const char      *target)
{
  AdwToast *toast;

  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (self));

  toast = adw_toast_new (message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, g_variant_new_string (target));
  show_toast (self, toast);
}

void
atlas_main_window_show_error (AtlasMainWindow *self,
                              const char      *heading,
                              const GError    *error)
{
  GtkWidget *dialog;

  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (self));

  if (atlas_main_window_get_toast_overlay (self) == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
