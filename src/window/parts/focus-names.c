/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/focus-names.h"

#include <glib/gi18n.h>
#include <string.h>

/* The texts of all labels below WIDGET that are shown. */
static void
append_texts (GtkWidget *widget,
              GString   *texts)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  if (!gtk_widget_get_visible (widget))
    return;
  if (text[0] != '\0')
    /* Translators: what stands between the cells of a row that is read aloud */
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? C_("cells read aloud", ", ") : "", text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

/* A row is read as its cells are now: it is bound to other items as the list scrolls. */
static void
name_by_texts (GtkWidget *widget)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  append_texts (widget, texts);
  if (texts->len > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, texts->str, -1);
}

/* (nullable): the first label below WIDGET that is shown, and not on a page of a stack behind it. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* "Template A brief on a region": what is chosen, and what by now. */
static void
name_in_drop_down (GtkWidget *button,
                   GtkWidget *list)
{
  GtkWidget *label = find_label (button);

  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, list, label, NULL, -1);
}

/* A menu button without a text, but with an icon, is named itself. */
static void
name_in_menu_button (GtkWidget *button,
                     GtkWidget *menu)
{
  GtkWidget *label = find_label (button);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label != NULL ? label : menu, NULL, -1);
}

/* The label that a button has is read after what it was made from, with the sign of its mnemonic. */
static void
name_without_mnemonic (GtkWidget *button)
{
  if (gtk_button_get_use_underline (GTK_BUTTON (button)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
focus_changed (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *parent = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (parent == NULL)
    return;
  if (strcmp (G_OBJECT_TYPE_NAME (focus), "GtkListItemWidget") == 0)
    name_by_texts (focus);
  else if (GTK_IS_TOGGLE_BUTTON (focus) && GTK_IS_DROP_DOWN (parent))
    name_in_drop_down (focus, parent);
  else if (GTK_IS_TOGGLE_BUTTON (focus) && GTK_IS_MENU_BUTTON (parent))
    name_in_menu_button (focus, parent);
  else if (GTK_IS_BUTTON (focus))
    name_without_mnemonic (focus);
}

static void
windows_changed (GListModel *windows,
                 guint       position,
                 guint       n_removed,
                 guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed), NULL);
    }
}

void
atlas_focus_names_install (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed), NULL);
  windows_changed (windows, 0, 0, g_list_model_get_n_items (windows));
}
