/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/xml-parser.h"

G_BEGIN_DECLS

/* The zip archive around an XLSX or ODS workbook, read only, and its parts by name. Nothing is ever unpacked
 * to disk. */
typedef struct _AtlasPackage AtlasPackage;

/* A piece of a part. Returns: FALSE to stop, with @error set where that is a failure. */
typedef gboolean (*AtlasPartFunc) (const char *data, gsize length, gpointer user_data, GError **error);

/* NAME stands in messages. Fails with CORRUPT_ARCHIVE, TOO_LARGE. */
AtlasPackage *atlas_package_open     (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_package_free     (AtlasPackage *self);
const char   *atlas_package_get_name (AtlasPackage *self);
/* Names of parts are the same in upper and lower case (ASCII), as OOXML wants it, and with slashes of both
 * kinds. */
gboolean      atlas_package_has_part (AtlasPackage *self, const char *part);

/* Hands FUNC the part's bytes in pieces. TRUE where FUNC stopped without failure. Fails with CORRUPT_ARCHIVE
 * (no such part among others), ENCRYPTED, UNSUPPORTED_FORMAT, TOO_LARGE, G_IO_ERROR_CANCELLED, and what FUNC
 * sets. */
gboolean      atlas_package_read     (AtlasPackage *self, const char *part, AtlasPartFunc func, gpointer user_data,
                                      GCancellable *cancellable, GError **error);
/* The same, through an #AtlasXmlParser. */
gboolean      atlas_package_parse    (AtlasPackage *self, const char *part, const AtlasXmlHandlers *handlers,
                                      gpointer user_data, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPackage, atlas_package_free)

G_END_DECLS
