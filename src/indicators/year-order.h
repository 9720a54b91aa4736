/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years as an ascending GArray of int, each once; 0 stands for "undated". */
GArray  *atlas_years_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void     atlas_years_add      (GArray *years, int year);
void     atlas_years_add_all  (GArray *years, GArray *more);
gboolean atlas_years_contain  (GArray *years, int year);
/* Those in both. */
GArray  *atlas_years_intersect (GArray *a, GArray *b) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasKnownYears:
 * @whole: those that have a value
 * @parts: those that have but a sum of some published parts
 * @counts: those that have but the count of a register that not all have returned
 *
 * The years that can answer, from the best on. A year may stand in several.
 */
typedef struct {
  GArray *whole;
  GArray *parts;
  GArray *counts;
} AtlasKnownYears;

void     atlas_known_years_init  (AtlasKnownYears *self);
void     atlas_known_years_clear (AtlasKnownYears *self);
/* All of them; (transfer full). */
GArray  *atlas_known_years_list  (const AtlasKnownYears *self) G_GNUC_WARN_UNUSED_RESULT;
/* In the order in which they may answer a question for ASKED, as below; a count that is not whole comes after all others,
 * even if it is of the year asked for and the others only stand in. */
GArray  *atlas_known_years_to_try (const AtlasKnownYears *self, int asked, gboolean stand_in)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasKnownYears, atlas_known_years_clear)

/* The years of KNOWN in the order in which they may answer a question for ASKED (docs/answers.md, "Year"). With a year: it
 * alone, known or not, or with STAND_IN then the earlier ones from the latest on, then undated; never a later one. Without one
 * (ASKED 0): all from the latest on, undated last. */
GArray  *atlas_years_to_try   (GArray *known, int asked, gboolean stand_in) G_GNUC_WARN_UNUSED_RESULT;
/* The years of KNOWN from the nearest on for an input that changes slowly: YEAR, the earlier ones, the later ones. */
GArray  *atlas_years_nearest  (GArray *known, int year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
