/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small file beside a dataset, as long as a program changes much of it, that tells others which one that is. It locks
 * nothing: SQLite does. */

/* Writes the note for the dataset at PATH and returns its name; NULL where that is not possible, which does not matter. */
char *atlas_lock_note_write  (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): process 1234 on “office-pc”, in the user's language; NULL where no note is there, or one of a process that
 * is there no longer. */
char *atlas_lock_note_read   (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the note NOTE (nullable) away and frees the name. */
void  atlas_lock_note_remove (char *note);
/* Takes away what a process has left that is there no longer. */
void  atlas_lock_note_tidy   (const char *path);

G_END_DECLS
