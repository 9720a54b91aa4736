/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/* What the overview says of people: AtlasCardMakers. */

/* Is the number high only because the region is large? Residents and certified workers of the divisions below, with the line on
 * which all would lie that have the rate of the region. */
AtlasCardContent *atlas_personnel_make_scatter   (AtlasCardContext *context, GError **error);
/* How many hold the highest grade, and where: none, and not known, are told apart. A list. */
AtlasCardContent *atlas_personnel_make_seniors   (AtlasCardContext *context, GError **error);
/* Registrations that lapse in the twelve months after the date of the register, by division and month. */
AtlasCardContent *atlas_personnel_make_expiring  (AtlasCardContext *context, GError **error);
/* Who is short of hours of continuing education: by division; within a county by station, as a list. */
AtlasCardContent *atlas_personnel_make_education (AtlasCardContext *context, GError **error);
AtlasCardContent *atlas_personnel_make_education_by_station (AtlasCardContext *context, GError **error);
/* Registered, sat, passed, and the rates with what they are a share of. A list. */
AtlasCardContent *atlas_personnel_make_exam      (AtlasCardContext *context, GError **error);

G_END_DECLS
