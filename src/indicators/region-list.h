/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"

G_BEGIN_DECLS

/* (element-type AtlasRegion) (transfer container): the regions that QUESTION asks for, in its order, each once. Where
 * it asks for a level, development zones are among them. NULL with an #AtlasQuestionError. */
GPtrArray *atlas_region_list        (AtlasCatalogue *catalogue, const AtlasQuestion *question, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether REGION is listed only where it holds data: a development zone in an answer for a level. */
gboolean   atlas_region_is_optional (const AtlasQuestion *question, const AtlasRegion *region);

/* Marks a row whose region stands where the level asked for is missing. */
void       atlas_region_mark_level  (const AtlasQuestion *question, AtlasObservation *observation);

G_END_DECLS
