/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/paginator.h"
#include "reports/pages/text-lines.h"
#include "reports/report-block.h"

G_BEGIN_DECLS

/* How its texts are set, and what cells leave free around them, in points. */
typedef struct {
  AtlasTextRole cell;
  AtlasTextRole header;
  AtlasTextRole detail;
  double padding_x;
  double padding_y;
} AtlasTableRoles;

/**
 * AtlasTableDensity:
 * @ATLAS_TABLE_USUAL: rows as far from each other as reads well
 * @ATLAS_TABLE_DENSE: rows close to each other
 * @ATLAS_TABLE_DENSEST: and closer still, in the smaller type of tables that would be too wide else
 *
 * What is done so that a table takes less of a page.
 */
typedef enum {
  ATLAS_TABLE_USUAL,
  ATLAS_TABLE_DENSE,
  ATLAS_TABLE_DENSEST,
} AtlasTableDensity;

/* A table as it stands on paper: 三线表, a strong rule above and below and a fine one under the header, no
 * others. Caption above, unit at its right, note below. */
typedef struct _AtlasTableLayout AtlasTableLayout;

/* Borrows TABLE. Where its columns do not fit in PORTRAIT_WIDTH it is set smaller, and where they do not fit even so it lies
 * across (landscape). */
AtlasTableLayout *atlas_table_layout_new (AtlasTextShaper *shaper, const AtlasReportTable *table,
                                          guint number, double portrait_width, double landscape_width,
                                          AtlasTableDensity density) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_table_layout_free (AtlasTableLayout *self);
/* What the paginator has to know; the row heights stay the layout's. */
AtlasFlowItem     atlas_table_layout_get_flow (const AtlasTableLayout *self);
const AtlasTableRoles *atlas_table_layout_get_roles (const AtlasTableLayout *self);
/* Whether it is in the smaller type. */
gboolean          atlas_table_layout_is_small (const AtlasTableLayout *self);
/* Of the columns, in points; as many as the table has. */
const double     *atlas_table_layout_get_widths (const AtlasTableLayout *self);
/* Draws the rows of PART with its top left corner at X, Y. */
void              atlas_table_layout_draw (const AtlasTableLayout *self, cairo_t *cr, double x, double y,
                                           const AtlasFlowPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableLayout, atlas_table_layout_free)

G_END_DECLS
