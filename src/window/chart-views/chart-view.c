/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/chart-views/chart-view.h"

#include <math.h>

#include "window/chart-views/chart-copy.h"
#include "window/chart-views/chart-keys.h"
#include "window/chart-views/chart-paint.h"
#include "window/chart-views/chart-view-private.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/screen-style.h"

/* A chart narrower than this has no room for names and numbers. */
#define MINIMUM_WIDTH 220
#define NATURAL_WIDTH 480
/* A spark line has neither. */
#define LEAST_SPARK_WIDTH 96

/* No window is so wide: GTK asks for the least height, at no width or at one that is beyond all, each time it allocates one. The
 * answer plays no part where the width is known, and would take another layout. */
#define BEYOND_ALL_WIDTHS 65536

struct _AtlasChartView
{
  GtkWidget parent_instance;

  AtlasChartSpec *spec;
  AtlasChartLayout *layout;
  AtlasChartLayout *measured; /* (nullable): as high as suits the width that was asked for last */
  GskRenderNode *node; /* of the layout */
  GtkWidget *menu;     /* made when first asked for */
  int selected;        /* row of the table, or -1 */
  int hovered;         /* mark, or -1 */
  char *linked;        /* (nullable): code of the region that other charts show too */
};

enum {
  MARK_SELECTED,
  MARK_ACTIVATED,
  MARK_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasChartView, atlas_chart_view, GTK_TYPE_WIDGET)

/* The mark of a row, or -1. */
static int
find_mark_of_row (AtlasChartView *self,
                  int             row)
{
  guint n_marks = self->layout != NULL && row >= 0 ? atlas_chart_layout_get_n_marks (self->layout) : 0;

  for (guint i = 0; i < n_marks; i++)
    if (atlas_chart_layout_get_mark (self->layout, i)->row == row)
      return i;
  return -1;
}

int
atlas_chart_view_get_current_mark (AtlasChartView *self)
{
  return find_mark_of_row (self, self->selected);
}

/* What a screen reader says: the chart as a whole, then the mark the keyboard is on. */
static void
update_accessible (AtlasChartView *self)
{
  g_autofree char *description = NULL;
  g_autofree char *mark_text = NULL;
  int mark = atlas_chart_view_get_current_mark (self);

  if (self->layout == NULL)
    return;

  description = atlas_chart_layout_dup_description (self->layout);
  if (mark >= 0)
    {
      g_autofree char *whole = g_steal_pointer (&description);

      mark_text = atlas_chart_layout_dup_mark_speech (self->layout, mark);
      description = g_strdup_printf ("%s\n%s", mark_text, whole);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
drop_layout (AtlasChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->layout, atlas_chart_layout_free);
  self->hovered = -1;
}

static void
drop_layouts (AtlasChartView *self)
{
  drop_layout (self);
  g_clear_pointer (&self->measured, atlas_chart_layout_free);
}

static void
lay_out_anew (AtlasChartView *self)
{
  drop_layouts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static const AtlasChartLayout *
ensure_measured (AtlasChartView *self,
                 double          width)
{
  if (self->measured == NULL || atlas_chart_layout_get_width (self->measured) != width)
    {
      g_clear_pointer (&self->measured, atlas_chart_layout_free);
      self->measured = atlas_chart_layout_new (self->spec, atlas_screen_style (), width, 0.0);
    }
  return self->measured;
}

/* Most charts get the height that they asked for, and have been laid out to ask for it. */
static AtlasChartLayout *
take_measured (AtlasChartView *self,
               double          width,
               double          height)
{
  if (self->measured == NULL || atlas_chart_layout_get_width (self->measured) != width ||
      ceil (atlas_chart_layout_get_height (self->measured)) != height)
    return NULL;
  return g_steal_pointer (&self->measured);
}

static void
ensure_layout (AtlasChartView *self,
               double          width,
               double          height)
{
  if (self->spec == NULL || width <= 0 || height <= 0)
    return;
  if (self->layout != NULL && atlas_chart_layout_get_width (self->layout) == width &&
      ceil (atlas_chart_layout_get_height (self->layout)) == height)
    return;

  drop_layout (self);
  self->layout = take_measured (self, width, height);
  if (self->layout == NULL)
    self->layout = atlas_chart_layout_new (self->spec, atlas_screen_style (), width, height);
  update_accessible (self);
}

static GtkSizeRequestMode
atlas_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_chart_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gboolean is_spark = self->spec != NULL && self->spec->kind == ATLAS_CHART_SPARK;

      *minimum = is_spark ? LEAST_SPARK_WIDTH : MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->spec != NULL && for_size > 0 && for_size < BEYOND_ALL_WIDTHS)
    {
      *minimum = *natural = ceil (atlas_chart_layout_get_height (ensure_measured (self, for_size)));
    }
}

