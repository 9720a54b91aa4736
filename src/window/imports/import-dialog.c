/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/rejects-file.h"
#include "window/imports/import-text.h"
#include "window/main-window.h"
#include "window/parts/file-dialog.h"

/* Between two looks at how far the worker is. */
#define INTERVAL_MS 100

struct _AtlasImportDialog
{
  AdwWindow parent_instance;

  AtlasSession *session;
  AtlasImportRequest *request;
  AtlasImportResult *result;
  AtlasImportJob *job; /* (nullable): under way */
  GCancellable *cancellable;
  guint timer;
  AtlasMainWindow *window; /* (nullable): weak, once the dialog has been closed */

  GtkWidget *close_button;
  GtkWidget *back_button;
  GtkButton *go_button;
  GtkStack *stack;
  GtkRevealer *revealer;
  GtkProgressBar *progress;
  AtlasImportPreview *preview;
  AtlasImportOptionsGroup *options;
  AtlasImportMapping *mapping;
  AdwStatusPage *done;
  GtkWidget *show_button;
  GtkWidget *save_button;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (AtlasImportDialog, atlas_import_dialog, ADW_TYPE_WINDOW)

static void start (AtlasImportDialog *self, gboolean dry_run);

static gboolean
is_page (AtlasImportDialog *self,
         const char        *name)
{
  return strcmp (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static guint
count_accepted (const AtlasImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->inputs->len; i++)
    n += ((const AtlasImportInput *) g_ptr_array_index (result->inputs, i))->refused == NULL;
  return n;
}

/* The button at the head goes on from the page shown, where that can be. */
static void
update_buttons (AtlasImportDialog *self)
{
  gboolean maps = is_page (self, "columns"), previews = is_page (self, "preview");
  gboolean accepts = previews && count_accepted (self->result) > 0;
  gboolean rest = accepts && self->result->is_refused;
  gboolean can_go = maps ? atlas_import_mapping_is_complete (self->mapping) : accepts;

  gtk_widget_set_visible (self->back_button, maps);
  gtk_widget_set_visible (GTK_WIDGET (self->go_button), maps || previews);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), can_go && self->job == NULL);
  gtk_button_set_label (self->go_button, maps ? _("_Apply") : rest ? _("_Import the Rest") : _("_Import"));
  gtk_button_set_label (GTK_BUTTON (self->close_button), is_page (self, "done") ? _("_Close") : _("_Cancel"));
  gtk_revealer_set_reveal_child (self->revealer, self->job != NULL);
}

static void
show_page (AtlasImportDialog *self,
           const char        *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  update_buttons (self);
}

static gboolean
show_progress (gpointer user_data)
{
  AtlasImportDialog *self = user_data;
  double fraction = atlas_import_job_get_fraction (self->job);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
stop (AtlasImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->job);
  g_clear_handle_id (&self->timer, g_source_remove);
}

/* Without a preview there is nothing else to look at; with one, the problem lies in what was chosen below it. */
static void
show_problem (AtlasImportDialog *self,
              const char        *message)
{
  if (self->result != NULL && !is_page (self, "failed"))
    {
      atlas_import_preview_show (self->preview, NULL, message);
      show_page (self, "preview");
      return;
    }
  adw_status_page_set_description (self->failed, message);
  show_page (self, "failed");
}

/* (nullable): the first that has brought or changed rows. */
static const AtlasImportInput *
find_changed (const AtlasImportResult *result)
{
  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      if (input->inserted + input->updated > 0)
        return input;
    }
  return NULL;
}

static void
show_done (AtlasImportDialog *self)
{
  g_autofree char *total = atlas_import_dup_total (self->result);

  adw_status_page_set_title (self->done, self->result->import_id != 0 ? _("Imported") : _("Nothing Has Changed"));
  adw_status_page_set_description (self->done, total);
  gtk_widget_set_visible (self->show_button, self->result->import_id != 0 && find_changed (self->result) != NULL);
  gtk_widget_set_visible (self->save_button, atlas_text_grid_get_n_rows (atlas_import_preview_get_rejected (self->preview)) > 0);
  show_page (self, "done");
}

