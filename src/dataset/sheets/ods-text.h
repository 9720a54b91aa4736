/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasOdsText:
 * @text: the paragraphs so far, joined by line feeds
 *
 * Collects the text of a cell. White space in the XML counts for nothing at the ends of a paragraph and for one space
 * within it, as OpenDocument wants it; further spaces, tabs and line breaks are elements.
 */
typedef struct {
  GString *text;
  gboolean has_paragraph;
  gboolean is_open;    /* the paragraph has something */
  gboolean space_due;  /* white space was met; a space if something follows */
  gboolean is_too_long; /* longer than ATLAS_SHEET_MAX_CELL_BYTES: what follows is dropped */
} AtlasOdsText;

void atlas_ods_text_init            (AtlasOdsText *self);
void atlas_ods_text_finish          (AtlasOdsText *self);
void atlas_ods_text_clear           (AtlasOdsText *self);
void atlas_ods_text_begin_paragraph (AtlasOdsText *self);
void atlas_ods_text_end_paragraph   (AtlasOdsText *self);
/* Text of the paragraph, in any pieces. */
void atlas_ods_text_add             (AtlasOdsText *self, const char *text, gsize length);
/* N characters, as elements say them. */
void atlas_ods_text_add_element     (AtlasOdsText *self, char character, guint n);

G_END_DECLS
