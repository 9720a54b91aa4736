/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib-object.h>

#include "dataset/decimal.h"
#include "dataset/source.h"

G_BEGIN_DECLS

/**
 * AtlasQualifier:
 * @ATLAS_QUALIFIER_EXACT: as it stands
 * @ATLAS_QUALIFIER_ABOUT: 约
 * @ATLAS_QUALIFIER_NEARLY: 近, a little below
 * @ATLAS_QUALIFIER_AT_LEAST: 余, 多, 超, 突破
 * @ATLAS_QUALIFIER_AT_MOST: 不到, 不足
 *
 * What a document says of its number. In the order in which figures are preferred.
 */
typedef enum {
  ATLAS_QUALIFIER_EXACT,
  ATLAS_QUALIFIER_ABOUT,
  ATLAS_QUALIFIER_NEARLY,
  ATLAS_QUALIFIER_AT_LEAST,
  ATLAS_QUALIFIER_AT_MOST,
} AtlasQualifier;

const char *atlas_qualifier_to_id   (AtlasQualifier qualifier);
gboolean    atlas_qualifier_from_id (const char *id, AtlasQualifier *out);
/* "", "≈", "近", "≥", "≤": what stands before a number in a file, borrowed. atlas_number_parse() reads each back. */
const char *atlas_qualifier_get_mark (AtlasQualifier qualifier);
/* "exact", "at least" ... in the user's language, borrowed. */
const char *atlas_qualifier_get_name (AtlasQualifier qualifier);

/**
 * AtlasStatus:
 *
 * Observation status, SDMX code list CL_OBS_STATUS.
 */
typedef enum {
  ATLAS_STATUS_NORMAL,          /* A */
  ATLAS_STATUS_ESTIMATED,       /* E */
  ATLAS_STATUS_LOW_RELIABILITY, /* U */
  ATLAS_STATUS_MISSING,         /* M */
} AtlasStatus;

const char *atlas_status_to_id   (AtlasStatus status);
gboolean    atlas_status_from_id (const char *id, AtlasStatus *out);
const char *atlas_status_get_name (AtlasStatus status);

/**
 * AtlasFigure:
 * @dimensions: (element-type AtlasDimensionPair): sorted; empty for the total over all
 * @value: in base units of @unit, exact
 * @period: a year ("2021"), an ISO 8601 interval ("2021/..", "2013/2020", "../2022") or ""
 * @as_of: the date, month or year it speaks of, or ""
 * @printed: the number as the document prints it
 * @source: the document
 *
 * A published figure: a number copied from a document. Immutable; texts are never NULL.
 */
typedef struct {
  char *figure_id;
  AtlasSource *source;
  char *region_code;
  char *indicator_id;
  GPtrArray *dimensions;
  AtlasDecimal value;
  AtlasQualifier qualifier;
  char *unit;
  char *period;
  char *as_of;
  char *printed;
  AtlasStatus status;
  char *note;
} AtlasFigure;

#define ATLAS_TYPE_FIGURE (atlas_figure_get_type ())
GType        atlas_figure_get_type (void);
AtlasFigure *atlas_figure_new      (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasFigure *atlas_figure_ref      (AtlasFigure *self);
void         atlas_figure_unref    (AtlasFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigure, atlas_figure_unref)

G_END_DECLS
