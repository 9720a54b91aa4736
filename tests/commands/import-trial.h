/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/* Of more than 8 MB of text an import writes through a log, of less with a journal: so many letters in each row. */
#define IMPORT_TRIAL_MUCH 240
#define IMPORT_TRIAL_LITTLE 40
#define IMPORT_TRIAL_HEADER "人员编号,姓名,职业水平等级,取证日期,证书编号,行政区划代码,单位类别\n"

/* A dataset with people, as it is before and after second.csv, which changes them and brings in more. */
typedef struct {
  char *folder;
  char *before; /* the dataset before */
  char *digest_before;
  char *digest_after;
  gint64 duration; /* of the import, in microseconds */
} ImportTrial;

/* LENGTH: of a row's text. */
void  import_trial_set_up    (ImportTrial *self, guint length);
void  import_trial_clear     (ImportTrial *self);

/* Makes PATH the dataset as it was before. */
void  import_trial_begin     (ImportTrial *self, const char *path);
/* Starts the import into it. */
GPid  import_trial_start     (ImportTrial *self, const char *path);
/* The dataset at PATH opens as ever, is what it was before (TRUE) or after, and nothing else lies in its folder that was not
 * there: N_FILES in all. */
gboolean import_trial_check  (ImportTrial *self, const char *path, guint n_files);
/* A next import finds it in order. */
void  import_trial_check_next (ImportTrial *self, const char *path);
