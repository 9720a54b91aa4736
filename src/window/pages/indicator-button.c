/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/indicator-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/parts/quiet-tooltip.h"

struct _AtlasIndicatorButton
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasCatalogue *listed; /* the catalogue whose indicators stand in the list */

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *popover;
  GtkWidget *search_entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AtlasIndicatorButton, atlas_indicator_button, GTK_TYPE_WIDGET)

static const struct {
  const char *id;
  const char *name;
} groups[] = {
  { "certification", N_("Certification") },
  { "personnel", N_("Personnel") },
  { "exam", N_("Examinations") },
  { "stations", N_("Stations") },
  { "funding", N_("Funding") },
  { "services", N_("Services") },
  { "training", N_("Training") },
  { "organisations", N_("Organisations") },
  { "volunteers", N_("Volunteers") },
  { "policy", N_("Policy") },
  { "context", N_("Background") },
};

/* Position in the order of reading; groups that the program has no word for come last. */
static guint
group_position (const char *id)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (groups) && strcmp (groups[i].id, id) != 0)
    i++;
  return i;
}

static const char *
group_name (const char *id)
{
  guint position = group_position (id);

  return position < G_N_ELEMENTS (groups) ? _(groups[position].name) : id;
}

static const AtlasIndicator *
row_indicator (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "indicator");
}

static int
compare_rows_cb (GtkListBoxRow *a,
                 GtkListBoxRow *b,
                 gpointer       user_data)
{
  int difference = (int) group_position (row_indicator (a)->group) - (int) group_position (row_indicator (b)->group);

  if (difference == 0)
    difference = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), "position"))
                 - GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "position"));
  return difference;
}

static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  const char *group = row_indicator (row)->group;
  GtkWidget *header = NULL;

  if (before == NULL || strcmp (row_indicator (before)->group, group) != 0)
    {
      header = gtk_label_new (group_name (group));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "list-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

static gboolean
contains_folded (const char *text,
                 const char *folded)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);

  return strstr (folded_text, folded) != NULL;
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  AtlasIndicatorButton *self = user_data;
  const AtlasIndicator *indicator = row_indicator (row);
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);

  g_strstrip (wanted);
  return contains_folded (indicator->name_zh, wanted)
         || contains_folded (indicator->name_en, wanted)
         || contains_folded (indicator->indicator_id, wanted);
}

static GtkWidget *
make_row (const AtlasIndicator *indicator,
          guint                 position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (atlas_indicator_get_name (indicator));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  atlas_quiet_tooltip_describe (row, atlas_indicator_get_definition (indicator));
  g_object_set_data (G_OBJECT (row), "indicator", (gpointer) indicator);
  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  return row;
}

/* The rows point into the catalogue: it is kept for as long as they stand. */
static void
fill_list (AtlasIndicatorButton *self)
{
  AtlasCatalogue *catalogue = self->session != NULL ? atlas_session_get_catalogue (self->session) : NULL;
  GtkWidget *child;

  if (catalogue == self->listed)
    return;
  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_clear_pointer (&self->listed, atlas_catalogue_unref);
  if (catalogue == NULL)
    return;
  self->listed = atlas_catalogue_ref (catalogue);
  for (guint i = 0; i < atlas_catalogue_get_n_indicators (catalogue); i++)
    gtk_list_box_append (self->list, make_row (atlas_catalogue_get_nth_indicator (catalogue, i), i));
}

static void
select_current (AtlasIndicatorButton *self)
{
  const char *id = atlas_session_get_indicator (self->session);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (strcmp (row_indicator (row)->indicator_id, id) == 0)
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
}

static void
update_label (AtlasIndicatorButton *self)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  const AtlasIndicator *indicator = NULL;

  if (catalogue != NULL)
    indicator = atlas_catalogue_find_indicator (catalogue, atlas_session_get_indicator (self->session));
  gtk_label_set_label (self->label, indicator != NULL ? atlas_indicator_get_name (indicator) : "");
}

static void
popover_show_cb (AtlasIndicatorButton *self)
{
  fill_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_list_box_invalidate_filter (self->list);
  select_current (self);
  gtk_widget_grab_focus (self->search_entry);
}

static void
search_changed_cb (AtlasIndicatorButton *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
choose (AtlasIndicatorButton *self,
        GtkListBoxRow        *row)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  atlas_session_set_indicator (self->session, row_indicator (row)->indicator_id);
}

/* Enter takes the first that is left. */
static void
search_activate_cb (AtlasIndicatorButton *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        choose (self, row);
        return;
      }
}

static void
stop_search_cb (AtlasIndicatorButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
row_activated_cb (AtlasIndicatorButton *self,
                  GtkListBoxRow        *row)
{
  choose (self, row);
}

static void
atlas_indicator_button_dispose (GObject *object)
{
  AtlasIndicatorButton *self = ATLAS_INDICATOR_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_INDICATOR_BUTTON);
  g_clear_pointer (&self->listed, atlas_catalogue_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_indicator_button_parent_class)->dispose (object);
}

static void
atlas_indicator_button_class_init (AtlasIndicatorButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_indicator_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/indicator-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasIndicatorButton, button);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndicatorButton, label);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndicatorButton, popover);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndicatorButton, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasIndicatorButton, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
atlas_indicator_button_init (AtlasIndicatorButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows_cb, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, filter_row_cb, self, NULL);
}

GtkWidget *
atlas_indicator_button_new (AtlasSession *session)
{
  AtlasIndicatorButton *self = g_object_new (ATLAS_TYPE_INDICATOR_BUTTON, NULL);

  atlas_indicator_button_set_session (self, session);
  return GTK_WIDGET (self);
}

void
atlas_indicator_button_set_session (AtlasIndicatorButton *self,
                                    AtlasSession         *session)
{
  g_return_if_fail (ATLAS_IS_INDICATOR_BUTTON (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::indicator", G_CALLBACK (update_label), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (update_label), self, G_CONNECT_SWAPPED);
  update_label (self);
}
