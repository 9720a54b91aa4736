/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/report-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/file-job.h"
#include "window/report/batch-dialog.h"
#include "window/report/report-draft.h"
#include "window/report/report-page.h"
#include "window/report/report-print.h"
#include "window/report/report-worker.h"

/* The report that the page shown is about; (nullable): there is no dataset. */
static AtlasReportOrder *
create_order (AtlasMainWindow *window)
{
  AtlasSession *session = atlas_main_window_get_session (window);
  AtlasPage *page = atlas_main_window_get_page (window);
  AtlasReportOrder *order;

  if (atlas_session_get_dataset (session) == NULL)
    return NULL;
  order = page != NULL ? atlas_page_dup_order (page) : NULL;
  return order != NULL ? order : atlas_report_order_new_for_view (session);
}

/* A draft and how it is written. */
typedef struct {
  AtlasReportDraft *draft;
  AtlasReportFormat format;
  char *path; /* "": asked for */
} Export;

static void
export_free (Export *self)
{
  g_clear_pointer (&self->draft, atlas_report_draft_free);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_report (gpointer       data,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  Export *self = data;

  return atlas_report_draft_save (self->draft, self->format, path, cancellable, error);
}

static AtlasFileKind
get_kind (AtlasReportFormat format)
{
  switch (format)
    {
    case ATLAS_REPORT_FORMAT_FODT:
      return (AtlasFileKind) { _("Texts to edit"), ".fodt" };
    case ATLAS_REPORT_FORMAT_XLSX:
      return (AtlasFileKind) { _("Excel workbooks"), ".xlsx" };
    case ATLAS_REPORT_FORMAT_PNG:
    case ATLAS_REPORT_FORMAT_SVG:
      return (AtlasFileKind) { NULL, "" };
    case ATLAS_REPORT_FORMAT_PDF:
    default:
      return (AtlasFileKind) { _("PDF documents"), ".pdf" };
    }
}

/* EXPORT (transfer full). */
static void
save_report (AtlasMainWindow *window,
             Export          *export)
{
  const AtlasFileKind kinds[] = { get_kind (export->format), { NULL, "" } };
  g_autofree char *name = g_strdup (atlas_report_get_title (export->draft->report));
  g_autofree char *path = g_strdup (export->path);
  AtlasFileJob *job =
    atlas_file_job_new (export, (GDestroyNotify) export_free, write_report, _("The report was not written"));

  atlas_file_job_ask (job, window, path, _("Export Report"), g_strdelimit (name, "/", '-'), kinds);
}

static void
report_made_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  AtlasMainWindow *window = ATLAS_MAIN_WINDOW (object);
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_closed;

  export->draft = atlas_report_draft_make_finish (result, &error);
  is_closed = atlas_main_window_end_work (window);
  /* Without a window nobody can be asked, but what was to be written to a file is. */
  if (export->draft != NULL && (!is_closed || export->path[0] != '\0'))
    {
      save_report (window, export);
      return;
    }
  if (export->draft == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    atlas_main_window_show_error (window, _("The report was not written"), error);
  export_free (export);
}

/* The report comes first: where there is nothing to report on, no name is asked for. */
static void
export_report (AtlasMainWindow   *window,
               AtlasReportFormat  format,
               const char        *path)
{
  AtlasReportOrder *order = create_order (window);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Export *export;

  if (order == NULL)
    return;
  export = g_new0 (Export, 1);
  export->format = format;
  export->path = g_strdup (path);
  atlas_main_window_begin_work (window);
  atlas_main_window_say_busy (window, _("Making the report…"), cancellable);
  atlas_report_draft_make (order, G_OBJECT (window), cancellable, report_made_cb, export);
}

static void
export_pdf_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       window)
{
  export_report (window, ATLAS_REPORT_FORMAT_PDF, g_variant_get_string (parameter, NULL));
}

static AtlasReportSettings *
get_settings (gpointer window)
{
  return g_object_get_data (window, "report-settings");
}

static AtlasReportPreview *
get_preview (gpointer window)
{
  return atlas_report_page_get_preview (ATLAS_REPORT_PAGE (atlas_main_window_get_named_page (window, "report")));
}

/* The format is the one that the name of the file ends in, else the one chosen. */
static void
export_report_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       window)
{
  const char *path = g_variant_get_string (parameter, NULL);
  AtlasReportFormat format;

  if (!atlas_report_format_tell (path, &format))
    format = atlas_report_settings_get_format (get_settings (window));
  export_report (window, format, path);
}

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               AtlasMainWindow         *window)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  atlas_main_window_show_error (window, _("The report was not printed"), error);
}

