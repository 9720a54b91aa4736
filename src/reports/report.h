/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>

#include "reports/report-block.h"

G_BEGIN_DECLS

/* A report: a list of blocks with what goes into the document's metadata. Built by a template, then paginated. */
typedef struct _AtlasReport AtlasReport;

AtlasReport *atlas_report_new      (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void         atlas_report_free     (AtlasReport *self);
/* Takes BLOCK; charts and tables are numbered as they are added. */
void         atlas_report_add      (AtlasReport *self, AtlasBlock *block);
GPtrArray   *atlas_report_get_blocks (AtlasReport *self);
const char  *atlas_report_get_title  (AtlasReport *self);
/* The number by which SOURCE is cited in text, from 1; entered in the list of sources on first use. */
guint        atlas_report_cite     (AtlasReport *self, AtlasSource *source);
/* (element-type AtlasSource), in the order of their numbers. */
GPtrArray   *atlas_report_get_sources (AtlasReport *self);

/* Adders: each makes a block of its kind. */
void         atlas_report_add_heading   (AtlasReport *self, guint level, const char *text);
void         atlas_report_add_paragraph (AtlasReport *self, const char *text);
void         atlas_report_add_note      (AtlasReport *self, const char *text);
void         atlas_report_add_chart     (AtlasReport *self, AtlasChartSpec *chart); /* takes it */
void         atlas_report_add_table     (AtlasReport *self, AtlasReportTable *table); /* takes it */
void         atlas_report_add_key_figures (AtlasReport *self, GPtrArray *key_figures); /* takes it */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReport, atlas_report_free)

G_END_DECLS
