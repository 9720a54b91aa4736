/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-menu.h"

#include <glib/gi18n.h>

#include "window/regions/region-row.h"

/* (nullable) */
static const AtlasRegion *
get_region (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, ATLAS_TYPE_REGION_ROW) : NULL;

  return row != NULL ? atlas_region_row_get_region (ATLAS_REGION_ROW (row)) : NULL;
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* The comparison with CODE in it, or without it. */
static GVariant *
create_comparison (AtlasSession *session,
                   const char   *code)
{
  const char *const *codes = atlas_session_get_compare (session);
  gboolean is_in = atlas_session_is_compared (session, code);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (; *codes != NULL; codes++)
    if (!g_str_equal (*codes, code))
      g_variant_builder_add (&builder, "s", *codes);
  if (!is_in)
    g_variant_builder_add (&builder, "s", code);
  return g_variant_builder_end (&builder);
}

static GMenuModel *
create_menu (AtlasSession      *session,
             const AtlasRegion *region)
{
  GMenu *menu = g_menu_new ();

  append (menu, atlas_session_is_compared (session, region->code) ? _("Take Out of the _Comparison")
                                                                   : _("Take into the _Comparison"),
          "win.compare", create_comparison (session, region->code));
  append (menu, _("_Report on This Region"), "win.report-on", g_variant_new_string (region->code));
  if (region->n_children > 0)
    append (menu, _("_One Report for Every Region Below…"), "win.report-each-in", g_variant_new_string (region->code));
  return G_MENU_MODEL (menu);
}

/* Not at once: the menu still tells its action then. */
static gboolean
unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

static void
pop_up (GtkWidget          *list,
        AtlasSession       *session,
        const AtlasRegion  *region,
        const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = create_menu (session, region);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, list);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AtlasSession    *session)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const AtlasRegion *region = get_region (gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT));

  if (region != NULL)
    pop_up (list, session, region, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* The list's own widget around a row has the focus. */
static gboolean
menu_key_cb (GtkWidget *list,
             GVariant  *arguments,
             gpointer   session)
{
  GtkWidget *item = gtk_widget_get_focus_child (list);
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;
  const AtlasRegion *region = get_region (row);
  graphene_rect_t bounds;

  if (region == NULL || !gtk_widget_compute_bounds (row, list, &bounds))
    return GDK_EVENT_PROPAGATE;
  pop_up (list, session, region,
          &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height });
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller,
         AtlasSession       *session,
         guint               key,
         GdkModifierType     modifiers)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                      gtk_callback_action_new (menu_key_cb, g_object_ref (session), g_object_unref)));
}

void
atlas_region_menu_add (GtkListView  *list,
                       AtlasSession *session)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_LIST_VIEW (list));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), session, G_CONNECT_DEFAULT);
  add_key (keys, session, GDK_KEY_Menu, 0);
  add_key (keys, session, GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
