/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/key-hash.h"

static guint
count (AtlasKeyHash *hash,
       guint32       key)
{
  guint place = 0, n = 0;

  while (atlas_key_hash_next (hash, key, &place) != 0)
    n++;
  return n;
}

static void
test_same_hash (void)
{
  g_autoptr (AtlasKeyHash) hash = atlas_key_hash_new ();
  guint place = 0;

  g_assert_cmpuint (atlas_key_hash_next (hash, 5, &place), ==, 0);
  atlas_key_hash_add (hash, 5, 70);
  atlas_key_hash_add (hash, 5, 71);
  atlas_key_hash_add (hash, 6, 72);
  place = 0;
  g_assert_cmpuint (atlas_key_hash_next (hash, 5, &place), ==, 70);
  g_assert_cmpuint (atlas_key_hash_next (hash, 5, &place), ==, 71);
  g_assert_cmpuint (atlas_key_hash_next (hash, 5, &place), ==, 0);
  g_assert_cmpuint (count (hash, 6), ==, 1);
  g_assert_cmpuint (count (hash, 7), ==, 0);
}

/* Many rows, with hashes that crowd in a few places, against what a plain table says. */
static void
test_many (void)
{
  g_autoptr (AtlasKeyHash) hash = atlas_key_hash_new ();
  guint expected[5000] = { 0 };

  for (guint32 row = 1; row <= 20000; row++)
    {
      guint key = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (expected));

      atlas_key_hash_add (hash, key * 1024 + key % 3, row);
      expected[key]++;
    }
  for (guint key = 0; key < G_N_ELEMENTS (expected); key++)
    g_assert_cmpuint (count (hash, key * 1024 + key % 3), ==, expected[key]);
}

static void
test_texts (void)
{
  guint32 a = atlas_key_hash_number (atlas_key_hash_text (0, "640303"), 2023);

  g_assert_true (a == atlas_key_hash_number (atlas_key_hash_text (0, "640303"), 2023));
  g_assert_true (a != atlas_key_hash_number (atlas_key_hash_text (0, "640303"), 2024));
  g_assert_true (a != atlas_key_hash_number (atlas_key_hash_text (0, "640304"), 2023));
  g_assert_true (atlas_key_hash_text (atlas_key_hash_text (0, "1"), "23") !=
                 atlas_key_hash_text (atlas_key_hash_text (0, "12"), "3"));
  g_assert_true (atlas_key_hash_text (atlas_key_hash_text (0, ""), "a") !=
                 atlas_key_hash_text (atlas_key_hash_text (0, "a"), ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-hash/same-hash", test_same_hash);
  g_test_add_func ("/key-hash/many", test_many);
  g_test_add_func ("/key-hash/texts", test_texts);
  return g_test_run ();
}
