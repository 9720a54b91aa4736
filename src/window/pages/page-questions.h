/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-context.h"

G_BEGIN_DECLS

/* What the pages ask of the answers to their questions. */

/* Whether any row has a value. */
gboolean    atlas_table_has_values (AtlasTable *table);
/* TABLE without its missing rows; (transfer full). */
AtlasTable *atlas_table_new_without_missing (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but with the townships that may have more than is known of them (ATLAS_MISSING_UNPLACED), where others have a value of the
 * same part: a stack without it would say that it is all. */
AtlasTable *atlas_table_new_without_empty   (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer full): where the context is of a township that may have some of what its county has of INDICATOR, that it does:
 * then there is nothing to import. */
char       *atlas_card_dup_unplaced (AtlasCardContext *context, const char *indicator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
