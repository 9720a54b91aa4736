/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/pages/compare-page.h"

G_BEGIN_DECLS

/* The Compare page on a copy of the bundled dataset, for the tests of its parts. */
typedef struct {
  AtlasSession *session;
  GtkWidget *page;
  GtkWindow *window;
} CompareFixture;

/* What it compares at first: Ningxia, Wuzhong, Dali and Qijiang. */
extern const char *const compare_fixture_regions[];

/* Until all is shown. */
void compare_fixture_wait     (CompareFixture *self);
/* TEST with a page of its own. */
void compare_fixture_add_test (const char *path, void (*test) (CompareFixture *self, gconstpointer data));

G_END_DECLS
