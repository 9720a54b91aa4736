/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/empty-notice.h"

#include <glib/gi18n.h>

#include "window/parts/wrap-layout.h"

struct _AtlasEmptyNotice
{
  GtkWidget parent_instance;

  GtkWidget *frame; /* bound so that the template takes it away */
  GtkLabel *title;
  GtkLabel *text;
  GtkButton *parent_button;
};

G_DEFINE_FINAL_TYPE (AtlasEmptyNotice, atlas_empty_notice, GTK_TYPE_WIDGET)

static void
atlas_empty_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ATLAS_TYPE_EMPTY_NOTICE);
  G_OBJECT_CLASS (atlas_empty_notice_parent_class)->dispose (object);
}

static void
atlas_empty_notice_class_init (AtlasEmptyNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_empty_notice_dispose;
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/empty-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasEmptyNotice, frame);
  gtk_widget_class_bind_template_child (widget_class, AtlasEmptyNotice, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasEmptyNotice, text);
  gtk_widget_class_bind_template_child (widget_class, AtlasEmptyNotice, parent_button);
}

static void
atlas_empty_notice_init (AtlasEmptyNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
atlas_empty_notice_show (AtlasEmptyNotice *self,
                         AtlasSession     *session,
                         const char       *title,
                         const char       *text)
{
  const AtlasRegion *parent = atlas_session_lookup_region (session)->parent;

  g_return_if_fail (ATLAS_IS_EMPTY_NOTICE (self));

  /* Where nothing is known of anybody, the region above leads nowhere. */
  if (atlas_catalogue_is_empty (atlas_session_get_catalogue (session)))
    parent = NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->parent_button), parent != NULL);
  if (parent != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("Show %s"), atlas_region_get_display_name (parent));

      gtk_button_set_label (self->parent_button, label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->parent_button), "s", parent->code);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->parent_button), "win.select-region");
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
atlas_empty_notice_hide (AtlasEmptyNotice *self)
{
  g_return_if_fail (ATLAS_IS_EMPTY_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
