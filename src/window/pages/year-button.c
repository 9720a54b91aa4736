/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/year-button.h"

#include <glib/gi18n.h>

#include "indicators/number-format.h"
#include "window/pages/year-chooser.h"
#include "window/parts/quiet-tooltip.h"

struct _AtlasYearButton
{
  GtkWidget parent_instance;

  AtlasSession *session;

  GtkMenuButton *button; /* bound so that gtk_widget_dispose_template() takes it away */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (AtlasYearButton, atlas_year_button, GTK_TYPE_WIDGET)

static void
update (AtlasYearButton *self)
{
  int first = atlas_session_get_first_year (self->session);
  int last = atlas_session_get_last_year (self->session);
  g_autofree char *period = first == last ? g_strdup_printf ("%d", last) : g_strdup_printf ("%d/%d", first, last);
  g_autofree char *text = last == 0 ? g_strdup (_("Latest")) : atlas_format_period (period);

  gtk_label_set_label (self->label, text);
}

/* Called each time that the chooser is opened. */
static void
open_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  AtlasYearButton *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, atlas_year_chooser_new (self->session));
}

void
atlas_year_button_set_session (AtlasYearButton *self,
                               AtlasSession    *session)
{
  g_return_if_fail (ATLAS_IS_YEAR_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->button, open_cb, self, NULL);
  update (self);
}

static void
atlas_year_button_dispose (GObject *object)
{
  AtlasYearButton *self = ATLAS_YEAR_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_YEAR_BUTTON);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_year_button_parent_class)->dispose (object);
}

static void
atlas_year_button_class_init (AtlasYearButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_year_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/year-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasYearButton, button);
  gtk_widget_class_bind_template_child (widget_class, AtlasYearButton, label);
}

static void
atlas_year_button_init (AtlasYearButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_quiet_tooltip_describe (GTK_WIDGET (self->button), _("Choose the years"));
}
