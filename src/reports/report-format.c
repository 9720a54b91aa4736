/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-format.h"

#include "reports/files/report-pictures.h"
#include "reports/files/report-workbook.h"
#include "reports/files/text-document.h"

static const char *const ids[] = { "pdf", "fodt", "xlsx", "png", "svg", NULL };
static const char *const endings[] = { ".pdf", ".fodt", ".xlsx", "", "" };

const char *const *
atlas_report_format_list_ids (void)
{
  return ids;
}

const char *
atlas_report_format_get_ending (AtlasReportFormat self)
{
  return endings[self];
}

gboolean
atlas_report_format_tell (const char        *path,
                          AtlasReportFormat *out)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (endings[i][0] != '\0' && g_str_has_suffix (lower, endings[i]))
      {
        *out = (AtlasReportFormat) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
atlas_report_save (AtlasReport             *report,
                   AtlasReportFormat        format,
                   const AtlasReportStyle  *style,
                   const char              *dataset_hash,
                   const char              *path,
                   GError                 **error)
{
  switch (format)
    {
    case ATLAS_REPORT_FORMAT_FODT:
      return atlas_report_save_text_document (report, style, dataset_hash, path, error);
    case ATLAS_REPORT_FORMAT_XLSX:
      return atlas_report_save_workbook (report, path, error);
    case ATLAS_REPORT_FORMAT_PNG:
      return atlas_report_save_pictures (report, path, ".png", error);
    case ATLAS_REPORT_FORMAT_SVG:
      return atlas_report_save_pictures (report, path, ".svg", error);
    case ATLAS_REPORT_FORMAT_PDF:
    default:
      g_return_val_if_reached (FALSE);
    }
}
