/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report/batch-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/parts/file-dialog.h"
#include "window/report/batch-job.h"

/* How often is told how far it is, in milliseconds. */
#define INTERVAL 100

struct _AtlasBatchDialog
{
  AdwWindow parent_instance;

  AtlasSession *session;
  AtlasReportSettings *settings;
  char *within;
  char *folder;
  GArray *levels; /* (element-type AtlasRegionLevel): in the order of the choice */
  AtlasBatchJob *job; /* (nullable): while it runs */
  GCancellable *cancellable;
  guint timer;

  GtkStack *stack;
  GtkWidget *start_button;
  AdwComboRow *level_row;
  AdwActionRow *folder_row;
  GtkWidget *volume_row;
  GtkSwitch *volume;
  GtkSwitch *resume;
  GtkProgressBar *bar;
  GtkLabel *position;
  AdwStatusPage *result;
  GtkWidget *failures_group;
  GtkListBox *failures;
};

G_DEFINE_FINAL_TYPE (AtlasBatchDialog, atlas_batch_dialog, ADW_TYPE_WINDOW)

static void
show_result (AtlasBatchDialog *self,
             const char       *icon,
             const char       *title,
             const char       *description)
{
  adw_status_page_set_icon_name (self->result, icon);
  adw_status_page_set_title (self->result, title);
  adw_status_page_set_description (self->result, description);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
append_failure (AtlasBatchDialog    *self,
                const AtlasBatchRow *row)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), row->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), row->reason);
  gtk_list_box_append (self->failures, line);
}

static void
show_failures (AtlasBatchDialog *self,
               AtlasBatchIndex  *index)
{
  for (guint i = 0; i < atlas_batch_index_get_n_rows (index); i++)
    {
      const AtlasBatchRow *row = atlas_batch_index_get_row (index, i);

      if (row->status == ATLAS_BATCH_FAILED)
        append_failure (self, row);
    }
  gtk_widget_set_visible (self->failures_group, atlas_batch_index_count (index, ATLAS_BATCH_FAILED) > 0);
}

static void
show_index (AtlasBatchDialog *self,
            AtlasBatchIndex  *index)
{
  guint n_written = atlas_batch_index_count (index, ATLAS_BATCH_WRITTEN);
  gboolean is_cancelled = g_cancellable_is_cancelled (self->cancellable);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u Report Written", "%u Reports Written", n_written), n_written);
  g_autofree char *description = NULL;

  if (is_cancelled)
    description = g_strdup (_("Cancelled. Begin again in the same folder to make the others."));
  else
    description = g_strdup_printf (_("They are in “%s”, with a list of them (index.csv) and of what failed (log.csv)."),
                                   self->folder);
  show_failures (self, index);
  show_result (self, "atlas-report-symbolic", title, description);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AtlasBatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBatchIndex) index = atlas_batch_job_run_finish (ATLAS_BATCH_JOB (object), result, &error);

  if (self->session == NULL) /* closed meanwhile */
    return;
  g_clear_object (&self->job);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (index != NULL)
    show_index (self, index);
  else
    show_result (self, "dialog-warning-symbolic", _("No Reports Were Written"), error->message);
}

static gboolean
tell_progress (gpointer user_data)
{
  AtlasBatchDialog *self = user_data;
  guint done, n;
  g_autofree char *name = atlas_batch_job_dup_progress (self->job, &done, &n);
  g_autofree char *text = NULL;

  if (name == NULL)
    return G_SOURCE_CONTINUE;
  gtk_progress_bar_set_fraction (self->bar, (double) done / n);
  /* Translators: how many reports of how many are made, and the region of the last: “12 of 31 · Wuzhong” */
  text = done < n ? g_strdup_printf (_("%1$u of %2$u · %3$s"), done, n, name) : g_strdup (_("Binding the volume…"));
  gtk_label_set_label (self->position, text);
  return G_SOURCE_CONTINUE;
}

