/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-row.h"

#include <glib/gi18n.h>

#include "window/parts/quiet-tooltip.h"
#include "window/state/region-colours.h"

struct _AtlasRegionRow
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasRegionValues *values;
  const AtlasRegion *region;
  gboolean updating;

  GtkTreeExpander *expander;
  GtkCheckButton *check;
  GtkLabel *name;
  GtkLabel *path;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (AtlasRegionRow, atlas_region_row, GTK_TYPE_WIDGET)

static void
check_toggled_cb (AtlasRegionRow *self)
{
  if (self->updating || self->region == NULL)
    return;
  atlas_session_toggle_compare (self->session, self->region->code, gtk_check_button_get_active (self->check));
}

/* The row has the focus, not the box in it: that says whether the region is compared. */
static void
say_compared (AtlasRegionRow *self,
              gboolean        compared)
{
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_row != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_STATE_CHECKED,
                                 compared ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
update_check (AtlasRegionRow *self)
{
  GtkWidget *check = GTK_WIDGET (self->check);
  gboolean compared = atlas_session_is_compared (self->session, self->region->code);
  const char *const *all = atlas_session_get_compare (self->session);
  gboolean full = g_strv_length ((char **) all) >= ATLAS_SESSION_MAX_COMPARE;
  g_autofree char *label = g_strdup_printf (_("Compare %s"), atlas_region_get_display_name (self->region));

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, compared);
  self->updating = FALSE;
  gtk_widget_set_sensitive (check, compared || !full);
  atlas_quiet_tooltip_set (check, compared ? _("Take out of the comparison")
                                  : full   ? _("Eight regions are compared already")
                                           : _("Take into the comparison"));
  atlas_region_colours_set (check, compared ? (int) atlas_session_get_slot (self->session, self->region->code) : -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  say_compared (self, compared);
}

/* What the region's row shows already stays until its value is known. */
void
atlas_region_row_update_value (AtlasRegionRow *self)
{
  GtkWidget *value = GTK_WIDGET (self->value);
  const char *text;

  g_return_if_fail (ATLAS_IS_REGION_ROW (self));

  if (self->region == NULL)
    return;
  if (!atlas_region_values_lookup (self->values, self->region, &text))
    {
      gtk_widget_add_css_class (value, "stale");
      return;
    }
  gtk_widget_remove_css_class (value, "stale");
  gtk_label_set_label (self->value, text != NULL ? text : "—");
  atlas_quiet_tooltip_set (value, text != NULL ? NULL : _("No figure"));
  if (text != NULL)
    gtk_widget_remove_css_class (value, "missing");
  else
    gtk_widget_add_css_class (value, "missing");
}

void
atlas_region_row_update (AtlasRegionRow *self)
{
  g_return_if_fail (ATLAS_IS_REGION_ROW (self));

  if (self->region == NULL)
    return;
  update_check (self);
  atlas_region_row_update_value (self);
}

/* Below the provinces whole names are longer than the sidebar is wide: the tooltip has them. */
static char *
dup_name (const AtlasRegion *region)
{
  return region->level <= ATLAS_REGION_LEVEL_PROVINCE ? g_strdup (atlas_region_get_display_name (region))
                                                      : atlas_region_dup_short_name (region);
}

void
atlas_region_row_bind (AtlasRegionRow    *self,
                       GtkTreeListRow    *tree_row,
                       const AtlasRegion *region)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (ATLAS_IS_REGION_ROW (self));
  g_return_if_fail (region != NULL);

  self->region = region;
  gtk_label_set_label (self->value, "");
  gtk_tree_expander_set_list_row (self->expander, tree_row);
  name = dup_name (region);
  gtk_label_set_label (self->name, name);
  path = atlas_region_dup_path (region->parent != NULL ? region->parent : region, " › ");
  gtk_label_set_label (self->path, path);
  gtk_widget_set_visible (GTK_WIDGET (self->path), tree_row == NULL);
  atlas_quiet_tooltip_set (GTK_WIDGET (self->name), atlas_region_get_display_name (region));
  atlas_region_row_update (self);
}

void
atlas_region_row_unbind (AtlasRegionRow *self)
{
  g_return_if_fail (ATLAS_IS_REGION_ROW (self));

  /* The expander keeps its row until the next: without one it would take itself apart, only to be put together again. */
  self->region = NULL;
}

const AtlasRegion *
atlas_region_row_get_region (AtlasRegionRow *self)
{
  g_return_val_if_fail (ATLAS_IS_REGION_ROW (self), NULL);

  return self->region;
}

/* The region can be dragged into the comparison, or its code into a text. */
static GdkContentProvider *
prepare_drag_cb (AtlasRegionRow *self)
{
  return self->region != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, self->region->code) : NULL;
}

static void
begin_drag_cb (AtlasRegionRow *self,
               GdkDrag        *drag)
{
  GtkWidget *label = gtk_label_new (atlas_region_get_display_name (self->region));

  gtk_widget_add_css_class (label, "region-chip");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
atlas_region_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ATLAS_TYPE_REGION_ROW);

  G_OBJECT_CLASS (atlas_region_row_parent_class)->dispose (object);
}

static void
atlas_region_row_class_init (AtlasRegionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_region_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/region-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionRow, check);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionRow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionRow, path);
  gtk_widget_class_bind_template_child (widget_class, AtlasRegionRow, value);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "regionrow");
}

static void
atlas_region_row_init (AtlasRegionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_drag_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
atlas_region_row_new (AtlasSession      *session,
                      AtlasRegionValues *values)
{
  AtlasRegionRow *self = g_object_new (ATLAS_TYPE_REGION_ROW, NULL);

  self->session = session;
  self->values = values;
  return GTK_WIDGET (self);
}
