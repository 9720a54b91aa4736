/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-sidebar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/parts/tab-stop.h"
#include "window/regions/region-item.h"
#include "window/regions/region-menu.h"
#include "window/regions/region-row.h"
#include "window/regions/region-tree-keys.h"

/* More hits than this nobody reads: the next letter typed narrows them down. */
#define MAX_HITS 100

struct _AtlasRegionSidebar
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasRegionValues *values;
  AtlasCatalogue *shown; /* the catalogue that the tree was made from */
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  GListStore *hits;
  GtkSingleSelection *hit_selection;
  char *searched; /* what the hits were found for; NULL: nothing is searched */
  GPtrArray *rows; /* (element-type AtlasRegionRow): those bound now, not owned */
  gboolean updating;
  guint tree_id; /* until the tree of another dataset is shown */
  guint scroll_id;
  int frames_to_scroll;

  GtkWidget *search_entry;
  GtkStack *stack;
  GtkListView *tree_view;
  GtkListView *hits_view;
};

G_DEFINE_FINAL_TYPE (AtlasRegionSidebar, atlas_region_sidebar, GTK_TYPE_WIDGET)

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  return atlas_region_item_dup_children (ATLAS_REGION_ITEM (item));
}

static void
setup_row_cb (AtlasRegionSidebar *self,
              GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, atlas_region_row_new (self->session, self->values));
}

/* In the tree the item is a GtkTreeListRow around the region's, among the hits it is the region's itself. */
static void
bind_row_cb (AtlasRegionSidebar *self,
             GtkListItem        *list_item)
{
  AtlasRegionRow *row = ATLAS_REGION_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);
  GtkTreeListRow *tree_row = GTK_IS_TREE_LIST_ROW (item) ? item : NULL;
  g_autoptr (AtlasRegionItem) region = NULL;

  region = tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : g_object_ref (item);
  atlas_region_row_bind (row, tree_row, atlas_region_item_get_region (region));
  g_ptr_array_add (self->rows, row);
}

static void
unbind_row_cb (AtlasRegionSidebar *self,
               GtkListItem        *list_item)
{
  AtlasRegionRow *row = ATLAS_REGION_ROW (gtk_list_item_get_child (list_item));

  g_ptr_array_remove_fast (self->rows, row);
  atlas_region_row_unbind (row);
}

static GtkListItemFactory *
create_factory (AtlasRegionSidebar *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

/* The row of REGION, every region above it expanded; (nullable) (transfer full). */
static GtkTreeListRow *
reveal (AtlasRegionSidebar *self,
        const AtlasRegion  *region)
{
  g_autoptr (GtkTreeListRow) above = NULL;

  if (region->parent == NULL)
    return gtk_tree_list_model_get_child_row (self->tree, 0);
  above = reveal (self, region->parent);
  if (above == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (above, TRUE);
  for (guint i = 0; i < region->parent->n_children; i++)
    if (region->parent->children[i] == region)
      return gtk_tree_list_row_get_child_row (above, i);
  return NULL;
}

/* Brings the selected row into view, with room for what lies below it. All rows are of one height. */
static void
scroll_to_selected (AtlasRegionSidebar *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->tree_view));
  double height = gtk_adjustment_get_upper (adjustment)
                  / MAX (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), 1);
  double top = height * gtk_single_selection_get_selected (self->selection);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (top < value || top + height > value + page)
    gtk_adjustment_set_value (adjustment, top - page / 4);
}

/* Rows have no place to scroll to before the list has been laid out: on the second frame from now it has. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasRegionSidebar *self = ATLAS_REGION_SIDEBAR (widget);

  if (self->frames_to_scroll-- > 0)
    return G_SOURCE_CONTINUE;
  scroll_to_selected (self);
  self->scroll_id = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_soon (AtlasRegionSidebar *self)
{
  self->frames_to_scroll = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* The rows are of the dataset that is open; those of another, which go next, are left alone. */
static gboolean
has_rows (AtlasRegionSidebar *self)
{
  return self->tree_id == 0;
}

static void
show_region (AtlasRegionSidebar *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position;

  if (self->tree == NULL || region == NULL || !has_rows (self))
    return;
  self->updating = TRUE;
  row = reveal (self, region);
  position = gtk_tree_list_row_get_position (row);
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      gtk_single_selection_set_selected (self->selection, position);
      scroll_soon (self);
    }
  self->updating = FALSE;
}

static void
selected_cb (AtlasRegionSidebar *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (AtlasRegionItem) item = NULL;

  if (self->updating || row == NULL)
    return;
  item = gtk_tree_list_row_get_item (row);
  atlas_session_set_region (self->session, atlas_region_item_get_region (item)->code);
}

/* What is compared is at hand, not folded away. */
static void
reveal_compared (AtlasRegionSidebar *self)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (self->shown);
  const char *const *codes = atlas_session_get_compare (self->session);

  self->updating = TRUE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GtkTreeListRow) row = reveal (self, atlas_region_tree_lookup (regions, codes[i]));
    }
  self->updating = FALSE;
}

