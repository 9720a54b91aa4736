/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of the command line, the same for all commands. */
enum {
  ATLAS_EXIT_DONE = 0,
  ATLAS_EXIT_LOOK = 1,    /* done, but something needs a look: rejected rows, findings */
  ATLAS_EXIT_REFUSED = 2, /* wrong call or refused, nothing changed */
};

/**
 * AtlasCommand:
 * @name: as typed
 * @summary: one line, untranslated (N_)
 * @run: takes the arguments from the command's name on; returns an exit status
 */
typedef struct {
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} AtlasCommand;

/* (nullable): the command NAME. */
const AtlasCommand *atlas_command_find (const char *name);
/* All of them, with a NULL name at the end. */
const AtlasCommand *atlas_command_list (void);

/* Prints "shegong-atlas: MESSAGE" to stderr, frees ERROR and returns ATLAS_EXIT_REFUSED. */
int atlas_command_refuse (GError *error);

/* What “shegong-atlas --help” and “--version” say, on stdout. */
void atlas_command_print_help    (void);
void atlas_command_print_version (void);

int atlas_command_new    (int argc, char **argv);
int atlas_command_import (int argc, char **argv);
int atlas_command_history (int argc, char **argv);
int atlas_command_undo   (int argc, char **argv);
int atlas_command_query  (int argc, char **argv);
int atlas_command_chart  (int argc, char **argv);
int atlas_command_report (int argc, char **argv);
int atlas_command_check  (int argc, char **argv);
int atlas_command_export (int argc, char **argv);

G_END_DECLS
