/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/answer.h"

G_BEGIN_DECLS

/* Whether QUESTION can be answered at all: indicator, dimensions, values and years. The attributes it names must be
 * among USED (nullable) (element-type AtlasFigure), the indicator's figures. */
gboolean atlas_question_check            (const AtlasQuestion *question, AtlasCatalogue *catalogue, GPtrArray *used,
                                          GError **error);
/* Whether QUESTION names an attribute, so that the check must know the indicator's figures. */
gboolean atlas_question_names_attributes (const AtlasQuestion *question, AtlasCatalogue *catalogue);
/* (nullable): the indicator, or NULL with an error that names near ones. */
const AtlasIndicator *atlas_question_find_indicator (const AtlasQuestion *question, AtlasCatalogue *catalogue,
                                                     GError **error);

G_END_DECLS
