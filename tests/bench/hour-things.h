/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/main-window.h"

G_BEGIN_DECLS

/* What an official does in an hour, one thing at a time, at random. */
typedef struct _Hour Hour;

struct _Hour {
  AtlasMainWindow *window;
  AtlasSession *session;
  GRand *random;
  const char *path, *other_path; /* of two datasets */
  char *folder;                  /* where files are written */
  const char *thing;             /* what is being done */
  gboolean is_painted;
  guint n_files;
};

/* Does one thing, which it names, and answers dialogs that have come of others. */
const char *hour_do_anything (Hour *self);
/* How often each was done. */
void        hour_tell_things (void);

G_END_DECLS
