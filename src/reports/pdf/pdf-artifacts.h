/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether CONTENT, of SIZE bytes, is what cairo draws on a page. */
gboolean    atlas_pdf_is_page_content (const guint8 *content, gsize size);
/* CONTENT of a page in which all that is drawn outside of the elements of its structure, such as page numbers, rules and grounds,
 * is marked as no part of the text (Artifact), so that nobody reads it out. NULL where that cannot be told: a mark begins within
 * a line of text. A pure function. */
GByteArray *atlas_pdf_mark_artifacts  (const guint8 *content, gsize size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
