/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"
#include "indicators/programme-figures.h"

G_BEGIN_DECLS

/* So many rows of a register stand with a programme; of more their number is told. */
#define ATLAS_PROGRAMME_MAX_ROWS 20

/**
 * AtlasProgrammeRegister:
 * @title: "Projects", or with the words that its rows have: "Projects · Three Areas Plan"
 * @headings: (array zero-terminated=1): of @rows
 * @rows: (element-type GStrv): the last that came, ATLAS_PROGRAMME_MAX_ROWS at the most, as people read them
 * @n_rows: how many there are
 *
 * Rows of a register that answer the question of a programme: who, what and where, which no number tells. Never people.
 */
typedef struct {
  const AtlasTableDefinition *table;
  char *title;
  char **headings;
  GPtrArray *rows;
  guint n_rows;
} AtlasProgrammeRegister;

void       atlas_programme_register_free  (AtlasProgrammeRegister *self);

/* What the registers hold for the parts of its answer that are rows ("rows projects[programme=three_areas_plan]"), in REGION
 * (nullable: anywhere), and below a region the townships for which they hold nothing ("townships service_projects"): (element-type
 * AtlasProgrammeRegister), none without rows. */
GPtrArray *atlas_programme_list_registers (AtlasDataset *dataset, AtlasCatalogue *catalogue, const AtlasProgramme *programme,
                                           const AtlasRegion *region, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The registers whose rows are about PROGRAMME or answer its question, in their order: (element-type AtlasTableDefinition)
 * (transfer container). */
GPtrArray *atlas_programme_list_tables    (const AtlasProgramme *programme) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the first published indicator that its figures or its answer are of; (transfer none). */
const AtlasIndicator *atlas_programme_find_indicator (const AtlasProgramme *programme, AtlasCatalogue *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeRegister, atlas_programme_register_free)

G_END_DECLS
