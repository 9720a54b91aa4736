/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/language.h"

/**
 * atlas_language_current:
 *
 * Returns: Chinese where the first language the user reads is a Chinese one, else English. The order is that of
 *   LANGUAGE, LC_ALL, LC_MESSAGES and LANG, the one gettext goes by, so that names and sentences agree.
 */
AtlasLanguage
atlas_language_current (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  return g_str_has_prefix (names[0], "zh") ? ATLAS_LANGUAGE_CHINESE : ATLAS_LANGUAGE_ENGLISH;
}

/**
 * atlas_language_pick:
 * @name_zh: the Chinese name, or ""
 * @name_en: the English name, or ""
 *
 * Returns: (transfer none): the one in the user's language, or the other where that is empty
 */
const char *
atlas_language_pick (const char *name_zh,
                     const char *name_en)
{
  gboolean chinese = atlas_language_current () == ATLAS_LANGUAGE_CHINESE;
  const char *first = chinese ? name_zh : name_en;

  return first[0] != '\0' ? first : (chinese ? name_en : name_zh);
}
