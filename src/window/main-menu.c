/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/main-menu.h"

#include "window/recent-menu.h"

/* Called each time that the menu is opened. */
static void
open_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  builder = gtk_builder_new_from_resource ("/org/shegong/Atlas/main-menu.ui");
  atlas_recent_menu_fill (G_MENU (gtk_builder_get_object (builder, "recent_menu")));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
}

void
atlas_main_menu_add_to (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, open_cb, NULL, NULL);
}