static void
atlas_chart_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  ensure_layout (self, width, height);
  g_clear_pointer (&self->measured, atlas_chart_layout_free);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
atlas_chart_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  ensure_layout (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  if (self->layout == NULL)
    return;

  if (self->node == NULL)
    self->node = atlas_chart_paint_node_new (self->layout);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (self->linked != NULL)
    atlas_chart_paint_linked (snapshot, self->layout, self->linked, self->hovered, atlas_chart_view_get_current_mark (self));
  atlas_chart_paint_overlay (snapshot, self->layout, self->hovered, atlas_chart_view_get_current_mark (self),
                             gtk_widget_has_visible_focus (widget));
}

/* GTK draws a widget anew only where its style changes: the ring around what has the focus is our own. */
static void
atlas_chart_view_state_flags_changed (GtkWidget     *widget,
                                      GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (atlas_chart_view_parent_class)->state_flags_changed (widget, previous);
  if (((gtk_widget_get_state_flags (widget) ^ previous) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    gtk_widget_queue_draw (widget);
}

static gboolean
atlas_chart_view_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard,
                                GtkTooltip *tooltip)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  const AtlasChartMark *mark;
  g_autofree char *text = NULL;
  int found;

  if (self->layout == NULL)
    return FALSE;
  found = keyboard ? atlas_chart_view_get_current_mark (self) : atlas_chart_layout_find_mark (self->layout, x, y);
  if (found < 0)
    return FALSE;

  mark = atlas_chart_layout_get_mark (self->layout, found);
  text = atlas_chart_layout_dup_mark_text (self->layout, found);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { mark->hit.x, mark->hit.y, mark->hit.width, mark->hit.height });
  return atlas_quiet_tooltip_answer (widget, tooltip, text);
}

static void
set_hovered (AtlasChartView *self,
             int             mark)
{
  if (self->hovered == mark)
    return;
  self->hovered = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MARK_POINTED], 0,
                 mark >= 0 ? (int) atlas_chart_layout_get_mark (self->layout, mark)->row : -1);
}

static void
motion (AtlasChartView *self,
        double          x,
        double          y)
{
  if (self->layout != NULL)
    set_hovered (self, atlas_chart_layout_find_mark (self->layout, x, y));
}

static void
leave (AtlasChartView *self)
{
  set_hovered (self, -1);
}

void
atlas_chart_view_choose_mark (AtlasChartView *self,
                              int             mark)
{
  int row = mark >= 0 ? (int) atlas_chart_layout_get_mark (self->layout, mark)->row : -1;

  atlas_chart_view_set_selected (self, row);
  g_signal_emit (self, signals[MARK_SELECTED], 0, row);
}

static void
released (AtlasChartView *self,
          int             n_press,
          double          x,
          double          y)
{
  int mark;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL)
    return;

  mark = atlas_chart_layout_find_mark (self->layout, x, y);
  if (n_press == 1)
    atlas_chart_view_choose_mark (self, mark);
  else if (n_press == 2 && mark >= 0)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, atlas_chart_layout_get_mark (self->layout, mark)->row);
}