static void
show_tree (AtlasRegionSidebar *self)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (self->shown);
  g_autoptr (AtlasRegionItem) root = atlas_region_item_new (regions, atlas_region_tree_get_root (regions));
  GListStore *roots = g_list_store_new (ATLAS_TYPE_REGION_ITEM);

  g_list_store_append (roots, root);
  g_clear_object (&self->tree);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (roots), FALSE, FALSE, create_children_cb, NULL, NULL);
  g_clear_object (&self->selection);
  self->updating = TRUE;
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  self->updating = FALSE;
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  reveal_compared (self);
  show_region (self);
  gtk_list_view_set_model (self->tree_view, GTK_SELECTION_MODEL (self->selection));
  scroll_soon (self);
}

static void
values_changed_cb (AtlasRegionSidebar *self)
{
  for (guint i = 0; has_rows (self) && i < self->rows->len; i++)
    atlas_region_row_update_value (g_ptr_array_index (self->rows, i));
}

static void
subject_changed_cb (AtlasRegionSidebar *self)
{
  for (guint i = 0; has_rows (self) && i < self->rows->len; i++)
    atlas_region_row_update (g_ptr_array_index (self->rows, i));
  show_region (self);
}

static gboolean
show_tree_cb (gpointer sidebar)
{
  AtlasRegionSidebar *self = sidebar;

  self->tree_id = 0;
  show_tree (self);
  return G_SOURCE_REMOVE;
}

/* Its rows are dear to make: in a turn of the main loop of their own, after the page and before anything is painted. */
static void
show_tree_soon (AtlasRegionSidebar *self)
{
  if (self->tree_id == 0)
    self->tree_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_tree_cb, self, NULL);
}

/* A figure more leaves the tree as it is: what is unfolded stays so. */
static void
dataset_changed_cb (AtlasRegionSidebar *self)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  gboolean same_tree = self->shown != NULL
                       && atlas_catalogue_get_regions (self->shown) == atlas_catalogue_get_regions (catalogue);

  atlas_region_values_forget (self->values);
  g_clear_pointer (&self->shown, atlas_catalogue_unref);
  self->shown = atlas_catalogue_ref (catalogue);
  if (!same_tree)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      show_tree_soon (self);
    }
  subject_changed_cb (self);
}

static void
fill_hits (AtlasRegionSidebar *self,
           const char         *text)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (self->shown);
  const AtlasRegion *near = atlas_region_tree_lookup (regions, atlas_session_get_region (self->session));
  g_autoptr (GPtrArray) found = atlas_region_tree_search (regions, text, near, MAX_HITS);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, atlas_region_item_new (regions, g_ptr_array_index (found, i)));
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), items->pdata, items->len);
  gtk_single_selection_set_selected (self->hit_selection, 0);
}

/* The focus stays in the entry while the arrow keys go through the hits: the entry says which one Enter would choose. */
static void
describe_hit (AtlasRegionSidebar *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  AtlasRegionItem *item = gtk_single_selection_get_selected_item (self->hit_selection);
  GtkAccessible *entry = GTK_ACCESSIBLE (self->search_entry);
  g_autofree char *text = NULL;

  if (self->searched == NULL)
    {
      gtk_accessible_reset_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  if (item != NULL)
    /* Translators: read aloud while a region is searched: how many were found, and which one Enter chooses, such as
     * “2 regions found: Yinchuan City” */
    text = g_strdup_printf (ngettext ("%1$u region found: %2$s", "%1$u regions found: %2$s", n), n,
                            atlas_region_get_display_name (atlas_region_item_get_region (item)));
  gtk_accessible_update_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : _("No such region"), -1);
}

static void
search_changed_cb (AtlasRegionSidebar *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strstrip (text);
  if (g_strcmp0 (text, self->searched) == 0) /* the hit that was chosen among them stays so */
    return;
  g_clear_pointer (&self->searched, g_free);
  if (text[0] == '\0' || self->shown == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "tree");
      g_list_store_remove_all (self->hits);
      describe_hit (self);
      return;
    }
  self->searched = g_strdup (text);
  fill_hits (self, text);
  describe_hit (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0 ? "hits" : "nothing");
}

static void
choose_hit (AtlasRegionSidebar *self,
            guint               position)
{
  g_autoptr (AtlasRegionItem) item = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  if (item == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
  atlas_session_set_region (self->session, atlas_region_item_get_region (item)->code);
  atlas_region_tree_focus (self->tree_view);
}

static void
hit_activate_cb (AtlasRegionSidebar *self,
                 guint               position)
{
  choose_hit (self, position);
}

static void
search_activate_cb (AtlasRegionSidebar *self)
{
  search_changed_cb (self); /* Enter may come before the typing has settled */
  choose_hit (self, gtk_single_selection_get_selected (self->hit_selection));
}

static void
move_hit (AtlasRegionSidebar *self,
          int                 by)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  int position = (int) gtk_single_selection_get_selected (self->hit_selection) + by;

  if (n == 0)
    return;
  position = CLAMP (position, 0, n - 1);
  gtk_single_selection_set_selected (self->hit_selection, (guint) position);
  gtk_widget_activate_action (GTK_WIDGET (self->hits_view), "list.scroll-to-item", "u", (guint) position);
}

