/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "indicators/observation.h"

static const AtlasRegion region = { .code = "640000" };

static AtlasSource *
source (const char *id)
{
  AtlasSource *self = atlas_source_new ();

  g_free (self->source_id);
  self->source_id = g_strdup (id);
  return self;
}

static void
test_new_is_missing (void)
{
  g_autoptr (AtlasObservation) self = atlas_observation_new (&region);

  g_assert_true (atlas_observation_is_missing (self));
  g_assert_cmpint (self->missing, ==, ATLAS_MISSING_NOT_REPORTED);
  g_assert_true (isnan (self->value));
  g_assert_true (isnan (self->numerator));
  g_assert_cmpstr (self->period, ==, "");
  g_assert_null (self->by[0]);
  g_assert_cmpstr (atlas_basis_to_id (self->basis), ==, "");
}

static void
test_notes_once (void)
{
  g_autoptr (AtlasObservation) self = atlas_observation_new (&region);
  g_autofree char *none = atlas_observation_dup_note (self);
  g_autofree char *note = NULL;

  g_assert_cmpstr (none, ==, "");
  atlas_observation_add_note (self, "one");
  atlas_observation_add_note (self, "two");
  atlas_observation_add_note (self, "one");
  note = atlas_observation_dup_note (self);
  g_assert_cmpstr (note, ==, "one; two");
}

static void
test_note_of_year (void)
{
  g_autofree char *note = atlas_note_dup_of_year ("0 of 22 returned", 2008);
  g_autofree char *same = atlas_note_dup_without_year (note, 2008);
  g_autofree char *other = atlas_note_dup_without_year (note, 2009);

  g_assert_cmpstr (note, ==, "0 of 22 returned (2008)");
  g_assert_cmpstr (same, ==, "0 of 22 returned");
  g_assert_cmpstr (other, ==, note);
}

static void
test_sources_once (void)
{
  g_autoptr (AtlasObservation) self = atlas_observation_new (&region);
  g_autoptr (AtlasSource) a = source ("a");
  g_autoptr (AtlasSource) b = source ("b");

  atlas_observation_add_source (self, b);
  atlas_observation_add_source (self, a);
  atlas_observation_add_source (self, b);
  g_assert_cmpuint (self->sources->len, ==, 2);
  g_assert_true (g_ptr_array_index (self->sources, 0) == b);
}

static void
test_basis (void)
{
  g_assert_cmpstr (atlas_basis_to_id (ATLAS_BASIS_PUBLISHED_PARTS), ==, "published_parts");
  g_assert_cmpstr (atlas_basis_get_name (ATLAS_BASIS_COMPUTED), ==, "computed");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicators/observation/new-is-missing", test_new_is_missing);
  g_test_add_func ("/indicators/observation/notes-once", test_notes_once);
  g_test_add_func ("/indicators/observation/note-of-year", test_note_of_year);
  g_test_add_func ("/indicators/observation/sources-once", test_sources_once);
  g_test_add_func ("/indicators/observation/basis", test_basis);
  return g_test_run ();
}
