/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/* An empty table of figures as they were published; IS_REGIONAL: with the region of each. Its note says so. */
AtlasReportTable *atlas_figure_table_new (const char *title, gboolean is_regional) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a row; FIGURE becomes one of the report's. */
void              atlas_figure_table_add (AtlasReportTable *self, AtlasReportBuilder *builder, AtlasFigure *figure,
                                          gboolean is_regional);
/* "服务项目（“五社联动”）": the indicator with the names of its dimension values; (transfer full). */
char             *atlas_figure_dup_subject (AtlasCatalogue *catalogue, const AtlasFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* "≥ 21,000个": as it was published, with its unit; (transfer full). */
char             *atlas_figure_dup_value  (AtlasCatalogue *catalogue, const AtlasFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
/* Whether FIGURE is of a later year than the report, which tells nothing of later ones. */
gboolean          atlas_figure_is_later  (AtlasReportBuilder *builder, const AtlasFigure *figure);

G_END_DECLS
