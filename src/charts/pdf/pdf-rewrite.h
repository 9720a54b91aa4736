/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasPdfChanges:
 * @change_object: called with what an object says that is no stream, in order
 * @change_content: called with what is drawn; gives what takes its place, or NULL where it stays
 * @data: for @change_object
 *
 * What else is to be changed in a PDF while it is rewritten.
 */
typedef struct {
  void (*change_object) (GString *text, gpointer data);
  GByteArray *(*change_content) (const guint8 *content, gsize size);
  gpointer data;
} AtlasPdfChanges;

/* PDF, as cairo writes version 1.4 of it, packed as 1.5, with CHANGES (nullable): its fonts have all that their characters need
 * (cff-subroutines.h), and no more. NULL with an error of ATLAS_CHART_ERROR where it is written in another way, or where a font that
 * lacks something is not installed. */
GBytes *atlas_pdf_rewrite (GBytes *pdf, const AtlasPdfChanges *changes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