void
atlas_chart_view_show_menu (AtlasChartView *self,
                            double          x,
                            double          y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = atlas_chart_menu_new ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_pressed (AtlasChartView *self,
                   int             n_press,
                   double          x,
                   double          y)
{
  int mark = self->layout != NULL ? atlas_chart_layout_find_mark (self->layout, x, y) : -1;

  if (mark >= 0)
    atlas_chart_view_choose_mark (self, mark);
  atlas_chart_view_show_menu (self, x, y);
}

static void
atlas_chart_view_dispose (GObject *object)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  drop_layouts (self);
  g_clear_pointer (&self->spec, atlas_chart_spec_free);
  g_clear_pointer (&self->linked, g_free);
  G_OBJECT_CLASS (atlas_chart_view_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[MARK_SELECTED] = g_signal_new ("mark-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MARK_POINTED] = g_signal_new ("mark-pointed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
atlas_chart_view_class_init (AtlasChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_chart_view_dispose;

  widget_class->get_request_mode = atlas_chart_view_get_request_mode;
  widget_class->measure = atlas_chart_view_measure;
  widget_class->size_allocate = atlas_chart_view_size_allocate;
  widget_class->snapshot = atlas_chart_view_snapshot;
  widget_class->state_flags_changed = atlas_chart_view_state_flags_changed;
  widget_class->query_tooltip = atlas_chart_view_query_tooltip;

  install_signals (G_TYPE_FROM_CLASS (klass));
  atlas_chart_keys_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_pointer (AtlasChartView *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (pointer, "motion", G_CALLBACK (motion), self);
  g_signal_connect_swapped (pointer, "leave", G_CALLBACK (leave), self);
  g_signal_connect_swapped (primary, "released", G_CALLBACK (released), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
atlas_chart_view_init (AtlasChartView *self)
{
  self->selected = -1;
  self->hovered = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_pointer (self);
  atlas_screen_style_watch (self, G_CALLBACK (lay_out_anew));
}

void
atlas_chart_view_set_spec (AtlasChartView       *self,
                           const AtlasChartSpec *spec)
{
  const AtlasIndicator *indicator;

  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  drop_layouts (self);
  g_clear_pointer (&self->spec, atlas_chart_spec_free);
  self->selected = -1;
  if (spec != NULL)
    {
      self->spec = atlas_chart_spec_copy (spec);
      self->spec->signs = atlas_screen_get_signs ();
      indicator = atlas_table_get_indicator (spec->table);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spec->headline != NULL ? spec->headline
                                                             : atlas_indicator_get_name (indicator),
                                      -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const AtlasChartSpec *
atlas_chart_view_get_spec (AtlasChartView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), NULL);

  return self->spec;
}

void
atlas_chart_view_zoom (AtlasChartView *self,
                       AtlasZoom       zoom)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  if (self->spec == NULL)
    return;
  set_hovered (self, -1);
  atlas_chart_spec_zoom (self->spec, zoom, self->selected);
  lay_out_anew (self);
}

void
atlas_chart_view_set_show_ranks (AtlasChartView *self,
                                 gboolean        show_ranks)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));
  g_return_if_fail (self->spec != NULL);

  set_hovered (self, -1);
  self->spec->show_ranks = show_ranks;
  lay_out_anew (self);
}

const AtlasChartLayout *
atlas_chart_view_get_layout (AtlasChartView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), NULL);

  return self->layout;
}

int
atlas_chart_view_get_selected (AtlasChartView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), -1);

  return self->selected;
}

void
atlas_chart_view_set_selected (AtlasChartView *self,
                               int             row)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  if (self->selected == row)
    return;
  self->selected = row;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_chart_view_set_linked (AtlasChartView *self,
                             const char     *code)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  if (g_strcmp0 (self->linked, code) == 0)
    return;
  g_free (self->linked);
  self->linked = g_strdup (code);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
