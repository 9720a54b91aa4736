/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/**
 * AtlasReturnGroup:
 * @names: (element-type utf8): of the registers, borrowed
 * @year: of which they are
 * @n: how many divisions of the county level have returned them
 * @of: of how many
 * @missing: (element-type AtlasRegion): those that have not
 *
 * Registers that the same divisions have returned for the same year: what is to be said of them is said once.
 */
typedef struct {
  GPtrArray *names;
  int year;
  guint n;
  guint of;
  GPtrArray *missing;
} AtlasReturnGroup;

/* (element-type AtlasReturnGroup) (transfer full): the registers that any division in REGIONS (element-type AtlasRegion) has
 * returned, for the year the report asks for, else the latest of each register; in the order of the registers. */
GPtrArray *atlas_return_groups_list     (AtlasReportBuilder *builder, GPtrArray *regions) G_GNUC_WARN_UNUSED_RESULT;

/* The names of the registers in a row: "Stations, personnel and funding"; (transfer full). */
char      *atlas_return_group_dup_names (const AtlasReturnGroup *self) G_GNUC_WARN_UNUSED_RESULT;

/* The latest year in which any division in REGIONS has returned TABLE, or the one the report asks for; 0 for none. */
int        atlas_return_groups_get_year (AtlasReportBuilder *builder, GPtrArray *regions, const AtlasTableDefinition *table);

G_END_DECLS
