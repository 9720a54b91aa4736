/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on texts are translated, by what the build has. */
void test_language_bind  (void);

/* From now on the program speaks LANGUAGE, "en" or "zh_CN". */
void test_language_speak (const char *language);

G_END_DECLS
