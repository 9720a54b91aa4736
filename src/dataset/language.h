/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLanguage:
 *
 * The language of names that come with the data. Sentences of the program itself go through gettext; both
 * follow the same setting.
 */
typedef enum {
  ATLAS_LANGUAGE_ENGLISH,
  ATLAS_LANGUAGE_CHINESE,
} AtlasLanguage;

AtlasLanguage  atlas_language_current (void);
const char    *atlas_language_pick    (const char *name_zh, const char *name_en);

G_END_DECLS
