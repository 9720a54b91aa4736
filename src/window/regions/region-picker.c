/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-picker.h"

#include <glib/gi18n.h>

#define MAXIMUM_RESULTS 30

struct _AtlasRegionPicker
{
  GtkPopover parent_instance;

  AtlasSession *session;
  GtkWidget *entry;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AtlasRegionPicker, atlas_region_picker, GTK_TYPE_POPOVER)

static GtkWidget *
text_new (const char *text,
          const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style_class);
    }
  return label;
}

static void
append_region (AtlasRegionPicker *self,
               const AtlasRegion *region)
{
  GtkWidget *box;
  GtkWidget *row;
  g_autofree char *path = NULL;

  if (region == NULL || atlas_session_is_compared (self->session, region->code))
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  row = gtk_list_box_row_new ();
  gtk_box_append (GTK_BOX (box), text_new (atlas_region_get_display_name (region), NULL));
  if (region->parent != NULL)
    {
      path = atlas_region_dup_path (region->parent, " › ");
      gtk_box_append (GTK_BOX (box), text_new (path, "dim-label"));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (region->code), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear_list (AtlasRegionPicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
append_all (AtlasRegionPicker        *self,
            const AtlasRegion *const *regions,
            guint                     n_regions)
{
  for (guint i = 0; i < n_regions; i++)
    append_region (self, regions[i]);
}

/* The shown region, those above it, those below it, and its neighbours. */
static void
offer_near_regions (AtlasRegionPicker *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  if (region == NULL)
    return;
  append_region (self, region);
  for (const AtlasRegion *above = region->parent; above != NULL; above = above->parent)
    append_region (self, above);
  append_all (self, region->children, MIN (region->n_children, MAXIMUM_RESULTS));
  if (region->parent != NULL)
    append_all (self, region->parent->children, MIN (region->parent->n_children, 2 * MAXIMUM_RESULTS));
}

static void
search (AtlasRegionPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);

  clear_list (self);
  if (catalogue == NULL)
    return;
  if (text[0] == '\0')
    {
      offer_near_regions (self);
    }
  else
    {
      g_autoptr (GPtrArray) found = atlas_region_tree_search (atlas_catalogue_get_regions (catalogue), text,
                                                              atlas_session_lookup_region (self->session), MAXIMUM_RESULTS);

      append_all (self, (const AtlasRegion *const *) found->pdata, found->len);
    }
}

static void
row_activated (AtlasRegionPicker *self,
               GtkListBoxRow     *row)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  gtk_popover_popdown (GTK_POPOVER (self));
  atlas_session_toggle_compare (self->session, code, TRUE);
}

/* Enter in the entry takes the best match. */
static void
entry_activated (AtlasRegionPicker *self)
{
  GtkListBoxRow *first;

  search (self);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (first != NULL)
    row_activated (self, first);
}

static void
shown (AtlasRegionPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search (self);
  gtk_widget_grab_focus (self->entry);
}

static void
atlas_region_picker_dispose (GObject *object)
{
  AtlasRegionPicker *self = ATLAS_REGION_PICKER (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_region_picker_parent_class)->dispose (object);
}

static void
atlas_region_picker_class_init (AtlasRegionPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_region_picker_dispose;
}

static void
atlas_region_picker_init (AtlasRegionPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Name, code or pinyin initials"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name, code or pinyin initials"), -1);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), text_new (_("No such region"), "dim-label"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, 280, 320);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  g_signal_connect (self, "show", G_CALLBACK (shown), NULL);
}

GtkWidget *
atlas_region_picker_new (AtlasSession *session)
{
  AtlasRegionPicker *self = g_object_new (ATLAS_TYPE_REGION_PICKER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
