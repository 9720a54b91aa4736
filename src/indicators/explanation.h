/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"
#include "indicators/observation.h"

G_BEGIN_DECLS

/* How an observation was come by, in words for people. */

/* "477 ÷ 4,330", "(868 + 2) ÷ 4,072": the formula with the values of its inputs, a per cent's × 100 left out;
 * numerator ÷ denominator where the program counts itself. (nullable) (transfer full): NULL for what is not computed, or
 * missing. */
char      *atlas_explain_calculation (AtlasCatalogue *catalogue, const AtlasObservation *observation)
  G_GNUC_WARN_UNUSED_RESULT;
/* "Certified social workers · Senior": the indicator with the names of the dimension values it is for; (transfer full). */
char      *atlas_explain_subject     (AtlasCatalogue *catalogue, const AtlasObservation *observation)
  G_GNUC_WARN_UNUSED_RESULT;
/* The figures it rests on: its own and those of its inputs, each once; (element-type AtlasFigure) (transfer full). */
GPtrArray *atlas_explain_list_figures (const AtlasObservation *observation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
