/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "test-folder.h"

/* One run of the program, in English. */
typedef struct {
  char *out;
  char *err;
  int status;
} Program;

/* Starts the program named by SHEGONG_ATLAS with the arguments FIRST ..., ended by NULL, in FOLDER (NULL: here). */
void  program_run   (Program *self, const char *folder, const char *first, ...) G_GNUC_NULL_TERMINATED;
/* The same with ARGUMENTS in one array, ended by NULL. */
void  program_run_arguments (Program *self, const char *folder, const char *const *arguments);
void  program_clear (Program *self);

/* Done, and quiet about it. */
void  program_assert_done    (const Program *self);
/* Exit status 2, nothing on stdout, and one line on stderr that says SAYS. */
void  program_assert_refused (const Program *self, const char *says);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)
