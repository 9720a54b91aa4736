/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTextList:
 * @text: lines of cells divided by tabs, the first the headings
 *
 * A list that is no table of figures, for a spreadsheet.
 */
typedef struct {
  char *title;
  char *text;
} AtlasTextList;

/* TEXT (transfer full) */
AtlasTextList *atlas_text_list_new  (const char *title, char *text) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_text_list_free (AtlasTextList *self);

/* Ends a cell, or a line with END '\n': what would be read as one in TEXT becomes a blank. */
void           atlas_text_list_append_cell (GString *list, const char *text, char end);

G_END_DECLS
