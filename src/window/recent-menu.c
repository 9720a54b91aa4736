/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/recent-menu.h"

#include <string.h>

#define MAX_ITEMS 8

static gboolean
is_dataset (GtkRecentInfo *info)
{
  return g_str_has_suffix (gtk_recent_info_get_uri (info), ".atlas") && gtk_recent_info_exists (info);
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited (*(GtkRecentInfo **) b),
                              gtk_recent_info_get_visited (*(GtkRecentInfo **) a));
}

/* (element-type GtkRecentInfo) (transfer full) */
static GPtrArray *
list_datasets (GtkRecentManager *manager)
{
  GPtrArray *datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *infos = gtk_recent_manager_get_items (manager);

  for (GList *link = infos; link != NULL; link = link->next)
    if (is_dataset (link->data))
      g_ptr_array_add (datasets, gtk_recent_info_ref (link->data));
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (datasets, compare_visited);
  return datasets;
}

static void
append_dataset (GMenu         *menu,
                GtkRecentInfo *info)
{
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (path == NULL)
    return;
  name = g_filename_display_basename (path);
  item = g_menu_item_new (name, NULL);
  g_menu_item_set_action_and_target (item, "app.open", "s", path);
  g_menu_append_item (menu, item);
}

static void
changed_cb (GMenu            *menu,
            GtkRecentManager *manager)
{
  g_autoptr (GPtrArray) datasets = list_datasets (manager);

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (datasets->len, MAX_ITEMS); i++)
    append_dataset (menu, g_ptr_array_index (datasets, i));
}

void
atlas_recent_menu_fill (GMenu *menu)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  changed_cb (menu, manager);
  g_signal_connect_object (manager, "changed", G_CALLBACK (changed_cb), menu, G_CONNECT_SWAPPED);
}

void
atlas_recent_menu_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}
