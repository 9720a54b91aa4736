/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/place-buttons.h"

#include <glib/gi18n.h>

#include "window/parts/quiet-tooltip.h"

/* As X and Wayland number them. */
#define MOUSE_BACK    8
#define MOUSE_FORWARD 9

struct _AtlasPlaceButtons
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AdwViewStack *pages;
  GtkWidget *back;
  GtkWidget *forward;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceButtons, atlas_place_buttons, GTK_TYPE_WIDGET)

/* "Wuzhong · Coverage"; (transfer full) (nullable): NULL where the dataset has no such region any more. */
static char *
dup_name (AtlasPlaceButtons    *self,
          const AtlasViewState *place)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  const AtlasRegion *region = catalogue != NULL && place != NULL
                                ? atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), place->region)
                                : NULL;
  GtkWidget *page = region != NULL ? adw_view_stack_get_child_by_name (self->pages, place->page) : NULL;

  if (page == NULL)
    return NULL;
  return g_strconcat (atlas_region_get_display_name (region), " · ",
                      adw_view_stack_page_get_title (adw_view_stack_get_page (self->pages, page)), NULL);
}

static void
name_button (GtkWidget  *button,
             const char *text)
{
  atlas_quiet_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (AtlasPlaceButtons *self)
{
  g_autofree char *before = dup_name (self, atlas_session_get_back (self->session));
  g_autofree char *after = dup_name (self, atlas_session_get_forward (self->session));
  /* Translators: a region and a page, as in "Back to Wuzhong · Coverage" */
  g_autofree char *back = before != NULL ? g_strdup_printf (_("Back to %s"), before) : g_strdup (_("Back"));
  /* Translators: a region and a page, as in "Forward to Wuzhong · Coverage" */
  g_autofree char *forward = after != NULL ? g_strdup_printf (_("Forward to %s"), after) : g_strdup (_("Forward"));

  name_button (self->back, back);
  name_button (self->forward, forward);
}

static void
atlas_place_buttons_dispose (GObject *object)
{
  AtlasPlaceButtons *self = ATLAS_PLACE_BUTTONS (object);

  g_clear_pointer (&self->back, gtk_widget_unparent);
  g_clear_pointer (&self->forward, gtk_widget_unparent);
  g_clear_object (&self->pages);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_place_buttons_parent_class)->dispose (object);
}

static void
atlas_place_buttons_class_init (AtlasPlaceButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_place_buttons_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_button (AtlasPlaceButtons *self,
            const char        *icon,
            const char        *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
atlas_place_buttons_init (AtlasPlaceButtons *self)
{
  self->back = add_button (self, "go-previous-symbolic", "win.back");
  self->forward = add_button (self, "go-next-symbolic", "win.forward");
}

void
atlas_place_buttons_set_session (AtlasPlaceButtons *self,
                                 AtlasSession      *session,
                                 AdwViewStack      *pages)
{
  g_return_if_fail (ATLAS_IS_PLACE_BUTTONS (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->pages = g_object_ref (pages);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
pressed_cb (GtkGestureSingle *gesture)
{
  const char *action = gtk_gesture_single_get_button (gesture) == MOUSE_BACK ? "win.back" : "win.forward";

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), action, NULL);
}

void
atlas_place_buttons_add_to (GtkWidget *window)
{
  static const guint buttons[] = { MOUSE_BACK, MOUSE_FORWARD };

  g_return_if_fail (GTK_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *gesture = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), buttons[i]);
      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
      g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), NULL);
      gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (gesture));
    }
}
