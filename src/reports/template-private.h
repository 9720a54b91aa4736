/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/report-builder.h"

G_BEGIN_DECLS

/**
 * AtlasTemplate:
 * @title: untranslated
 * @size: of the state that its functions share, which is zero before @start
 * @start: asks what all sections need, and begins the report on a builder whose regions are of the right number
 * @clear: of what @start has set, also where it failed
 * @n_cuts: of a report that is to take one page: how often it may be shortened for that; else 0
 * @sections: in the order in which they stand unless asked otherwise
 *
 * A template, described in a file of its own.
 */
typedef struct {
  const char *name;
  const char *title;
  guint min_regions;
  guint max_regions;
  gsize size;
  gboolean (*start) (AtlasReportBuilder *builder, gpointer state, GError **error);
  void (*clear) (gpointer state);
  guint n_cuts;
  const AtlasReportSection *sections;
  guint n_sections;
} AtlasTemplate;

extern const AtlasTemplate atlas_template_brief;
extern const AtlasTemplate atlas_template_comparison;
extern const AtlasTemplate atlas_template_coverage;
extern const AtlasTemplate atlas_template_funding;
extern const AtlasTemplate atlas_template_personnel;
extern const AtlasTemplate atlas_template_yearbook;
extern const AtlasTemplate atlas_template_programmes;
extern const AtlasTemplate atlas_template_bulletin;
extern const AtlasTemplate atlas_template_checks;

G_END_DECLS
