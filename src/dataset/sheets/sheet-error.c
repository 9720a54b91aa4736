/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-error.h"

#include <glib/gi18n.h>

gboolean
atlas_sheet_refuse (GError          **error,
                    AtlasSheetError   code,
                    const char       *name,
                    const char       *reason)
{
  /* Translators: a file, and why */
  g_set_error (error, ATLAS_SHEET_ERROR, code, _("“%s” cannot be read: %s"), name, reason);
  return FALSE;
}

gboolean
atlas_sheet_refuse_at_line (GError          **error,
                            AtlasSheetError   code,
                            const char       *name,
                            guint             line,
                            const char       *reason)
{
  /* Translators: a file, a line of it and what is wrong there */
  g_set_error (error, ATLAS_SHEET_ERROR, code, _("%s, line %u: %s"), name, line, reason);
  return FALSE;
}

gboolean
atlas_sheet_set_damaged (const char  *file,
                         const char  *part,
                         const char  *reason,
                         GError     **error)
{
  if (part == NULL)
    g_set_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                 /* Translators: a file and what is wrong with it */
                 _("“%s” is damaged: %s. Get the file anew, or save it again in a spreadsheet program."), file, reason);
  else
    g_set_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_CORRUPT_ARCHIVE,
                 /* Translators: a workbook, a part of it such as “xl/styles.xml”, and what is wrong there */
                 _("“%s” is damaged in its part %s: %s. Get the file anew, or save it again in a spreadsheet program."),
                 file, part, reason);
  return FALSE;
}

gboolean
atlas_sheet_set_too_large (const char  *file,
                           const char  *reason,
                           GError     **error)
{
  g_set_error (error, ATLAS_SHEET_ERROR, ATLAS_SHEET_ERROR_TOO_LARGE,
               /* Translators: a file and what is too large in it */
               _("“%s” is larger than any table that can be read: %s. Split it into several files."), file, reason);
  return FALSE;
}
