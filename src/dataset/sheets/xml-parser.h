/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet-error.h"

G_BEGIN_DECLS

/**
 * AtlasXmlHandlers:
 * @start: (nullable): an element begins; @attributes are names and values in turn, ended by %NULL
 * @end: (nullable): it ends
 * @text: (nullable): a piece of text, not ended by NUL; one text may come in several pieces
 *
 * Names are as the file writes them, with their prefix. Each returns %FALSE to stop, with @error set where that is a failure.
 */
typedef struct {
  gboolean (*start) (const char *name, const char **attributes, gpointer user_data, GError **error);
  gboolean (*end)   (const char *name, gpointer user_data, GError **error);
  gboolean (*text)  (const char *text, gsize length, gpointer user_data, GError **error);
} AtlasXmlHandlers;

/* Reads XML of strangers as it comes, in bounded memory: document types (and so entities) are refused, and
 * what nests deeper than sheet-limits.h allows. */
typedef struct _AtlasXmlParser AtlasXmlParser;

/* FILE and PART (nullable) stand in messages; HANDLERS must stay. */
AtlasXmlParser *atlas_xml_parser_new         (const AtlasXmlHandlers *handlers, gpointer user_data, const char *file,
                                              const char *part) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_xml_parser_free        (AtlasXmlParser *self);
/* Takes the next LENGTH bytes. FALSE with ERROR set where they are no XML or a handler fails; FALSE without
 * where a handler stopped. */
gboolean        atlas_xml_parser_feed        (AtlasXmlParser *self, const char *data, gsize length, GError **error);
/* Says that this was all; as atlas_xml_parser_feed(). */
gboolean        atlas_xml_parser_finish      (AtlasXmlParser *self, GError **error);

/* Reads a whole file. TRUE where a handler stopped without failure. */
gboolean        atlas_xml_parse_bytes        (GBytes *bytes, const char *file, const AtlasXmlHandlers *handlers,
                                              gpointer user_data, GCancellable *cancellable, GError **error);

/* NAME without its prefix: a part of NAME. */
const char     *atlas_xml_local_name         (const char *name);
/* (nullable): the value of the first attribute whose name without prefix is LOCAL_NAME. */
const char     *atlas_xml_attribute          (const char **attributes, const char *local_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasXmlParser, atlas_xml_parser_free)

G_END_DECLS
