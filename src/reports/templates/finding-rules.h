/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a rule of the checks is called, and what it looks at, a sentence; both in the user's language, borrowed. The id
 * itself and "" for a rule that is not known here. */
const char *atlas_finding_rule_get_name    (const char *rule);
const char *atlas_finding_rule_get_meaning (const char *rule);

G_END_DECLS
