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
export_image_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
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
  atlas_file_job_ask (job, window, g_variant_get_string (parameter, NULL), _("Export Picture"), name, kinds);
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
export_table_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       window)
{
  const char *path = g_variant_get_string (parameter, NULL);
  const AtlasFileKind kinds[] = { { _("Excel workbooks"), ".xlsx" }, { _("CSV files"), ".csv" }, { NULL } };
  gboolean has_data = atlas_session_get_dataset (atlas_main_window_get_session (window)) != NULL;
  AtlasPage *page = has_data ? atlas_main_window_get_page (window) : NULL;
  AtlasRowIndex *rows = page != NULL ? atlas_page_ref_rows (page) : NULL;

  if (rows != NULL)
    export_rows (window, rows, path, kinds);
  else
    export_contents (window, page != NULL ? contents_new (page) : NULL, path, kinds);
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