static void
sheets_drawn_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  AtlasMainWindow *window = ATLAS_MAIN_WINDOW (object);
  g_autofree char *paper = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReportSheets) sheets = atlas_report_worker_draw_finish (result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (atlas_main_window_end_work (window))
    return;
  if (sheets == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        atlas_main_window_show_error (window, _("The report was not printed"), error);
      return;
    }
  operation = atlas_report_print_new (sheets, paper);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), window, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), NULL);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       window)
{
  g_autoptr (AtlasReportWorker) worker = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AtlasReportOrder *order = create_order (window);
  AtlasReportSettings *settings = get_settings (window);

  if (order == NULL)
    return;
  order->for_printer = TRUE;
  worker = atlas_report_worker_new ();
  atlas_main_window_begin_work (window);
  atlas_main_window_say_busy (window, _("Making the report…"), cancellable);
  atlas_report_worker_draw (worker, order, G_OBJECT (window), cancellable, sheets_drawn_cb,
                            g_strdup (atlas_report_settings_get_printed_paper (settings)));
}

static void
template_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       window)
{
  g_autoptr (GError) error = NULL;

  if (!atlas_report_settings_set_template (get_settings (window), g_variant_get_string (parameter, NULL), &error))
    atlas_main_window_show_error (window, _("The template could not be used"), error);
}

static void
style_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       window)
{
  atlas_report_settings_set_style (get_settings (window), g_variant_get_string (parameter, NULL));
}

static void
signs_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       window)
{
  gboolean is_yearbook = atlas_report_settings_get_signs (get_settings (window)) == ATLAS_SIGNS_YEARBOOK;

  atlas_report_settings_set_signs (get_settings (window), is_yearbook ? ATLAS_SIGNS_STANDARD : ATLAS_SIGNS_YEARBOOK);
}

static void
grey_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  atlas_report_settings_set_grey (get_settings (window), !atlas_report_settings_get_grey (get_settings (window)));
}

static void
format_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       window)
{
  atlas_report_settings_set_format (get_settings (window), g_variant_get_string (parameter, NULL));
}

static void
paper_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       window)
{
  atlas_report_settings_set_paper (get_settings (window), g_variant_get_string (parameter, NULL));
}

static void
numbers_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       window)
{
  atlas_report_settings_set_numbers (get_settings (window), g_variant_get_string (parameter, NULL));
}

static void
section_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       window)
{
  atlas_report_settings_toggle_section (get_settings (window), g_variant_get_string (parameter, NULL));
}

static void
move_section_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
{
  const char *id;
  int by;

  g_variant_get (parameter, "(&si)", &id, &by);
  atlas_report_settings_move_section (get_settings (window), id, by);
}

static void
save_template (AtlasMainWindow *window,
               const char      *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!atlas_report_settings_save_template (get_settings (window), name, &error))
    {
      atlas_main_window_show_error (window, _("The template was not kept"), error);
      return;
    }
  message = g_strdup_printf (_("The template “%s” was kept"), name);
  atlas_main_window_say (window, message, NULL);
}

static void
named_cb (AdwMessageDialog *dialog,
          const char       *response,
          AtlasMainWindow  *window)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (strcmp (response, "keep") == 0)
    save_template (window, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
name_changed_cb (GtkEditable      *entry,
                 AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "keep", gtk_editable_get_text (entry)[0] != '\0');
}

static void
ask_for_name (AtlasMainWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _("Save as My Template"),
                                              _("The sections, their order and the style are kept under this name."));
  GtkWidget *entry = gtk_entry_new ();

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "keep", FALSE);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the template"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_DEFAULT);
  g_signal_connect_object (dialog, "response", G_CALLBACK (named_cb), window, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       window)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (name[0] != '\0')
    save_template (window, name);
  else
    ask_for_name (window);
}

static void
delete_template_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       window)
{
  g_autoptr (GError) error = NULL;

  if (atlas_report_settings_is_own (get_settings (window)) &&
      !atlas_report_settings_delete_template (get_settings (window), &error))
    atlas_main_window_show_error (window, _("The template was not removed"), error);
}

static gboolean
can_report_each (AtlasMainWindow *window)
{
  AtlasSession *session = atlas_main_window_get_session (window);
  const AtlasRegion *region = atlas_session_lookup_region (session);

  if (region == NULL)
    return FALSE;
  if (region->n_children == 0)
    {
      g_autofree char *message = g_strdup_printf (_("%s has no divisions below it"), atlas_region_get_display_name (region));

      atlas_main_window_say (window, message, NULL);
      return FALSE;
    }
  if (atlas_report_settings_is_for_one (get_settings (window)))
    return TRUE;
  atlas_main_window_say (window, _("One report each takes a template for a single region: choose another on the page Report"),
                         NULL);
  return FALSE;
}