static void
take_result (AtlasImportDialog *self,
             AtlasImportResult *result,
             gboolean           dry_run)
{
  g_clear_pointer (&self->result, atlas_import_result_free);
  self->result = result;
  atlas_import_preview_show (self->preview, result, NULL);
  /* What is refused now was not when it was tried out: somebody has changed the file. */
  if (dry_run || (result->is_refused && !self->request->keep_going))
    show_page (self, "preview");
  else
    show_done (self);
}

static void
job_done (GObject      *object,
          GAsyncResult *async_result,
          gpointer      user_data)
{
  g_autoptr (AtlasImportDialog) self = user_data;
  AtlasImportJob *job = ATLAS_IMPORT_JOB (object);
  g_autoptr (GError) error = NULL;
  AtlasImportResult *result = atlas_import_job_run_finish (job, async_result, &error);
  gboolean dry_run = atlas_import_job_is_dry_run (job);

  /* What has been written is shown, whether anybody waits for it or not. */
  if (!dry_run)
    atlas_session_notice_change (self->session);
  if (job != self->job)
    {
      if (result != NULL && result->import_id != 0 && self->window != NULL)
        atlas_main_window_say (self->window, _("The import had been written before it was cancelled: “Take Back Last Import…” "
                                               "undoes it"), NULL);
      g_clear_pointer (&result, atlas_import_result_free);
      return;
    }
  stop (self);
  if (result != NULL)
    take_result (self, result, dry_run);
  else
    show_problem (self, error->message);
}

static void
start (AtlasImportDialog *self,
       gboolean           dry_run)
{
  stop (self);
  self->request->dry_run = dry_run;
  self->job = atlas_import_job_new (atlas_dataset_get_path (atlas_session_get_dataset (self->session)), self->request);
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (INTERVAL_MS, show_progress, self);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, dry_run ? _("Trying out…") : _("Importing…"));
  update_buttons (self);
  atlas_import_job_run (self->job, self->cancellable, job_done, g_object_ref (self));
}

/* Tries it all out with what is chosen now. */
static void
options_changed (AtlasImportDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!is_page (self, "preview"))
    return;
  if (atlas_import_options_group_apply (self->options, self->request, &error))
    start (self, TRUE);
  else
    atlas_import_preview_show (self->preview, NULL, error->message);
}

static void
assign_columns (AtlasImportDialog *self,
                guint              input)
{
  atlas_import_mapping_set_input (self->mapping, g_ptr_array_index (self->result->inputs, input),
                                  self->result->inputs->len > 1);
  show_page (self, "columns");
}

static void
rejected_path_chosen (const char *path,
                      gpointer    user_data)
{
  AtlasImportDialog *self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->result != NULL && !atlas_rejects_file_save (self->result, path, &error))
    atlas_import_preview_show (self->preview, NULL, error->message);
}

void
atlas_import_dialog_save_rejected (AtlasImportDialog *self,
                                   const char        *path)
{
  const AtlasFileKind kinds[] = { { _("Excel workbooks"), ".xlsx" }, { _("CSV files"), ".csv" }, { NULL } };

  g_return_if_fail (ATLAS_IS_IMPORT_DIALOG (self));

  if (path != NULL)
    rejected_path_chosen (path, self);
  else
    atlas_file_dialog_save (GTK_WINDOW (self), _("Save Rejected Rows"), _("Rejected rows"), kinds, rejected_path_chosen,
                            G_OBJECT (self));
}

static void
save_clicked (AtlasImportDialog *self)
{
  atlas_import_dialog_save_rejected (self, NULL);
}

static void
import (AtlasImportDialog *self)
{
  g_autoptr (GError) error = NULL;

  /* What was written into a field and not applied holds as well. */
  if (!atlas_import_options_group_apply (self->options, self->request, &error))
    {
      atlas_import_preview_show (self->preview, NULL, error->message);
      return;
    }
  self->request->keep_going = self->result->is_refused;
  start (self, FALSE);
}

