/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/* One function a template: builds the report on BUILDER, whose regions are known to be of the right number.
 */
gboolean atlas_template_brief      (AtlasReportBuilder *builder, GError **error);
gboolean atlas_template_comparison (AtlasReportBuilder *builder, GError **error);
gboolean atlas_template_coverage   (AtlasReportBuilder *builder, GError **error);
gboolean atlas_template_funding    (AtlasReportBuilder *builder, GError **error);
gboolean atlas_template_personnel  (AtlasReportBuilder *builder, GError **error);
gboolean atlas_template_checks     (AtlasReportBuilder *builder, GError **error);

G_END_DECLS
