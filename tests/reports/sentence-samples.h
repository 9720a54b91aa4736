/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"

G_BEGIN_DECLS

#define EXACT    ATLAS_QUALIFIER_EXACT
#define ABOUT    ATLAS_QUALIFIER_ABOUT
#define AT_LEAST ATLAS_QUALIFIER_AT_LEAST
#define AT_MOST  ATLAS_QUALIFIER_AT_MOST

/* What the tests of sentences speak of: the bundled dataset and observations by hand. */

extern AtlasCatalogue *catalogue;

/* Runs the tests that are added after g_test_init(), between opening the dataset and closing it. */
int               run_with_catalogue (void);

/* Takes TEXT. */
void              assert_takes (char *text, const char *expected);

/* A division of the dataset. */
const AtlasRegion *lookup      (const char *code);
/* Asks for REGIONS, "640000,640300", as the reports do. */
AtlasTable       *ask          (const char *indicator, const char *regions, const char *by) G_GNUC_WARN_UNUSED_RESULT;
/* The short names of the regions of TABLE in the language spoken, by their codes. */
GHashTable       *list_names   (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* An observation by hand. */
AtlasObservation *observe      (const char *code, const char *indicator, double value, AtlasQualifier qualifier,
                                const char *period) G_GNUC_WARN_UNUSED_RESULT;
/* A table of N observations of certified_share, taken over, in their order. */
AtlasTable       *tabulate     (AtlasObservation *const *rows, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
