/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-preview.h"

#include <glib/gi18n.h>

#include "window/parts/tab-stop.h"
#include "window/tables/sheet-view.h"

#define THUMBNAIL_WIDTH 76

/* As wide as a page is on paper, on a screen of 96 dots an inch. */
#define FULL_WIDTH 794
#define LARGEST_FIT 900

static const guint zooms[] = { 25, 50, 75, 100, 125, 150, 200, 300 };

struct _AtlasReportPreview
{
  GtkWidget parent_instance;

  AtlasReportSheets *sheets; /* (nullable) */
  guint zoom;                /* in percent; 0: it fits */
  gboolean is_updating;

  GtkWidget *box;
  GtkListView *thumbnails;
  GtkScrolledWindow *scroller;
  AtlasSheetView *view;
  GtkSingleSelection *selection;
  GtkStringList *numbers;
  GPtrArray *shown; /* (element-type AtlasSheetView): the thumbnails that have a sheet, borrowed */
};

enum {
  PROP_SHEET = 1,
  PROP_ZOOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasReportPreview, atlas_report_preview, GTK_TYPE_WIDGET)

static guint
count (AtlasReportPreview *self)
{
  return self->sheets != NULL ? atlas_report_sheets_get_n (self->sheets) : 0;
}

static void
show_thumbnail (AtlasReportPreview *self,
                AtlasSheetView     *view)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), "position"));

  atlas_sheet_view_set_sheet (view, position < count (self) ? self->sheets : NULL, position);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), atlas_sheet_view_new (THUMBNAIL_WIDTH));
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         AtlasReportPreview *self)
{
  GtkWidget *view = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkStringObject *number = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (view)), gtk_string_object_get_string (number));
  g_object_set_data (G_OBJECT (view), "position", GUINT_TO_POINTER (gtk_list_item_get_position (item)));
  g_ptr_array_add (self->shown, view);
  show_thumbnail (self, ATLAS_SHEET_VIEW (view));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           AtlasReportPreview *self)
{
  g_ptr_array_remove (self->shown, gtk_widget_get_first_child (gtk_list_item_get_child (item)));
}

static void
show_sheet (AtlasReportPreview *self)
{
  guint sheet = atlas_report_preview_get_sheet (self);

  atlas_sheet_view_set_sheet (self->view, sheet > 0 ? self->sheets : NULL, sheet > 0 ? sheet - 1 : 0);
}

/* Another sheet is read from its top. */
static void
selected_cb (AtlasReportPreview *self)
{
  if (self->is_updating)
    return;
  show_sheet (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEET]);
}

/* As many numbers as there are sheets. */
static void
update_numbers (AtlasReportPreview *self)
{
  guint n = count (self);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->numbers));

  if (n < n_before)
    gtk_string_list_splice (self->numbers, n, n_before - n, NULL);
  for (guint i = n_before; i < n; i++)
    gtk_string_list_take (self->numbers, g_strdup_printf ("%u", i + 1));
}

void
atlas_report_preview_set_sheets (AtlasReportPreview *self,
                                 AtlasReportSheets  *sheets)
{
  guint sheet;

  g_return_if_fail (ATLAS_IS_REPORT_PREVIEW (self));

  sheet = atlas_report_preview_get_sheet (self);
  if (sheets != NULL)
    atlas_report_sheets_ref (sheets);
  g_clear_pointer (&self->sheets, atlas_report_sheets_unref);
  self->sheets = sheets;
  self->is_updating = TRUE;
  update_numbers (self);
  if (count (self) > 0)
    gtk_single_selection_set_selected (self->selection, CLAMP (sheet, 1, count (self)) - 1);
  self->is_updating = FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    show_thumbnail (self, g_ptr_array_index (self->shown, i));
  show_sheet (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEET]);
}

AtlasReportSheets *
atlas_report_preview_get_sheets (AtlasReportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), NULL);

  return self->sheets;
}

guint
atlas_report_preview_get_sheet (AtlasReportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), 0);

  return count (self) > 0 ? MIN (gtk_single_selection_get_selected (self->selection) + 1, count (self)) : 0;
}

void
atlas_report_preview_set_sheet (AtlasReportPreview *self,
                                guint               sheet)
{
  g_return_if_fail (ATLAS_IS_REPORT_PREVIEW (self));

  if (count (self) == 0)
    return;
  sheet = CLAMP (sheet, 1, count (self)) - 1;
  gtk_single_selection_set_selected (self->selection, sheet);
  gtk_widget_activate_action (GTK_WIDGET (self->thumbnails), "list.scroll-to-item", "u", sheet);
}

guint
atlas_report_preview_get_zoom (AtlasReportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), 0);

  return self->zoom;
}

