/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "window/parts/wrap-layout.h"
#include "window/regions/region-chip.h"
#include "window/regions/region-picker.h"
#include "window/state/saved-comparisons.h"

struct _AtlasCompareBar
{
  GtkWidget parent_instance;

  AtlasSession *session;
  gboolean is_updating;

  GtkWidget *add_button;
  AdwButtonContent *add_content;
  GtkMenuButton *saved_button;
  GtkWidget *scales;
  GtkToggleButton *totals;
  GtkToggleButton *per_10k;
  GtkToggleButton *as_index;
};

G_DEFINE_FINAL_TYPE (AtlasCompareBar, atlas_compare_bar, GTK_TYPE_WIDGET)

static const AtlasRegion *
lookup (AtlasCompareBar *self,
        const char      *code)
{
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session)), code);
}

static void
update_chips (AtlasCompareBar *self)
{
  const char *const *codes = atlas_session_get_compare (self->session);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != self->add_button)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
    }
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_widget_insert_before (atlas_region_chip_new (self->session, lookup (self, codes[i])), GTK_WIDGET (self),
                              self->add_button);
}

/* Beside regions that are compared the sign is enough, and leaves the line to them. */
static void
update_add_button (AtlasCompareBar *self,
                   guint            n_regions)
{
  adw_button_content_set_label (self->add_content, n_regions < 2 ? _("Add Region") : "");
  gtk_widget_set_visible (self->add_button, n_regions < ATLAS_SESSION_MAX_COMPARE);
}

static void
update_scales (AtlasCompareBar *self,
               guint            n_regions)
{
  gtk_toggle_button_set_active (atlas_session_get_as_index (self->session)  ? self->as_index
                                : atlas_session_get_per_10k (self->session) ? self->per_10k
                                                                            : self->totals,
                                TRUE);
  gtk_widget_set_visible (self->scales, n_regions >= 2);
}

void
atlas_compare_bar_update (AtlasCompareBar *self)
{
  guint n_regions = g_strv_length ((char **) atlas_session_get_compare (self->session));

  g_return_if_fail (ATLAS_IS_COMPARE_BAR (self));

  self->is_updating = TRUE;
  update_chips (self);
  update_add_button (self, n_regions);
  update_scales (self, n_regions);
  self->is_updating = FALSE;
}

/* One of the three goes out before another comes on, and both tell. */
static void
scale_toggled (AtlasCompareBar *self)
{
  gboolean per_10k = gtk_toggle_button_get_active (self->per_10k);
  gboolean as_index = gtk_toggle_button_get_active (self->as_index);

  if (self->is_updating || (!per_10k && !as_index && !gtk_toggle_button_get_active (self->totals)))
    return;
  atlas_session_begin_step (self->session);
  atlas_session_set_per_10k (self->session, per_10k && !as_index);
  atlas_session_set_as_index (self->session, as_index);
  atlas_session_end_step (self->session);
}

static void
atlas_compare_bar_dispose (GObject *object)
{
  AtlasCompareBar *self = ATLAS_COMPARE_BAR (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_COMPARE_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_compare_bar_parent_class)->dispose (object);
}

static void
atlas_compare_bar_class_init (AtlasCompareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_compare_bar_dispose;
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, add_content);
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, saved_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, scales);
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, totals);
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, per_10k);
  gtk_widget_class_bind_template_child (widget_class, AtlasCompareBar, as_index);
  gtk_widget_class_bind_template_callback (widget_class, scale_toggled);
}

static void
atlas_compare_bar_init (AtlasCompareBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_wrap_layout_set_squeezes (ATLAS_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), TRUE);
}

GtkWidget *
atlas_compare_bar_new (AtlasSession *session)
{
  AtlasCompareBar *self = g_object_new (ATLAS_TYPE_COMPARE_BAR, NULL);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GMenuModel) saved = atlas_saved_comparisons_menu_new (settings);

  self->session = g_object_ref (session);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add_button), atlas_region_picker_new (session));
  gtk_menu_button_set_menu_model (self->saved_button, saved);
  return GTK_WIDGET (self);
}
