/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "window/pages/year-button.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/wrap-layout.h"
#include "window/regions/region-chip.h"
#include "window/regions/region-picker.h"
#include "window/report/section-list.h"
#include "window/state/region-colours.h"

struct _AtlasReportForm
{
  GtkWidget parent_instance;

  AtlasReportSettings *settings;
  AtlasSession *session;
  char **templates; /* in the order of the choice */
  gboolean is_updating;

  GtkWidget *box; /* bound so that the template takes it away */
  GtkDropDown *template_choice;
  GtkWidget *delete_button;
  GtkWidget *chips;
  GtkWidget *add_button;
  GtkLabel *regions_hint;
  AtlasYearButton *year_button;
  AtlasSectionList *sections;
  GtkDropDown *format_choice;
  GtkDropDown *paper_choice;
  GtkDropDown *numbers_choice;
};

static const char *const papers[] = { "iso_a4", "iso_a3", "iso_a3_enlarged", NULL };

G_DEFINE_FINAL_TYPE (AtlasReportForm, atlas_report_form, GTK_TYPE_WIDGET)

static void
activate (AtlasReportForm *self,
          const char      *action,
          const char      *target)
{
  if (!self->is_updating)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", target);
}

static void
template_chosen (AtlasReportForm *self)
{
  guint selected = gtk_drop_down_get_selected (self->template_choice);

  if (self->templates != NULL && selected < g_strv_length (self->templates))
    activate (self, "win.report-template", self->templates[selected]);
}

static void
format_chosen (AtlasReportForm *self)
{
  activate (self, "win.report-format",
            atlas_report_format_list_ids ()[gtk_drop_down_get_selected (self->format_choice)]);
}

static void
paper_chosen (AtlasReportForm *self)
{
  activate (self, "win.report-paper", papers[gtk_drop_down_get_selected (self->paper_choice)]);
}

static void
numbers_chosen (AtlasReportForm *self)
{
  activate (self, "win.report-page-numbers",
            atlas_page_numbers_list_ids ()[gtk_drop_down_get_selected (self->numbers_choice)]);
}

static guint
find_id (const char *const *ids,
         const char        *id)
{
  guint i = 0;

  while (ids[i] != NULL && strcmp (ids[i], id) != 0)
    i++;
  return i;
}

static void
update_templates (AtlasReportForm *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->is_updating = TRUE;
  g_strfreev (self->templates);
  self->templates = atlas_report_settings_list_templates (self->settings);
  for (guint i = 0; self->templates[i] != NULL; i++)
    gtk_string_list_append (titles, atlas_report_settings_get_title (self->templates[i]));
  gtk_drop_down_set_model (self->template_choice, G_LIST_MODEL (titles));
  self->is_updating = FALSE;
}

static void
show_template (AtlasReportForm *self)
{
  const char *name = atlas_report_settings_get_template (self->settings);

  for (guint i = 0; self->templates[i] != NULL; i++)
    if (strcmp (self->templates[i], name) == 0)
      gtk_drop_down_set_selected (self->template_choice, i);
  gtk_widget_set_visible (self->delete_button, atlas_report_settings_is_own (self->settings));
}

/* The one region of a report that has one. */
static GtkWidget *
create_label (AtlasReportForm   *self,
              const AtlasRegion *region)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (atlas_region_get_display_name (region));
  g_autofree char *path = atlas_region_dup_path (region, " › ");

  gtk_widget_add_css_class (box, "region-chip");
  gtk_widget_add_css_class (box, "single");
  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  atlas_region_colours_set (swatch, atlas_session_get_slot (self->session, region->code));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  atlas_quiet_tooltip_describe (box, path);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_chip (AtlasReportForm *self,
          GtkWidget       *chip)
{
  gtk_widget_insert_before (chip, self->chips, self->add_button);
}

static void
update_regions (AtlasReportForm *self)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session));
  const char *const *codes = atlas_session_get_compare (self->session);
  gboolean one = atlas_report_settings_is_for_one (self->settings);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != self->add_button)
    gtk_widget_unparent (chip);
  if (one)
    add_chip (self, create_label (self, atlas_session_lookup_region (self->session)));
  else
    for (guint i = 0; codes[i] != NULL; i++)
      add_chip (self, atlas_region_chip_new (self->session, atlas_region_tree_lookup (tree, codes[i])));
  gtk_widget_set_visible (self->add_button,
                          !one && g_strv_length ((char **) codes) < ATLAS_SESSION_MAX_COMPARE);
  gtk_label_set_label (self->regions_hint, one ? _("The region chosen in the list of regions")
                                               : _("Two to eight regions; the first is the reference"));
}

static void
update (AtlasReportForm *self)
{
  if (atlas_session_get_catalogue (self->session) == NULL)
    return;
  self->is_updating = TRUE;
  show_template (self);
  update_regions (self);
  gtk_drop_down_set_selected (self->format_choice, atlas_report_settings_get_format (self->settings));
  gtk_drop_down_set_selected (self->paper_choice, find_id (papers, atlas_report_settings_get_paper (self->settings)));
  gtk_drop_down_set_selected (self->numbers_choice, find_id (atlas_page_numbers_list_ids (),
                                                             atlas_report_settings_get_numbers (self->settings)));
  self->is_updating = FALSE;
}

static void
templates_changed (AtlasReportForm *self)
{
  update_templates (self);
  update (self);
}

void
atlas_report_form_set_settings (AtlasReportForm     *self,
                                AtlasReportSettings *settings,
                                AtlasSession        *session)
{
  g_return_if_fail (ATLAS_IS_REPORT_FORM (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  self->session = g_object_ref (session);
  atlas_section_list_set_settings (self->sections, settings);
  atlas_year_button_set_session (self->year_button, session);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add_button), atlas_region_picker_new (session));
  update_templates (self);
  update (self);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "output-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "templates-changed", G_CALLBACK (templates_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
atlas_report_form_dispose (GObject *object)
{
  AtlasReportForm *self = ATLAS_REPORT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_REPORT_FORM);
  g_clear_pointer (&self->templates, g_strfreev);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_report_form_parent_class)->dispose (object);
}

static void
atlas_report_form_class_init (AtlasReportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_report_form_dispose;
  g_type_ensure (ATLAS_TYPE_SECTION_LIST);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  g_type_ensure (ATLAS_TYPE_YEAR_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "reportform");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/report-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, template_choice);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, delete_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, chips);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, add_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, regions_hint);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, year_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, sections);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, format_choice);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, paper_choice);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportForm, numbers_choice);
  gtk_widget_class_bind_template_callback (widget_class, template_chosen);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen);
  gtk_widget_class_bind_template_callback (widget_class, numbers_chosen);
}

static void
atlas_report_form_init (AtlasReportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
