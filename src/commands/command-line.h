/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* What all commands do with their arguments. Wrong calls are a #GOptionError with one line that says what is wrong. */

/* Parses the options of CONTEXT from the arguments of a command, its name first; --help is answered and ends the
 * program. */
gboolean      atlas_command_line_parse (GOptionContext *context, int *argc, char ***argv, GError **error);

/* Whether N_WANTED arguments are left after parsing; where there are fewer, MISSING is what the user is told. */
gboolean      atlas_command_line_check_count (int argc, char **argv, int n_wanted, const char *missing, GError **error);

/* Opens the dataset read-only that is the only argument left after parsing. */
AtlasDataset *atlas_command_line_open  (int argc, char **argv, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The values of an option such as --regions, given once with commas between them or several times; an empty one is
 * refused. (transfer full). */
char        **atlas_command_line_split (const char *option, const char *const *values, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The position of VALUE in CHOICES, −1 with an error that names them if it is none. */
int           atlas_command_line_choose (const char *option, const char *value, const char *const *choices,
                                         GError **error);

/* A year as people write it: 2023. */
gboolean      atlas_command_line_read_year  (const char *text, int *out, GError **error);

/* A level of divisions by its id: "county". */
gboolean      atlas_command_line_read_level (const char *text, AtlasRegionLevel *out, GError **error);

/* Writes TEXT, which is UTF-8, to stdout as it is whatever the locale. */
gboolean      atlas_command_line_write (const char *text, GError **error);

G_END_DECLS
