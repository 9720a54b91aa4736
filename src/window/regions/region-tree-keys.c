/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-tree-keys.h"

#include "window/regions/region-item.h"
#include "window/regions/region-row.h"

static GtkSingleSelection *
get_selection (GtkListView *tree)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (tree));
}

/* (nullable) */
static GtkTreeListRow *
get_row (GtkListView *tree)
{
  return gtk_single_selection_get_selected_item (get_selection (tree));
}

/* (nullable): the list's own widget around the row of REGION. */
static GtkWidget *
find_item (GtkListView       *list,
           const AtlasRegion *region)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (ATLAS_IS_REGION_ROW (row) && atlas_region_row_get_region (ATLAS_REGION_ROW (row)) == region)
        return item;
    }
  return NULL;
}

gboolean
atlas_region_list_focus (GtkListView       *list,
                         const AtlasRegion *region,
                         guint              position)
{
  GtkWidget *item;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);

  /* A list has widgets only for the rows near those that it shows. */
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
  item = find_item (list, region);
  return gtk_widget_grab_focus (item != NULL ? item : GTK_WIDGET (list));
}

gboolean
atlas_region_tree_focus (GtkListView *tree)
{
  g_autoptr (AtlasRegionItem) region = NULL;
  GtkTreeListRow *row;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (tree), FALSE);

  row = gtk_list_view_get_model (tree) != NULL ? get_row (tree) : NULL;
  if (row == NULL)
    return FALSE;
  region = gtk_tree_list_row_get_item (row);
  return atlas_region_list_focus (tree, atlas_region_item_get_region (region), gtk_tree_list_row_get_position (row));
}

static void
go_to (GtkListView    *tree,
       GtkTreeListRow *row)
{
  gtk_single_selection_set_selected (get_selection (tree), gtk_tree_list_row_get_position (row));
  atlas_region_tree_focus (tree);
}

static gboolean
unfold_cb (GtkWidget *tree,
           GVariant  *arguments,
           gpointer   user_data)
{
  GtkTreeListRow *row = get_row (GTK_LIST_VIEW (tree));
  g_autoptr (GtkTreeListRow) below = NULL;

  if (row == NULL || !gtk_tree_list_row_is_expandable (row))
    return row != NULL;
  if (!gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, TRUE);
  else if ((below = gtk_tree_list_row_get_child_row (row, 0)) != NULL)
    go_to (GTK_LIST_VIEW (tree), below);
  return TRUE;
}

static gboolean
fold_up_cb (GtkWidget *tree,
            GVariant  *arguments,
            gpointer   user_data)
{
  GtkTreeListRow *row = get_row (GTK_LIST_VIEW (tree));
  g_autoptr (GtkTreeListRow) above = NULL;

  if (row == NULL)
    return FALSE;
  if (gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if ((above = gtk_tree_list_row_get_parent (row)) != NULL)
    go_to (GTK_LIST_VIEW (tree), above);
  return TRUE;
}

static gboolean
compare_cb (GtkWidget *tree,
            GVariant  *arguments,
            gpointer   session)
{
  GtkTreeListRow *row = get_row (GTK_LIST_VIEW (tree));
  g_autoptr (AtlasRegionItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  const char *code;

  if (item == NULL)
    return FALSE;
  code = atlas_region_item_get_region (item)->code;
  atlas_session_toggle_compare (session, code, !atlas_session_is_compared (session, code));
  return TRUE;
}

void
atlas_region_tree_keys_add (GtkListView  *tree,
                            AtlasSession *session)
{
  const struct {
    guint key;
    GtkShortcutFunc callback;
  } keys[] = {
    { GDK_KEY_Right, unfold_cb }, { GDK_KEY_KP_Right, unfold_cb },
    { GDK_KEY_Left, fold_up_cb }, { GDK_KEY_KP_Left, fold_up_cb },
    { GDK_KEY_space, compare_cb }, { GDK_KEY_KP_Space, compare_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (tree));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                        gtk_callback_action_new (keys[i].callback, g_object_ref (session), g_object_unref)));
  /* Before the list itself, which would only select. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (tree), controller);
}