void
atlas_report_preview_set_zoom (AtlasReportPreview *self,
                               guint               percent)
{
  g_return_if_fail (ATLAS_IS_REPORT_PREVIEW (self));

  if (percent != 0)
    percent = CLAMP (percent, zooms[0], zooms[G_N_ELEMENTS (zooms) - 1]);
  if (percent == self->zoom)
    return;
  self->zoom = percent;
  atlas_sheet_view_set_width (self->view, (int) (percent * FULL_WIDTH / 100));
  gtk_scrolled_window_set_policy (self->scroller, percent > 0 ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
atlas_report_preview_step_zoom (AtlasReportPreview *self,
                                int                 by)
{
  guint zoom;

  g_return_if_fail (ATLAS_IS_REPORT_PREVIEW (self));

  zoom = self->zoom > 0 ? self->zoom : (guint) (gtk_widget_get_width (GTK_WIDGET (self->view)) * 100 / FULL_WIDTH);
  if (by > 0)
    for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
      if (zooms[i] > zoom)
        {
          atlas_report_preview_set_zoom (self, zooms[i]);
          return;
        }
  if (by < 0)
    for (guint i = G_N_ELEMENTS (zooms); i-- > 0;)
      if (zooms[i] < zoom)
        {
          atlas_report_preview_set_zoom (self, zooms[i]);
          return;
        }
}

gboolean
atlas_report_preview_is_painted (AtlasReportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), FALSE);

  return atlas_sheet_view_is_painted (self->view);
}

/* ARGUMENTS: by how many sheets. */
static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  AtlasReportPreview *self = ATLAS_REPORT_PREVIEW (widget);
  int sheet = (int) atlas_report_preview_get_sheet (self) + g_variant_get_int32 (arguments);

  atlas_report_preview_set_sheet (self, (guint) CLAMP (sheet, 1, (int) MAX (count (self), 1)));
  return GDK_EVENT_STOP;
}

/* ARGUMENTS: the direction, 0 to make it fit. */
static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  int by = g_variant_get_int32 (arguments);

  if (by == 0)
    atlas_report_preview_set_zoom (ATLAS_REPORT_PREVIEW (widget), 0);
  else
    atlas_report_preview_step_zoom (ATLAS_REPORT_PREVIEW (widget), by);
  return GDK_EVENT_STOP;
}

static void
atlas_report_preview_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AtlasReportPreview *self = ATLAS_REPORT_PREVIEW (object);

  if (id == PROP_SHEET)
    g_value_set_uint (value, atlas_report_preview_get_sheet (self));
  else if (id == PROP_ZOOM)
    g_value_set_uint (value, self->zoom);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_report_preview_dispose (GObject *object)
{
  AtlasReportPreview *self = ATLAS_REPORT_PREVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, atlas_report_sheets_unref);
  G_OBJECT_CLASS (atlas_report_preview_parent_class)->dispose (object);
}

/* Before the scrolled window and the list, which have other uses for some of them. */
static void
add_keys (GtkWidget *widget)
{
  static const struct {
    guint key;
    GtkShortcutFunc callback;
    int argument;
  } keys[] = {
    { GDK_KEY_Page_Down, turn_cb, 1 },     { GDK_KEY_KP_Page_Down, turn_cb, 1 },
    { GDK_KEY_Page_Up, turn_cb, -1 },      { GDK_KEY_KP_Page_Up, turn_cb, -1 },
    { GDK_KEY_Home, turn_cb, -G_MAXINT16 }, { GDK_KEY_End, turn_cb, G_MAXINT16 },
    { GDK_KEY_plus, zoom_cb, 1 },          { GDK_KEY_equal, zoom_cb, 1 },
    { GDK_KEY_KP_Add, zoom_cb, 1 },        { GDK_KEY_minus, zoom_cb, -1 },
    { GDK_KEY_KP_Subtract, zoom_cb, -1 },  { GDK_KEY_0, zoom_cb, 0 },
    { GDK_KEY_KP_0, zoom_cb, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                                                gtk_callback_action_new (keys[i].callback, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].argument));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}

static void
atlas_report_preview_class_init (AtlasReportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_report_preview_get_property;
  object_class->dispose = atlas_report_preview_dispose;
  properties[PROP_SHEET] =
    g_param_spec_uint ("sheet", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
    g_param_spec_uint ("zoom", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reportpreview");
}

static GtkWidget *
create_thumbnails (AtlasReportPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->thumbnails =
    GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->thumbnails), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->thumbnails), "thumbnails");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->thumbnails));
  return scroller;
}

static GtkWidget *
create_view (AtlasReportPreview *self)
{
  self->view = ATLAS_SHEET_VIEW (atlas_sheet_view_new (LARGEST_FIT));
  gtk_widget_set_focusable (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "large");
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  return GTK_WIDGET (self->scroller);
}

static void
atlas_report_preview_init (AtlasReportPreview *self)
{
  self->shown = g_ptr_array_new ();
  self->numbers = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->numbers));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), atlas_tab_stop_new (create_thumbnails (self)));
  gtk_box_append (GTK_BOX (self->box), create_view (self));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  add_keys (GTK_WIDGET (self));
}
