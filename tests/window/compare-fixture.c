/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "compare-fixture.h"

#include "window-test.h"

const char *const compare_fixture_regions[] = { "640000", "640300", "532900", "500110", NULL };

static gboolean
is_complete (gpointer page)
{
  return atlas_page_is_complete (page);
}

void
compare_fixture_wait (CompareFixture *self)
{
  window_test_settle (is_complete, self->page);
  window_test_settle (NULL, NULL);
}

static void
set_up (CompareFixture *self,
        gconstpointer   data)
{
  self->session = window_test_session_new ();
  atlas_session_set_indicator (self->session, "certified_workers");
  atlas_session_set_compare (self->session, compare_fixture_regions);
  self->page = atlas_compare_page_new (self->session);
  self->window = window_test_show (self->page, 1180, 860);
  compare_fixture_wait (self);
}

static void
tear_down (CompareFixture *self,
           gconstpointer   data)
{
  gtk_window_destroy (self->window);
  window_test_settle (NULL, NULL);
  window_test_finalize (self->session);
}

void
compare_fixture_add_test (const char *path,
                          void      (*test) (CompareFixture *self, gconstpointer data))
{
  g_test_add (path, CompareFixture, NULL, set_up, test, tear_down);
}
