/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"

G_BEGIN_DECLS

/* A dataset built in a temporary folder from the bundled CSV files, once for a test program, and its catalogue. */
AtlasDataset   *bundled_dataset   (void);
AtlasCatalogue *bundled_catalogue (void);
/* Closes both and removes the folder. */
void            bundled_clear     (void);

/* Asks; the question must be answered. WHERE: "grade=senior;batch=2" or "". YEAR: 0 for the latest. */
AtlasTable     *bundled_ask       (const char *indicator, const char *regions, const char *where, int year)
  G_GNUC_WARN_UNUSED_RESULT;
/* All divisions of a level; one region broken down. */
AtlasTable     *bundled_ask_within (const char *indicator, const char *within, AtlasRegionLevel level, int year,
                                    gboolean all_divisions) G_GNUC_WARN_UNUSED_RESULT;
AtlasTable     *bundled_ask_by    (const char *indicator, const char *region, const char *by, int year)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same for any question, which is taken. */
AtlasTable     *bundled_answer    (AtlasQuestion *question) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none): the first row, and the note of one (transfer full, nullable). */
const AtlasObservation *bundled_first (AtlasTable *table);
char                   *bundled_note  (AtlasTable *table, guint row);
/* ROW is exactly VALUE, written as atlas_decimal_to_string() writes it. */
void bundled_assert_exact (const AtlasObservation *row, const char *value);

G_END_DECLS
