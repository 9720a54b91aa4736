/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* The words that people write for the ids of an ENUM column. */

/* (nullable): the id that TEXT, trimmed, stands for in COLUMN of TABLE. */
const char *atlas_enum_words_find     (const AtlasTableDefinition *table, guint column, const char *text);
/* Words that may be written, one for each id, in the user's language: "County guidance centre; …", 县级指导中心；…;
 * (transfer full). */
char       *atlas_enum_words_dup_list (const AtlasTableDefinition *table, guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
