/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What divisions are called in English in the bundled list of today: a dataset keeps the list of the program that made it. */
typedef struct _AtlasEnglishNames AtlasEnglishNames;

/* Those of regions.csv in CSV_DIR; of none where it is missing or has other columns. */
AtlasEnglishNames *atlas_english_names_new  (const char *csv_dir) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_english_names_free (AtlasEnglishNames *self);
/* Of the division CODE, if the list calls it NAME too; NULL if not. Codes are asked for in ascending order. The text is valid until
 * the next call. */
const char        *atlas_english_names_find (AtlasEnglishNames *self, const char *code, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasEnglishNames, atlas_english_names_free)

G_END_DECLS
