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
