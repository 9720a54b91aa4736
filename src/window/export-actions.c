/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/export-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-file.h"
#include "charts/chart-titles.h"
#include "dataset/registers/register-names.h"
#include "window/file-job.h"
#include "window/parts/file-dialog.h"
#include "window/row-export.h"
#include "window/tables/table-file.h"

/* A picture is made for a page of text: as wide as one, at twice the resolution of a screen. */
#define PICTURE_WIDTH 720
#define PICTURE_SCALE 2

/* How often it is looked whether a page is complete. */
#define LOOK_MS 20

typedef void (*Export) (AtlasMainWindow *window, const char *path);

typedef struct {
  GWeakRef window;
  Export export;
  char *path;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_weak_ref_clear (&self->window);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_complete (AtlasMainWindow *window)
{
  AtlasPage *page = atlas_main_window_get_page (window);

  return page == NULL || atlas_session_get_dataset (atlas_main_window_get_session (window)) == NULL ||
         atlas_page_is_complete (page);
}

static gboolean
export_if_complete (gpointer data)
{
  Waiting *self = data;
  g_autoptr (AtlasMainWindow) window = g_weak_ref_get (&self->window);

  if (window == NULL || !gtk_widget_get_realized (GTK_WIDGET (window))) /* it was closed */
    return G_SOURCE_REMOVE;
  if (!is_complete (window))
    return G_SOURCE_CONTINUE;
  self->export (window, self->path);
  return G_SOURCE_REMOVE;
}

/* While a page is being asked it shows what it showed before: what was chosen by then is exported, not that. */
static void
export_soon (AtlasMainWindow *window,
             GVariant        *path,
             Export           export)
{
  Waiting *waiting;

  if (is_complete (window))
    {
      export (window, g_variant_get_string (path, NULL));
      return;
    }
  waiting = g_new0 (Waiting, 1);
  g_weak_ref_init (&waiting->window, window);
  waiting->export = export;
  waiting->path = g_variant_dup_string (path, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_MS, export_if_complete, waiting, waiting_free);
}

static gboolean
write_picture (gpointer       chart,
               const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         atlas_chart_save (chart, atlas_chart_style_print (), PICTURE_WIDTH, 0, PICTURE_SCALE, path, error);
}

/* All that a page shows in rows. */
typedef struct {
  GPtrArray *tables;
  GPtrArray *lists;
} Contents;

static Contents *
contents_new (AtlasPage *page)
{
  Contents *self = g_new0 (Contents, 1);
  char *text = atlas_page_dup_text (page);

  self->tables = atlas_page_dup_tables (page);
  self->lists = atlas_page_dup_lists (page);
  if (text != NULL)
    g_ptr_array_add (self->lists, atlas_text_list_new (_("Table"), text));
  return self;
}

static void
contents_free (Contents *self)
{
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static gboolean
write_contents (gpointer       what,
                const char    *path,
                GCancellable  *cancellable,
                GError       **error)
{
  const Contents *contents = what;

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         atlas_table_file_save (contents->tables, contents->lists, path, error);
}

/* What the files are proposed to be called after; (transfer full). */
static char *
propose_name (AtlasSession *session)
{
  const char *region[] = { atlas_session_get_region (session), NULL };
  const char *const *codes = atlas_session_get_compare (session);

  if (strcmp (atlas_session_get_page (session), "compare") != 0 || codes[0] == NULL)
    codes = region;
  return atlas_session_dup_names (session, codes);
}

/* "Certified share of social workers – Ningxia, Wuzhong"; (transfer full). */
static char *
propose_picture_name (AtlasSession         *session,
                      const AtlasChartSpec *chart)
{
  g_autofree char *headline = atlas_chart_dup_headline (chart);
  g_autofree char *regions = propose_name (session);
  char *name = g_strdup_printf ("%s – %s", headline, regions);

  return g_strdelimit (name, "/", '-');
}

static void
export_image (AtlasMainWindow *window,
              const char      *path)
{
  const AtlasFileKind kinds[] = {
    { _("PNG pictures"), ".png" }, { _("SVG drawings"), ".svg" }, { _("PDF documents"), ".pdf" }, { NULL },
  };
  AtlasPage *page = atlas_main_window_get_page (window);
  AtlasChartSpec *chart = page != NULL ? atlas_page_dup_chart (page) : NULL;
  g_autofree char *name = NULL;
  AtlasFileJob *job;

  if (chart == NULL)
    {
      atlas_main_window_say (window, _("There is no chart on this page"), NULL);
      return;
    }
  name = propose_picture_name (atlas_main_window_get_session (window), chart);
  job = atlas_file_job_new (chart, (GDestroyNotify) atlas_chart_spec_free, write_picture,
                            _("The picture was not written"));
  atlas_file_job_ask (job, window, path, _("Export Picture"), name, kinds);
}

static void
export_image_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
{
  export_soon (window, parameter, export_image);
}

static void
rows_path_chosen (const char *path,
                  gpointer    window)
{
  g_autoptr (AtlasRowIndex) rows = g_object_steal_data (window, "rows");

  atlas_row_export (window, rows, path);
}

/* Rows of a register: ROWS (transfer full). */
static void
export_rows (AtlasMainWindow     *window,
             AtlasRowIndex       *rows,
             const char          *path,
             const AtlasFileKind *kinds)
{
  g_object_set_data_full (G_OBJECT (window), "rows", rows, (GDestroyNotify) atlas_row_index_unref);
  if (path[0] != '\0')
    rows_path_chosen (path, window);
  else
    atlas_file_dialog_save (GTK_WINDOW (window), _("Export Table"),
                            atlas_table_get_title (atlas_row_index_get_query (rows)->table), kinds, rows_path_chosen,
                            G_OBJECT (window));
}

/* CONTENTS (transfer full) (nullable) */
static void
export_contents (AtlasMainWindow     *window,
                 Contents            *contents,
                 const char          *path,
                 const AtlasFileKind *kinds)
{
  g_autofree char *name = NULL;
  AtlasFileJob *job;

  if (contents == NULL || (contents->tables->len == 0 && contents->lists->len == 0))
    {
      atlas_main_window_say (window, _("There is no table on this page"), NULL);
      g_clear_pointer (&contents, contents_free);
      return;
    }
  name = propose_name (atlas_main_window_get_session (window));
  job = atlas_file_job_new (contents, (GDestroyNotify) contents_free, write_contents, _("The table was not written"));
  atlas_file_job_ask (job, window, path, _("Export Table"), name, kinds);
}

static void
export_table (AtlasMainWindow *window,
              const char      *path)
{
  const AtlasFileKind kinds[] = { { _("Excel workbooks"), ".xlsx" }, { _("CSV files"), ".csv" }, { NULL } };
  gboolean has_data = atlas_session_get_dataset (atlas_main_window_get_session (window)) != NULL;
  AtlasPage *page = has_data ? atlas_main_window_get_page (window) : NULL;
  AtlasRowIndex *rows = page != NULL ? atlas_page_ref_rows (page) : NULL;

  if (rows != NULL)
    export_rows (window, rows, path, kinds);
  else
    export_contents (window, page != NULL ? contents_new (page) : NULL, path, kinds);
}

static void
export_table_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
{
  export_soon (window, parameter, export_table);
}

void
atlas_export_actions_add (AtlasMainWindow *window)
{
  static const GActionEntry entries[] = {
    { "export-image", export_image_cb, "s" },
    { "export-table", export_table_cb, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
