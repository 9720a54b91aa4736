/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet-reader.h"
#include "dataset/sheets/xml-parser.h"

G_BEGIN_DECLS

/* Reads the XML of a spreadsheet: a flat file, or the part content.xml of an archive. */
typedef struct _AtlasOdsContent AtlasOdsContent;

/* For an #AtlasXmlParser, with an #AtlasOdsContent as user data. They fail with WRONG_FORMAT for another kind of document
 * and TOO_LARGE. */
extern const AtlasXmlHandlers atlas_ods_content_handlers;

/* Goes through all sheets and adds them to READER. */
AtlasOdsContent *atlas_ods_content_new_list (AtlasSheetReader *reader, GCancellable *cancellable)
  G_GNUC_WARN_UNUSED_RESULT;
/* Hands the rows of SHEET, one of those of READER, to FUNC. */
AtlasOdsContent *atlas_ods_content_new_rows (AtlasSheetReader *reader, guint sheet, AtlasSheetRowFunc func,
                                             gpointer user_data, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_ods_content_free     (AtlasOdsContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOdsContent, atlas_ods_content_free)

G_END_DECLS
