/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-chip.h"

#include <glib/gi18n.h>

#include "window/parts/quiet-tooltip.h"
#include "window/state/region-colours.h"

/* What stays of a name where there is little room, in Latin letters; Han characters are twice as wide. */
#define LEAST_NAME 6
#define MOST_NAME 24

struct _AtlasRegionChip
{
  GtkWidget parent_instance;

  AtlasSession *session;
  char *code;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (AtlasRegionChip, atlas_region_chip, GTK_TYPE_WIDGET)

/* The change ends this chip: it must outlive its own handler. */
static void
remove_clicked (AtlasRegionChip *self)
{
  g_autoptr (AtlasRegionChip) alive = g_object_ref (self);

  atlas_session_toggle_compare (alive->session, alive->code, FALSE);
}

static gboolean
delete_pressed (GtkWidget *widget,
                GVariant  *args,
                gpointer   data)
{
  remove_clicked (ATLAS_REGION_CHIP (widget));
  return GDK_EVENT_STOP;
}

static void
atlas_region_chip_dispose (GObject *object)
{
  AtlasRegionChip *self = ATLAS_REGION_CHIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (atlas_region_chip_parent_class)->dispose (object);
}

static void
atlas_region_chip_class_init (AtlasRegionChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_region_chip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_pressed, NULL);
}

static void
atlas_region_chip_init (AtlasRegionChip *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "region-chip");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
append_swatch (AtlasRegionChip *self)
{
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  atlas_region_colours_set (swatch, atlas_session_get_slot (self->session, self->code));
  gtk_box_append (GTK_BOX (self->box), swatch);
}

/* As wide as how many letters NAME is. */
static int
count_letters (const char *name)
{
  int n = 0;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    n += g_unichar_iswide (g_utf8_get_char (name)) ? 2 : 1;
  return n;
}

static void
append_name (AtlasRegionChip   *self,
             const AtlasRegion *region)
{
  g_autofree char *name = atlas_region_dup_short_name (region);
  g_autofree char *path = atlas_region_dup_path (region, " › ");
  GtkWidget *label = gtk_label_new (name);

  /* A short name is told whole: what its end would save the dots need. */
  if (count_letters (name) > LEAST_NAME + 1)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), LEAST_NAME);
    }
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_NAME);
  atlas_quiet_tooltip_describe (label, path);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
append_button (AtlasRegionChip   *self,
               const AtlasRegion *region)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_("Take %s out of the comparison"),
                                              atlas_region_get_display_name (region));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  atlas_quiet_tooltip_describe (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

GtkWidget *
atlas_region_chip_new (AtlasSession      *session,
                       const AtlasRegion *region)
{
  AtlasRegionChip *self = g_object_new (ATLAS_TYPE_REGION_CHIP, NULL);

  self->session = g_object_ref (session);
  self->code = g_strdup (region->code);
  append_swatch (self);
  append_name (self, region);
  append_button (self, region);
  return GTK_WIDGET (self);
}
