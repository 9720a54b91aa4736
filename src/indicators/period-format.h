/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "2023年" / "2023", "2021年以来" / "since 2021", "2013—2020年" / "2013–2020", "2022年9月" / "September 2022",
 * "未注明日期" / "undated": any period or as_of, from our own code and no locale. What is no date at all comes
 * back as it is. (transfer full). */
char *atlas_format_period (const char *period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
