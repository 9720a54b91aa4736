/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/report-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "reports/report-file.h"
#include "window/pages/page.h"
#include "window/report/report-form.h"
#include "window/report/report-worker.h"

struct _AtlasReportPage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasReportSettings *settings;
  AtlasReportWorker *worker;
  gboolean is_stale;   /* what is shown is not what is asked for */
  gboolean is_working; /* a report is being made */

  AdwFlap *flap;
  AtlasReportForm *form;
  GtkLabel *position;
  GtkLabel *zoom;
  GtkSpinner *spinner;
  GtkStack *stack;
  AtlasReportPreview *preview;
  AdwStatusPage *status;
  GtkButton *suggestion;
};

static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasReportPage, atlas_report_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

static gboolean
has_regions (AtlasReportPage *self)
{
  return atlas_report_settings_is_for_one (self->settings) ||
         g_strv_length ((char **) atlas_session_get_compare (self->session)) >= 2;
}

static void
show_status (AtlasReportPage *self,
             const char      *title,
             const char      *description)
{
  atlas_report_preview_set_sheets (self->preview, NULL);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->status));
}

/* A button for what can be done at once, or none. */
static void
suggest (AtlasReportPage *self,
         const char      *label,
         const char      *action,
         GVariant        *target)
{
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->suggestion, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->suggestion), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->suggestion), NULL); /* which would have the target of another */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->suggestion), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->suggestion), action);
}

static void
show_lack_of_regions (AtlasReportPage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  g_autofree char *label = NULL;

  show_status (self, _("Choose Two or More Regions"),
               _("Tick them in the list of regions, or add them on the left. Up to eight are compared in one report."));
  if (region == NULL || region->parent == NULL)
    {
      suggest (self, NULL, NULL, NULL);
      return;
    }
  label = g_strdup_printf (_("Compare %s with %s"), atlas_region_get_display_name (region),
                           atlas_region_get_display_name (region->parent));
  suggest (self, label, "win.compare",
           g_variant_new_strv ((const char *const[]) { region->parent->code, region->code }, 2));
}

static void
show_failure (AtlasReportPage *self,
              const GError    *error)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  gboolean is_empty = g_error_matches (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY);
  g_autofree char *description = NULL;
  g_autofree char *label = NULL;

  /* Translators: why there is nothing to report on, and what to do */
  description = is_empty ? g_strdup_printf (_("%s. Or choose another region or year."), error->message) : g_strdup (error->message);
  show_status (self, is_empty ? _("Nothing to Report On") : _("The Report Was Not Made"), description);
  if (is_empty && atlas_catalogue_is_empty (atlas_session_get_catalogue (self->session)))
    {
      suggest (self, _("Import Files…"), "win.import", g_variant_new_string (""));
      return;
    }
  if (!is_empty || region == NULL || region->parent == NULL || !atlas_report_settings_is_for_one (self->settings))
    {
      suggest (self, NULL, NULL, NULL);
      return;
    }
  /* Translators: a button: the report on the region above the chosen one */
  label = g_strdup_printf (_("Report on %s"), atlas_region_get_display_name (region->parent));
  suggest (self, label, "win.select-region", g_variant_new_string (region->parent->code));
}

static void update (AtlasReportPage *self);

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  AtlasReportPage *self = ATLAS_REPORT_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReportSheets) sheets = atlas_report_worker_draw_finish (result, &error);

  self->is_working = FALSE;
  if (self->worker == NULL) /* closed meanwhile */
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (self->is_stale)
    {
      update (self);
      return;
    }
  if (sheets == NULL)
    {
      show_failure (self, error);
      return;
    }
  atlas_report_preview_set_sheets (self->preview, sheets);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->preview));
}

/* One report is made at a time; what is changed meanwhile is seen to when it is there. */
static void
update (AtlasReportPage *self)
{
  self->is_stale = TRUE;
  if (self->is_working || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      atlas_session_get_catalogue (self->session) == NULL)
    return;
  self->is_stale = FALSE;
  if (!has_regions (self))
    {
      show_lack_of_regions (self);
      return;
    }
  self->is_working = TRUE;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  atlas_report_worker_draw (self->worker, atlas_report_settings_create_order (self->settings, self->session),
                            G_OBJECT (self), NULL, drawn_cb, NULL);
}

static void
dataset_changed_cb (AtlasReportPage *self)
{
  atlas_report_worker_forget (self->worker);
  update (self);
}

static void
atlas_report_page_map (GtkWidget *widget)
{
  AtlasReportPage *self = ATLAS_REPORT_PAGE (widget);

  GTK_WIDGET_CLASS (atlas_report_page_parent_class)->map (widget);
  if (self->is_stale)
    update (self);
}

/* "Page 2 of 4" */
static void
show_position (AtlasReportPage *self)
{
  AtlasReportSheets *sheets = atlas_report_preview_get_sheets (self->preview);
  g_autofree char *text = NULL;

  if (sheets != NULL)
    text = g_strdup_printf (_("Page %u of %u"), atlas_report_preview_get_sheet (self->preview),
                            atlas_report_sheets_get_n (sheets));
  gtk_label_set_label (self->position, text != NULL ? text : "");
}

static void
show_zoom (AtlasReportPage *self)
{
  guint zoom = atlas_report_preview_get_zoom (self->preview);
  g_autofree char *text = zoom > 0 ? g_strdup_printf ("%u%%", zoom) : NULL;

  gtk_label_set_label (self->zoom, text != NULL ? text : _("Fit"));
}

AtlasReportPreview *
atlas_report_page_get_preview (AtlasReportPage *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PAGE (self), NULL);

  return self->preview;
}

static gboolean
is_complete (AtlasPage *page)
{
  AtlasReportPage *self = ATLAS_REPORT_PAGE (page);

  return !self->is_stale && !self->is_working &&
         (atlas_report_preview_get_sheets (self->preview) == NULL || atlas_report_preview_is_painted (self->preview));
}

static AtlasReportOrder *
dup_order (AtlasPage *page)
{
  AtlasReportPage *self = ATLAS_REPORT_PAGE (page);

  return atlas_report_settings_create_order (self->settings, self->session);
}

/* The charts and tables of a report are in the formats that it is written in. */
static void
page_init (AtlasPageInterface *iface)
{
  iface->is_complete = is_complete;
  iface->dup_order = dup_order;
}

static void
atlas_report_page_dispose (GObject *object)
{
  AtlasReportPage *self = ATLAS_REPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_REPORT_PAGE);
  g_clear_pointer (&self->worker, atlas_report_worker_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_report_page_parent_class)->dispose (object);
}

static void
atlas_report_page_class_init (AtlasReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_report_page_dispose;
  widget_class->map = atlas_report_page_map;
  g_type_ensure (ATLAS_TYPE_REPORT_FORM);
  g_type_ensure (ATLAS_TYPE_REPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, flap);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, form);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, position);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, zoom);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, preview);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, status);
  gtk_widget_class_bind_template_child (widget_class, AtlasReportPage, suggestion);
}

static void
atlas_report_page_init (AtlasReportPage *self)
{
  self->worker = atlas_report_worker_new ();
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_zoom (self);
  g_signal_connect_object (self->preview, "notify::sheet", G_CALLBACK (show_position), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_report_page_new (AtlasSession        *session,
                       AtlasReportSettings *settings)
{
  AtlasReportPage *self = g_object_new (ATLAS_TYPE_REPORT_PAGE, NULL);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  atlas_report_form_set_settings (self->form, self->settings, session);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
