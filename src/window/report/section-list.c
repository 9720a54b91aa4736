/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/section-list.h"

#include <glib/gi18n.h>

struct _AtlasSectionList
{
  GtkWidget parent_instance;

  AtlasReportSettings *settings;
  gboolean is_updating;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AtlasSectionList, atlas_section_list, GTK_TYPE_WIDGET)

static AtlasSectionList *
get_list (GtkWidget *widget)
{
  return ATLAS_SECTION_LIST (gtk_widget_get_ancestor (widget, ATLAS_TYPE_SECTION_LIST));
}

static const AtlasSectionChoice *
get_choice (GtkWidget *row)
{
  AtlasSectionList *self = get_list (row);

  return atlas_report_settings_get_section (self->settings,
                                            (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static GtkCheckButton *
get_check (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
}

static void
toggled_cb (GtkWidget *row)
{
  AtlasSectionList *self = get_list (row);

  if (!self->is_updating)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report-section", "s", get_choice (row)->id);
}

static void
move (AtlasSectionList *self,
      int               from,
      int               to)
{
  const AtlasSectionChoice *choice = atlas_report_settings_get_section (self->settings, (guint) from);
  const char *id = choice->id;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.report-move-section", "(si)", id, to - from);
  /* The focus goes with what was moved, as far as it went. */
  for (guint i = 0; i < atlas_report_settings_get_n_sections (self->settings); i++)
    if (atlas_report_settings_get_section (self->settings, i)->id == id)
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)));
}

/* ARGUMENTS: by how many places. */
static gboolean
move_cb (GtkWidget *row,
         GVariant  *arguments,
         gpointer   data)
{
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  move (get_list (row), from, from + g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
toggle_cb (GtkWidget *row,
           GVariant  *arguments,
           gpointer   data)
{
  GtkCheckButton *check = get_check (row);

  if (gtk_widget_is_sensitive (GTK_WIDGET (check)))
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller,
         guint               key,
         GdkModifierType     modifiers,
         GtkShortcutFunc     callback,
         int                 argument)
{
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (callback, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (GtkWidget *row)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_key (controller, GDK_KEY_Up, GDK_ALT_MASK, move_cb, -1);
  add_key (controller, GDK_KEY_Down, GDK_ALT_MASK, move_cb, 1);
  add_key (controller, GDK_KEY_space, 0, toggle_cb, 0);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, controller);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *row)
{
  GtkWidget *dragged = g_value_get_object (value);

  if (gtk_widget_get_parent (dragged) != gtk_widget_get_parent (row))
    return FALSE;
  move (get_list (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dragged)),
        gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  return TRUE;
}

static void
add_dragging (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label ("");
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_can_focus (check, FALSE); /* the row has the focus, and its space key; "focusable" alone would keep Tab here */
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), handle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _("Drag to move, or press Alt and an arrow key"));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), row, G_CONNECT_SWAPPED);
  add_keys (row);
  add_dragging (row);
  return row;
}

static void
show_choice (GtkWidget                *row,
             const AtlasSectionChoice *choice)
{
  GtkCheckButton *check = get_check (row);

  gtk_check_button_set_label (check, choice->title);
  gtk_check_button_set_active (check, choice->is_chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (check), !choice->is_fixed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               choice->is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
update (AtlasSectionList *self)
{
  guint n = atlas_report_settings_get_n_sections (self->settings);
  GtkListBoxRow *row;

  self->is_updating = TRUE;
  for (guint i = 0; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (create_row ());
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      show_choice (GTK_WIDGET (row), atlas_report_settings_get_section (self->settings, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->is_updating = FALSE;
}

void
atlas_section_list_set_settings (AtlasSectionList    *self,
                                 AtlasReportSettings *settings)
{
  g_return_if_fail (ATLAS_IS_SECTION_LIST (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
atlas_section_list_dispose (GObject *object)
{
  AtlasSectionList *self = ATLAS_SECTION_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (atlas_section_list_parent_class)->dispose (object);
}

static void
atlas_section_list_class_init (AtlasSectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_section_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sectionlist");
}

static void
atlas_section_list_init (AtlasSectionList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sections"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}
