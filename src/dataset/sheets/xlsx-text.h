/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Decodes _x000D_ and its like in TEXT, in place. What XML cannot hold otherwise is written so, and _x005F_
 * is the underscore of a text that only looks like it. Returns: its new length */
gsize    atlas_xlsx_text_decode      (char *text, gsize length);

/**
 * AtlasXlsxRichText:
 * @in_text: what comes now is text of the cell
 *
 * Where we are in a text with its runs, the contents of <si> or <is>. Begin with zeros, behind that element's start.
 */
typedef struct {
  guint depth;
  guint phonetic;
  gboolean in_text;
} AtlasXlsxRichText;

/* For each element inside; NAME is local. Phonetic runs (how a name is read) are no text. */
void     atlas_xlsx_rich_text_start  (AtlasXlsxRichText *self, const char *name);
/* For each end. Returns: FALSE where it ended the whole */
gboolean atlas_xlsx_rich_text_end    (AtlasXlsxRichText *self);

G_END_DECLS