static void
next_match_cb (AtlasRegionSidebar *self)
{
  move_hit (self, 1);
}

static void
previous_match_cb (AtlasRegionSidebar *self)
{
  move_hit (self, -1);
}

static void
stop_search_cb (AtlasRegionSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
}

static gboolean
arrow_pressed_cb (AtlasRegionSidebar *self,
                  guint               keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  move_hit (self, keyval == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

void
atlas_region_sidebar_start_search (AtlasRegionSidebar *self)
{
  g_return_if_fail (ATLAS_IS_REGION_SIDEBAR (self));

  gtk_widget_grab_focus (self->search_entry);
}

void
atlas_region_sidebar_search (AtlasRegionSidebar *self,
                             const char         *text)
{
  g_return_if_fail (ATLAS_IS_REGION_SIDEBAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  search_changed_cb (self);
}

void
atlas_region_sidebar_set_session (AtlasRegionSidebar *self,
                                  AtlasSession       *session)
{
  g_autoptr (GtkListItemFactory) hit_factory = NULL;
  g_autoptr (GtkListItemFactory) tree_factory = NULL;

  g_return_if_fail (ATLAS_IS_REGION_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->values = atlas_region_values_new (session);
  g_signal_connect_object (self->values, "changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  tree_factory = create_factory (self);
  hit_factory = create_factory (self);
  gtk_list_view_set_factory (self->tree_view, tree_factory);
  gtk_list_view_set_factory (self->hits_view, hit_factory);
  atlas_region_tree_keys_add (self->tree_view, session);
  atlas_region_menu_add (self->tree_view, session);
  atlas_region_menu_add (self->hits_view, session);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  if (atlas_session_get_catalogue (session) != NULL)
    dataset_changed_cb (self);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Into what is below the search entry. */
static gboolean
focus_list (AtlasRegionSidebar *self)
{
  AtlasRegionItem *hit = gtk_single_selection_get_selected_item (self->hit_selection);

  if (strcmp (gtk_stack_get_visible_child_name (self->stack), "tree") == 0)
    return atlas_region_tree_focus (self->tree_view);
  return hit != NULL && atlas_region_list_focus (self->hits_view, atlas_region_item_get_region (hit),
                                                 gtk_single_selection_get_selected (self->hit_selection));
}

/* The tab key goes to the search entry, to the row selected, and on to the page: left alone, a list keeps it for its
 * hundreds of rows, which have the arrow keys. */
static gboolean
atlas_region_sidebar_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  AtlasRegionSidebar *self = ATLAS_REGION_SIDEBAR (widget);
  gboolean in_entry = has_focus (self->search_entry);
  gboolean in_list = has_focus (GTK_WIDGET (self->stack));

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      if (in_list)
        return FALSE;
      return in_entry ? focus_list (self) : gtk_widget_grab_focus (self->search_entry);
    case GTK_DIR_TAB_BACKWARD:
      if (in_entry)
        return FALSE;
      return in_list || !focus_list (self) ? gtk_widget_grab_focus (self->search_entry) : TRUE;
    default:
      return GTK_WIDGET_CLASS (atlas_region_sidebar_parent_class)->focus (widget, direction);
    }
}

static void
atlas_region_sidebar_dispose (GObject *object)
{
  AtlasRegionSidebar *self = ATLAS_REGION_SIDEBAR (object);

  g_clear_handle_id (&self->tree_id, g_source_remove);
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_REGION_SIDEBAR);
  g_clear_object (&self->tree);
  g_clear_object (&self->selection);
  g_clear_object (&self->hits);
  g_clear_object (&self->hit_selection);
  g_clear_pointer (&self->searched, g_free);
  g_clear_pointer (&self->shown, atlas_catalogue_unref);
  g_clear_object (&self->values);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_region_sidebar_parent_class)->dispose (object);
}

static void
atlas_region_sidebar_class_init (AtlasRegionSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_region_sidebar_dispose;
  widget_class->focus = atlas_region_sidebar_focus;

  g_type_ensure (ATLAS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/region-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionSidebar, tree_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionSidebar, hits_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activate_cb);
  gtk_widget_class_set_css_name (widget_class, "regionsidebar");
}

static void
atlas_region_sidebar_init (AtlasRegionSidebar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->hits = g_list_store_new (ATLAS_TYPE_REGION_ITEM);
  self->hit_selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->hits)));
  gtk_list_view_set_model (self->hits_view, GTK_SELECTION_MODEL (self->hit_selection));
  g_signal_connect_object (self->hit_selection, "notify::selected", G_CALLBACK (describe_hit), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (arrow_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search_entry, keys);
}
