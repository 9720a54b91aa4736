/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The place behind the bracket that closes a string in brackets (ISO 32000-1, 7.3.4.2), which may hold others. AT is behind the
 * opening one; nothing from END on is read. (nullable): it is not closed. */
const char *atlas_pdf_string_skip (const char *at, const char *end);

G_END_DECLS