void
atlas_batch_dialog_start (AtlasBatchDialog *self)
{
  AtlasRegionLevel level;

  g_return_if_fail (ATLAS_IS_BATCH_DIALOG (self));

  if (self->folder == NULL || self->job != NULL || self->levels->len == 0)
    return;
  level = g_array_index (self->levels, AtlasRegionLevel, adw_combo_row_get_selected (self->level_row));
  self->job = atlas_batch_job_new (atlas_report_settings_create_order (self->settings, self->session),
                                   atlas_report_settings_get_format (self->settings), self->within, level, self->folder,
                                   gtk_widget_get_sensitive (self->volume_row) && gtk_switch_get_active (self->volume),
                                   gtk_switch_get_active (self->resume));
  gtk_widget_set_visible (self->start_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  self->timer = g_timeout_add (INTERVAL, tell_progress, self);
  atlas_batch_job_run (self->job, self->cancellable, finished_cb, g_object_ref (self));
}

static void
cancel_clicked (AtlasBatchDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

void
atlas_batch_dialog_set_folder (AtlasBatchDialog *self,
                               const char       *path)
{
  g_autofree char *name = NULL;

  g_return_if_fail (ATLAS_IS_BATCH_DIALOG (self));

  g_free (self->folder);
  self->folder = g_strdup (path);
  name = g_filename_display_name (path);
  adw_action_row_set_subtitle (self->folder_row, name);
  gtk_widget_set_sensitive (self->start_button, TRUE);
}

static void
folder_chosen (const char *path,
               gpointer    dialog)
{
  atlas_batch_dialog_set_folder (dialog, path);
}

static void
choose_clicked (AtlasBatchDialog *self)
{
  atlas_file_dialog_choose_folder (GTK_WINDOW (self), _("Folder for the Reports"), folder_chosen, G_OBJECT (self));
}

static void
open_clicked (AtlasBatchDialog *self)
{
  g_autofree char *full = g_canonicalize_filename (self->folder, NULL);
  g_autofree char *uri = g_filename_to_uri (full, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

void
atlas_batch_dialog_set_level (AtlasBatchDialog *self,
                              const char       *level)
{
  AtlasRegionLevel wanted;

  g_return_if_fail (ATLAS_IS_BATCH_DIALOG (self));

  if (!atlas_region_level_from_id (level, &wanted))
    return;
  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, AtlasRegionLevel, i) == wanted)
      adw_combo_row_set_selected (self->level_row, i);
}

static guint
count_divisions (AtlasRegionTree   *tree,
                 const AtlasRegion *within,
                 AtlasRegionLevel   level)
{
  g_autoptr (GPtrArray) regions = atlas_region_tree_list_level (tree, within, level);
  guint n = 0;

  for (guint i = 0; i < regions->len; i++)
    n += ((const AtlasRegion *) g_ptr_array_index (regions, i))->statutory;
  return n;
}

/* The levels below the region, each with how many divisions it has. */
static void
fill_levels (AtlasBatchDialog  *self,
             const AtlasRegion *within)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint level = within->level + 1; level <= ATLAS_REGION_LEVEL_TOWNSHIP; level++)
    {
      guint n = count_divisions (tree, within, (AtlasRegionLevel) level);
      /* Translators: a level and how many divisions it has: “county (22)” */
      g_autofree char *title = g_strdup_printf (_("%1$s (%2$u)"), atlas_region_level_get_name ((AtlasRegionLevel) level), n);

      if (n == 0)
        continue;
      gtk_string_list_append (titles, title);
      g_array_append_val (self->levels, level);
    }
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (titles));
}

/* What is begun comes to an end with the report under way. */
static gboolean
atlas_batch_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (ATLAS_BATCH_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (atlas_batch_dialog_parent_class)->close_request (window);
}

static void
atlas_batch_dialog_dispose (GObject *object)
{
  AtlasBatchDialog *self = ATLAS_BATCH_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_BATCH_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->job);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_batch_dialog_parent_class)->dispose (object);
}

static void
atlas_batch_dialog_finalize (GObject *object)
{
  AtlasBatchDialog *self = ATLAS_BATCH_DIALOG (object);

  g_free (self->within);
  g_free (self->folder);
  g_array_unref (self->levels);
  G_OBJECT_CLASS (atlas_batch_dialog_parent_class)->finalize (object);
}

static void
atlas_batch_dialog_class_init (AtlasBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_batch_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_batch_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_batch_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/batch-dialog.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, start_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, volume_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, volume);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, resume);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, position);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, result);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, failures_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasBatchDialog, failures);
  gtk_widget_class_bind_template_callback (widget_class, atlas_batch_dialog_start);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked);
}

static void
atlas_batch_dialog_init (AtlasBatchDialog *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (AtlasRegionLevel));
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_batch_dialog_new (AtlasSession        *session,
                        AtlasReportSettings *settings)
{
  AtlasBatchDialog *self = g_object_new (ATLAS_TYPE_BATCH_DIALOG, NULL);
  const AtlasRegion *region = atlas_session_lookup_region (session);
  g_autofree char *title =
    g_strdup_printf (_("One Report for Every Region in %s"), atlas_region_get_display_name (region));

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  self->within = g_strdup (region->code);
  fill_levels (self, region);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_sensitive (self->volume_row, atlas_report_settings_get_format (settings) == ATLAS_REPORT_FORMAT_PDF);
  return GTK_WIDGET (self);
}
