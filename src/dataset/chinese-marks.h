/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TEXT, in UTF-8, in which brackets, commas, colons and semicolons beside Chinese are as wide as its characters: many documents
 * are titled 公报(第二号) on the web, which in print is 公报（第二号）. A bracket goes with the one that closes it; (transfer full). */
char *atlas_chinese_marks_widen (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
