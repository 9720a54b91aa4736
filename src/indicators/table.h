/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"
#include "indicators/observation.h"
#include "indicators/question.h"
#include "indicators/scale.h"

G_BEGIN_DECLS

/* The answer to one question: an immutable table of observations, the one currency that charts, table views, reports
 * and exports all take. Rows stand in the order asked for: regions × years × values of by, sorted and limited.
 * Reference counted; safe to read from any thread. */
typedef struct _AtlasTable AtlasTable;

/* Takes ROWS (element-type AtlasObservation) (transfer full); copies QUESTION. Charts and tests may build one by hand. */
AtlasTable             *atlas_table_new   (AtlasCatalogue *catalogue, const AtlasQuestion *question, GPtrArray *rows)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same with values in UNIT instead of the indicator's own: what was made of an answer, such as an index. */
AtlasTable             *atlas_table_new_in_unit (AtlasCatalogue *catalogue, const AtlasQuestion *question, const char *unit,
                                                 GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;
/* Several answers side by side, such as two indicators of the same regions: the rows of all PARTS (element-type AtlasTable),
 * one part after the other. The parts are of one catalogue; the first speaks for what they share. One part alone is
 * returned as it is. */
AtlasTable             *atlas_table_join  (GPtrArray *parts) G_GNUC_WARN_UNUSED_RESULT;
AtlasTable             *atlas_table_ref   (AtlasTable *self);
void                    atlas_table_unref (AtlasTable *self);

AtlasCatalogue         *atlas_table_get_catalogue (AtlasTable *self);
const AtlasQuestion    *atlas_table_get_question  (AtlasTable *self);
const AtlasIndicator   *atlas_table_get_indicator (AtlasTable *self);
const AtlasUnit        *atlas_table_get_unit      (AtlasTable *self);
/* 1 unless it was joined. */
guint                   atlas_table_get_n_parts   (AtlasTable *self);
/* (transfer none) */
AtlasTable             *atlas_table_get_part      (AtlasTable *self, guint part);
/* Which part a row is of. */
guint                   atlas_table_get_part_of_row (AtlasTable *self, guint row);
/* The part that a row is of, and where it stands there: OUT_ROW (out) (optional); (transfer none) */
AtlasTable             *atlas_table_find_part     (AtlasTable *self, guint row, guint *out_row);
guint                   atlas_table_get_n_rows    (AtlasTable *self);
const AtlasObservation *atlas_table_get_row       (AtlasTable *self, guint row);
/* (nullable): the first row of REGION_CODE, YEAR (0: any) and BY value (NULL: any). */
const AtlasObservation *atlas_table_find          (AtlasTable *self, const char *region_code, int year, const char *by);
guint                   atlas_table_count_missing (AtlasTable *self);
/* It is told of as NAME where the names of indicators would not tell it from what stands beside it. */
void                    atlas_table_set_name      (AtlasTable *self, const char *name);
/* Its numbers are written in SCALE, as those are that stand beside it. */
void                    atlas_table_set_scale     (AtlasTable *self, AtlasScale scale);
/* Whether that was said: OUT_SCALE (out). */
gboolean                atlas_table_get_scale     (AtlasTable *self, AtlasScale *out_scale);
/* The scale in which all numbers of a row or column made of it can be written. */
AtlasScale              atlas_table_choose_scale  (AtlasTable *self);
/* All sources of all rows, each once, in the order of use; (element-type AtlasSource) (transfer full). */
GPtrArray              *atlas_table_list_sources  (AtlasTable *self) G_GNUC_WARN_UNUSED_RESULT;
/* What the table is of: the indicator with the dimension values asked for and those that hold by default, since 242
 * stations are not all stations: "社工站点数 · 运行 · 乡镇（街道）社工站"; of a joined table, those of all parts;
 * (transfer full). */
char                   *atlas_table_dup_name      (AtlasTable *self) G_GNUC_WARN_UNUSED_RESULT;

/* The name of the n-th by-value of a row, in the user's language; borrowed. */
const char             *atlas_table_get_by_name   (AtlasTable *self, guint row, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTable, atlas_table_unref)

G_END_DECLS
