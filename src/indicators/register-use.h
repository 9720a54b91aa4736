/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Which divisions have rows in the registers, and of what: read from the roll-ups, in some milliseconds at national size. What
 * lies in a township counts for its county, or for the division above it where there is no county. */
typedef struct _AtlasRegisterUse AtlasRegisterUse;

AtlasRegisterUse *atlas_register_use_load (AtlasDataset *dataset, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_register_use_free (AtlasRegisterUse *self);

/* The divisions that have rows of their own, not of the counties in them, that count for one of SELECTORS (element-type
 * AtlasFigureSelector): those that are there now, or were in any year; by code. (element-type AtlasRegion) (transfer
 * container). */
GPtrArray        *atlas_register_use_list (AtlasRegisterUse *self, GPtrArray *selectors) G_GNUC_WARN_UNUSED_RESULT;
/* Whether such rows lie in REGION, of any level, or in what lies in it. */
gboolean          atlas_register_use_has  (AtlasRegisterUse *self, const AtlasRegion *region, GPtrArray *selectors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRegisterUse, atlas_register_use_free)

G_END_DECLS
