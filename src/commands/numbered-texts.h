/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sources and notes that a table on a terminal refers to by their numbers. */

/* The number of TEXT among TEXTS (element-type utf8), from 1; added if it is new. */
guint atlas_numbered_texts_add    (GPtrArray *texts, const char *text);
/* Adds a blank line, HEADING and the texts to TEXT, each with its number between the two characters of MARK. Nothing where
 * there are none. */
void  atlas_numbered_texts_append (GString *text, const char *heading, const char *mark, GPtrArray *texts);

G_END_DECLS
