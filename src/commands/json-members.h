/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that BUILDER is in. VALUE (nullable): NULL is ""; bytes that are no UTF-8, as names of files may
 * have, are replaced. */
void  atlas_json_add_text   (JsonBuilder *builder, const char *name, const char *value);
void  atlas_json_add_number (JsonBuilder *builder, const char *name, gint64 value);

/* Writes one element of an array. */
typedef void (*AtlasJsonFunc) (JsonBuilder *builder, gconstpointer item);

/* An array of ITEMS, each by FUNC: the member NAME, or without one (nullable) where BUILDER is. */
void  atlas_json_add_array  (JsonBuilder *builder, const char *name, GPtrArray *items, AtlasJsonFunc func);

/* The same as a document of its own. */
char *atlas_json_array_to_text (GPtrArray *items, AtlasJsonFunc func) G_GNUC_WARN_UNUSED_RESULT;

/* What has been built, as lines of text, with a line end; or as one line where PRETTY is not wanted. */
char *atlas_json_to_text    (JsonBuilder *builder, gboolean pretty) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
