/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-views/chart-keys.h"

#include "window/chart-views/chart-view-private.h"

static gboolean
menu_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (self);
  int mark = atlas_chart_view_get_current_mark (self);
  AtlasRect at = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };

  if (mark >= 0)
    at = atlas_chart_layout_get_mark (layout, mark)->bounds;
  atlas_chart_view_show_menu (self, at.x + at.width / 2, at.y + at.height / 2);
  return GDK_EVENT_STOP;
}

/* A long chart in a scrolled page: what the keyboard is on has to be seen. */
static void
scroll_to_mark (AtlasChartView *self,
                int             mark)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  AtlasRect hit = atlas_chart_layout_get_mark (atlas_chart_view_get_layout (self), mark)->hit;
  GtkAdjustment *adjustment;
  graphene_point_t top;

  if (content == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self), content, &GRAPHENE_POINT_INIT (hit.x, hit.y), &top))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top.y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, top.y - 12, top.y + hit.height + 12);
}

static void
move_to_mark (AtlasChartView *self,
              int             mark)
{
  atlas_chart_view_choose_mark (self, mark);
  scroll_to_mark (self, mark);
}

/* Where an arrow key leads: along the categories, which run down the page in all bar charts, or along the series. */
static int
step_from (AtlasChartView *self,
           int             mark,
           int             right,
           int             down)
{
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (self);
  gboolean is_line = atlas_chart_kind_get_traits (atlas_chart_view_get_spec (self)->kind)->is_over_time;
  int along = is_line ? right : down;
  int across = is_line ? down : right;
  int next = atlas_chart_layout_step (layout, mark, along, across);

  /* One series only: both pairs of arrows walk through it. */
  return next == mark ? atlas_chart_layout_step (layout, mark, across, along) : next;
}

static gboolean
arrow_pressed (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (self);
  int mark = atlas_chart_view_get_current_mark (self);
  int right, down;

  if (layout == NULL || atlas_chart_layout_get_n_marks (layout) == 0)
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(ii)", &right, &down);
  move_to_mark (self, mark < 0 ? 0 : step_from (self, mark, right, down));
  return GDK_EVENT_STOP;
}

static gboolean
end_pressed (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  const AtlasChartLayout *layout = atlas_chart_view_get_layout (self);
  gboolean last;
  guint n_marks = layout != NULL ? atlas_chart_layout_get_n_marks (layout) : 0;

  if (n_marks == 0)
    return GDK_EVENT_PROPAGATE;
  g_variant_get (args, "(b)", &last);
  move_to_mark (self, last ? (int) n_marks - 1 : 0);
  return GDK_EVENT_STOP;
}

static gboolean
activate_pressed (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   data)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  if (atlas_chart_view_get_current_mark (self) < 0)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (self, "mark-activated", (guint) atlas_chart_view_get_selected (self));
  return GDK_EVENT_STOP;
}

static gboolean
escape_pressed (GtkWidget *widget,
                GVariant  *args,
                gpointer   data)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  if (atlas_chart_view_get_selected (self) < 0)
    return GDK_EVENT_PROPAGATE;
  atlas_chart_view_choose_mark (self, -1);
  return GDK_EVENT_STOP;
}

static void
add_arrow (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           int             right,
           int             down)
{
  gtk_widget_class_add_binding (widget_class, key, 0, arrow_pressed, "(ii)", right, down);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, arrow_pressed, "(ii)", right, down);
}

/* Actions of the card: a key for one that is not possible now is the page's, as Page Down is. Menus show the last key of
 * an action. */
static void
add_zoom_keys (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_KP_Add, 0, "chart.zoom-in" },
    { GDK_KEY_equal, 0, "chart.zoom-in" },
    { GDK_KEY_plus, GDK_SHIFT_MASK, "chart.zoom-in" },
    { GDK_KEY_plus, 0, "chart.zoom-in" },
    { GDK_KEY_KP_Subtract, 0, "chart.zoom-out" },
    { GDK_KEY_minus, 0, "chart.zoom-out" },
    { GDK_KEY_KP_0, 0, "chart.zoom-all" },
    { GDK_KEY_0, 0, "chart.zoom-all" },
    { GDK_KEY_KP_Page_Down, 0, "chart.next-rows" },
    { GDK_KEY_Page_Down, 0, "chart.next-rows" },
    { GDK_KEY_KP_Page_Up, 0, "chart.previous-rows" },
    { GDK_KEY_Page_Up, 0, "chart.previous-rows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

void
atlas_chart_keys_install (GtkWidgetClass *widget_class)
{
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_pressed, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_pressed, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_pressed, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_pressed, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_by_key, NULL);
  add_zoom_keys (widget_class);
}
