/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "rollup-fixture.h"

#include "../fixture.h"

void
rollup_fixture_set_up (RollupFixture *self,
                       gconstpointer  data)
{
  g_autofree char *path = NULL;

  self->folder = test_folder_make ();
  path = fixture_copy (self->folder, "a.atlas");
  g_assert_cmpint (sqlite3_open (path, &self->db), ==, SQLITE_OK);
  self->regions = atlas_dataset_get_regions (fixture_open_published ());
  self->rollup = atlas_rollup_new (self->regions);
}

void
rollup_fixture_tear_down (RollupFixture *self,
                          gconstpointer  data)
{
  atlas_rollup_free (self->rollup);
  sqlite3_close (self->db);
  test_folder_remove (self->folder);
}

void
rollup_fixture_apply (RollupFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_rollup_apply (self->rollup, self->db, &error));
  g_assert_no_error (error);
}