void
atlas_import_dialog_go_on (AtlasImportDialog *self)
{
  g_return_if_fail (ATLAS_IS_IMPORT_DIALOG (self));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->go_button)))
    return;
  if (is_page (self, "preview"))
    import (self);
  else if (is_page (self, "columns"))
    {
      atlas_import_mapping_apply (self->mapping, self->request);
      show_page (self, "preview");
      start (self, TRUE);
    }
}

static void
back_clicked (AtlasImportDialog *self)
{
  show_page (self, "preview");
}

static void
retry_clicked (AtlasImportDialog *self)
{
  show_page (self, "reading");
  start (self, TRUE);
}

static void
show_clicked (AtlasImportDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  const AtlasImportInput *input = find_changed (self->result);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-rows", "(sx)", input->table->name, self->result->import_id);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
atlas_import_dialog_close_request (GtkWindow *window)
{
  AtlasImportDialog *self = ATLAS_IMPORT_DIALOG (window);
  GtkWindow *parent = gtk_window_get_transient_for (window);

  stop (self);
  if (ATLAS_IS_MAIN_WINDOW (parent))
    g_set_weak_pointer (&self->window, ATLAS_MAIN_WINDOW (parent));

  return GTK_WINDOW_CLASS (atlas_import_dialog_parent_class)->close_request (window);
}

static void
atlas_import_dialog_dispose (GObject *object)
{
  AtlasImportDialog *self = ATLAS_IMPORT_DIALOG (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->request, atlas_import_request_free);
  g_clear_pointer (&self->result, atlas_import_result_free);

  G_OBJECT_CLASS (atlas_import_dialog_parent_class)->dispose (object);
}

/* An import that was committed as the dialog was closed still changes the session. */
static void
atlas_import_dialog_finalize (GObject *object)
{
  AtlasImportDialog *self = ATLAS_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (atlas_import_dialog_parent_class)->finalize (object);
}

static void
atlas_import_dialog_class_init (AtlasImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_import_dialog_close_request;

  g_type_ensure (ATLAS_TYPE_IMPORT_PREVIEW);
  g_type_ensure (ATLAS_TYPE_IMPORT_MAPPING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, show_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, failed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_callback (widget_class, atlas_import_dialog_go_on);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked);
  gtk_widget_class_bind_template_callback (widget_class, assign_columns);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
}

static void
atlas_import_dialog_init (AtlasImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_import_dialog_new (AtlasSession       *session,
                         AtlasImportRequest *request)
{
  AtlasImportDialog *self = g_object_new (ATLAS_TYPE_IMPORT_DIALOG, NULL);
  AtlasRegionTree *regions = atlas_dataset_get_regions (atlas_session_get_dataset (session));

  self->session = g_object_ref (session);
  self->request = request;
  self->options = ATLAS_IMPORT_OPTIONS_GROUP (atlas_import_options_group_new (regions));
  g_signal_connect_object (self->options, "changed", G_CALLBACK (options_changed), self, G_CONNECT_SWAPPED);
  atlas_import_preview_set_options (self->preview, ADW_PREFERENCES_GROUP (self->options));
  start (self, TRUE);
  return GTK_WIDGET (self);
}

const char *
atlas_import_dialog_get_page (AtlasImportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

gboolean
atlas_import_dialog_is_busy (AtlasImportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_DIALOG (self), FALSE);

  return self->job != NULL;
}

const AtlasImportResult *
atlas_import_dialog_get_result (AtlasImportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_DIALOG (self), NULL);

  return self->result;
}

AtlasImportPreview *
atlas_import_dialog_get_preview (AtlasImportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_DIALOG (self), NULL);

  return self->preview;
}

AtlasImportOptionsGroup *
atlas_import_dialog_get_options (AtlasImportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_DIALOG (self), NULL);

  return self->options;
}

AtlasImportMapping *
atlas_import_dialog_get_mapping (AtlasImportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_DIALOG (self), NULL);

  return self->mapping;
}
