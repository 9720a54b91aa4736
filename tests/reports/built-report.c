/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "built-report.h"
#include "bundled-dataset.h"
#include "test-language.h"

#include <glib/gstdio.h>
#include <string.h>

static AtlasDataset *dataset;
static AtlasCatalogue *catalogue;
static char *folder;

AtlasReport *
built_report_build (const char  *name,
                    const char  *regions,
                    int          year,
                    GError     **error)
{
  g_auto (GStrv) codes = g_strsplit (regions, ",", -1);
  AtlasReportRequest request = { name, (const char *const *) codes, year };

  return built_report_build_request (&request, error);
}

AtlasReport *
built_report_build_request (const AtlasReportRequest  *request,
                            GError                   **error)
{
  return atlas_report_build (dataset, catalogue, request, error);
}

/* What no generated text may contain: traces of a missing number or name, or of a badly joined sentence. */
static void
assert_sound (const char *text,
              gboolean    chinese)
{
  const char *const never[] = { " nan", "(null)", "%", NULL };
  const char *const never_chinese[] = { "，，", "，。", "。。", "、、", "（）", "、。", "—。", "—人", "—万", "of ", NULL };

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; never[i] != NULL; i++)
    {
      const char *found = strstr (text, never[i]);

      /* A per cent sign stands behind a digit. */
      if (found != NULL && !(never[i][0] == '%' && found > text && g_ascii_isdigit (found[-1])))
        g_error ("“%s” in: %s", never[i], text);
    }
  for (guint i = 0; chinese && never_chinese[i] != NULL; i++)
    if (strstr (text, never_chinese[i]) != NULL)
      g_error ("“%s” in: %s", never_chinese[i], text);
}

void
built_report_assert_complete (AtlasReport *report,
                              gboolean     chinese)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);
  guint n_charts = 0, n_tables = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_PARAGRAPH)
        assert_sound (block->text, chinese);
      if (block->kind == ATLAS_BLOCK_CHART)
        {
          g_assert_cmpuint (block->number, ==, ++n_charts);
          g_assert_cmpuint (strlen (block->text), >, 0);
          g_assert_nonnull (strstr (block->chart->source_line, chinese ? "〔" : "["));
        }
      if (block->kind == ATLAS_BLOCK_TABLE)
        {
          g_assert_cmpuint (block->number, ==, ++n_tables);
          g_assert_cmpuint (block->table->rows->len, >, 0);
          g_assert_cmpuint (strlen (block->table->note), >, 0);
        }
    }
}

const char *
built_report_find_paragraph (AtlasReport *report,
                             const char  *part)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_PARAGRAPH && strstr (block->text, part) != NULL)
        return block->text;
    }
  return NULL;
}

const AtlasReportTable *
built_report_find_table (AtlasReport *report,
                         const char  *title)
{
  GPtrArray *blocks = atlas_report_get_blocks (report);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ATLAS_BLOCK_TABLE && g_str_equal (block->table->title, title))
        return block->table;
    }
  return NULL;
}

void
built_report_assert_row (const AtlasReportTable *table,
                         const char             *label,
                         const char *const      *cells)
{
  for (guint r = 0; r < table->rows->len; r++)
    if (g_str_equal (atlas_report_table_get_cell (table, r, 0), label))
      {
        for (guint c = 0; cells[c] != NULL; c++)
          g_assert_cmpstr (atlas_report_table_get_cell (table, r, c + 1), ==, cells[c]);
        return;
      }
  g_error ("no row “%s”", label);
}

AtlasDataset *
built_report_get_dataset (void)
{
  return dataset;
}

void
built_report_open (void)
{
  test_language_bind ();
  folder = g_dir_make_tmp ("atlas-template-XXXXXX", NULL);
  bundled_dataset_open (folder, &dataset, &catalogue);
}

void
built_report_close (void)
{
  atlas_catalogue_unref (catalogue);
  g_object_unref (dataset);
  g_rmdir (folder);
  g_free (folder);
}

AtlasReport *
built_report_build_in (const char *name,
                       const char *region,
                       const char *language)
{
  g_autoptr (GError) error = NULL;
  AtlasReport *report;

  test_language_speak (language);
  report = built_report_build (name, region, 0, &error);
  g_assert_no_error (error);
  built_report_assert_complete (report, g_str_equal (language, "zh_CN"));
  return report;
}
