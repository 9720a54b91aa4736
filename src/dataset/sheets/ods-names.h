/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The elements and attributes of OpenDocument that are looked at. */
typedef enum {
  ATLAS_ODS_OTHER,
  ATLAS_ODS_OTHER_TEXT, /* another element of the namespace “text” */

  ATLAS_ODS_DOCUMENT, /* a flat file, or the part content.xml */
  ATLAS_ODS_STYLES,   /* automatic or not */
  ATLAS_ODS_BODY,
  ATLAS_ODS_SPREADSHEET,
  ATLAS_ODS_OFFICE_TEXT,
  ATLAS_ODS_PRESENTATION,
  ATLAS_ODS_DRAWING,
  ATLAS_ODS_CHART,
  ATLAS_ODS_IMAGE,
  ATLAS_ODS_DATABASE,
  ATLAS_ODS_ENCRYPTION,

  ATLAS_ODS_STYLE,
  ATLAS_ODS_TABLE_PROPERTIES,
  ATLAS_ODS_TABLE,
  ATLAS_ODS_ROWS,
  ATLAS_ODS_ROW_GROUP,
  ATLAS_ODS_ROW,
  ATLAS_ODS_CELL,
  ATLAS_ODS_COVERED_CELL,

  ATLAS_ODS_PARAGRAPH, /* or a heading */
  ATLAS_ODS_BLOCK,     /* holds paragraphs */
  ATLAS_ODS_SPACES,
  ATLAS_ODS_TAB,
  ATLAS_ODS_LINE_BREAK,
  ATLAS_ODS_ASIDE,     /* in a paragraph, but no part of its text */

  /* Attributes. */
  ATLAS_ODS_STYLE_NAME,
  ATLAS_ODS_FAMILY,
  ATLAS_ODS_DISPLAY,
  ATLAS_ODS_TABLE_NAME,
  ATLAS_ODS_TABLE_STYLE_NAME,
  ATLAS_ODS_ROWS_REPEATED,
  ATLAS_ODS_COLUMNS_REPEATED,
  ATLAS_ODS_ROWS_SPANNED,
  ATLAS_ODS_COLUMNS_SPANNED,
  ATLAS_ODS_VISIBILITY,
  ATLAS_ODS_FORMULA,
  ATLAS_ODS_VALUE_TYPE,
  ATLAS_ODS_CALC_VALUE_TYPE,
  ATLAS_ODS_VALUE,
  ATLAS_ODS_DATE_VALUE,
  ATLAS_ODS_TIME_VALUE,
  ATLAS_ODS_BOOLEAN_VALUE,
  ATLAS_ODS_STRING_VALUE,
  ATLAS_ODS_COUNT,
} AtlasOdsName;

/* Tells names by their namespaces, since OpenDocument allows any prefix. Expat could, but takes two thirds more time then. */
typedef struct _AtlasOdsNames AtlasOdsNames;

AtlasOdsNames *atlas_ods_names_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_ods_names_free      (AtlasOdsNames *self);

/* Takes the namespaces that an element at DEPTH (from 1) declares, before its names are asked for. FALSE where there are
 * more than any document has. */
gboolean       atlas_ods_names_begin     (AtlasOdsNames *self, guint depth, const char **attributes);
/* Forgets those of the element at DEPTH. */
void           atlas_ods_names_end       (AtlasOdsNames *self, guint depth);

/* NAME: as the file writes it. */
AtlasOdsName   atlas_ods_names_element   (AtlasOdsNames *self, const char *name);
AtlasOdsName   atlas_ods_names_attribute (AtlasOdsNames *self, const char *name);
/* (nullable): the value of the attribute ID, of those of an element. */
const char    *atlas_ods_names_find      (AtlasOdsNames *self, const char **attributes, AtlasOdsName id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOdsNames, atlas_ods_names_free)

G_END_DECLS