static void
report_each (AtlasMainWindow *window,
             const char      *level,
             const char      *folder)
{
  GtkWidget *dialog;

  if (!can_report_each (window))
    return;
  dialog = atlas_batch_dialog_new (atlas_main_window_get_session (window), get_settings (window));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  atlas_batch_dialog_set_level (ATLAS_BATCH_DIALOG (dialog), level);
  if (folder[0] != '\0')
    {
      atlas_batch_dialog_set_folder (ATLAS_BATCH_DIALOG (dialog), folder);
      atlas_batch_dialog_start (ATLAS_BATCH_DIALOG (dialog));
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
each_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  const char *level;
  const char *folder;

  g_variant_get (parameter, "(&s&s)", &level, &folder);
  report_each (window, level, folder);
}

static void
each_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       window)
{
  atlas_session_set_region (atlas_main_window_get_session (window), g_variant_get_string (parameter, NULL));
  report_each (window, "", "");
}

/* A template that compares is no report on a region: the brief is. */
static void
report_on_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       window)
{
  AtlasSession *session = atlas_main_window_get_session (window);

  if (!atlas_report_settings_is_for_one (get_settings (window)))
    atlas_report_settings_set_template (get_settings (window), "brief", NULL);
  atlas_session_begin_step (session);
  atlas_session_set_region (session, g_variant_get_string (parameter, NULL));
  atlas_session_set_page (session, "report");
  atlas_session_end_step (session);
}

static void
sheet_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       window)
{
  atlas_report_preview_set_sheet (get_preview (window), (guint) MAX (g_variant_get_int32 (parameter), 1));
}

static void
turn_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  AtlasReportPreview *preview = get_preview (window);
  int sheet = (int) atlas_report_preview_get_sheet (preview) + g_variant_get_int32 (parameter);

  atlas_report_preview_set_sheet (preview, (guint) MAX (sheet, 1));
}

static void
zoom_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       window)
{
  atlas_report_preview_set_zoom (get_preview (window), (guint) MAX (g_variant_get_int32 (parameter), 0));
}

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       window)
{
  atlas_report_preview_step_zoom (get_preview (window), 1);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       window)
{
  atlas_report_preview_step_zoom (get_preview (window), -1);
}

static void
set_state (AtlasMainWindow *window,
           const char      *name,
           GVariant        *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* What the actions have as their state, for buttons and for who asks over D-Bus. */
static void
update_states (AtlasMainWindow *window)
{
  AtlasReportSettings *settings = get_settings (window);

  set_state (window, "report-template", g_variant_new_string (atlas_report_settings_get_template (settings)));
  set_state (window, "report-style", g_variant_new_string (atlas_report_settings_get_style (settings)));
  set_state (window, "report-grey", g_variant_new_boolean (atlas_report_settings_get_grey (settings)));
  set_state (window, "report-yearbook-signs",
             g_variant_new_boolean (atlas_report_settings_get_signs (settings) == ATLAS_SIGNS_YEARBOOK));
  set_state (window, "report-format",
             g_variant_new_string (atlas_report_format_list_ids ()[atlas_report_settings_get_format (settings)]));
  set_state (window, "report-paper", g_variant_new_string (atlas_report_settings_get_paper (settings)));
  set_state (window, "report-page-numbers", g_variant_new_string (atlas_report_settings_get_numbers (settings)));
}

void
atlas_report_actions_add (AtlasMainWindow     *window,
                          AtlasReportSettings *settings)
{
  static const GActionEntry entries[] = {
    { "export-pdf", export_pdf_cb, "s" },
    { "export-report", export_report_cb, "s" },
    { "print", print_cb },
    { "report-template", template_cb, "s", "''" },
    { "report-style", style_cb, "s", "''" },
    { "report-grey", grey_cb, NULL, "false" },
    { "report-yearbook-signs", signs_cb, NULL, "false" },
    { "report-format", format_cb, "s", "''" },
    { "report-paper", paper_cb, "s", "''" },
    { "report-page-numbers", numbers_cb, "s", "''" },
    { "report-section", section_cb, "s" },
    { "report-move-section", move_section_cb, "(si)" },
    { "report-save-template", save_template_cb, "s" },
    { "report-delete-template", delete_template_cb },
    { "report-each", each_cb, "(ss)" },
    { "report-each-in", each_in_cb, "s" },
    { "report-on", report_on_cb, "s" },
    { "report-sheet", sheet_cb, "i" },
    { "report-turn", turn_cb, "i" },
    { "report-zoom", zoom_cb, "i" },
    { "report-zoom-in", zoom_in_cb },
    { "report-zoom-out", zoom_out_cb },
  };

  g_object_set_data_full (G_OBJECT (window), "report-settings", g_object_ref (settings), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (get_settings (window), "changed", G_CALLBACK (update_states), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (window), "templates-changed", G_CALLBACK (update_states), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (window), "output-changed", G_CALLBACK (update_states), window, G_CONNECT_SWAPPED);
  update_states (window);
}
