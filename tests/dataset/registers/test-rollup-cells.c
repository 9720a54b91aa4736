/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-cells.h"

#include <string.h>

#include "dataset/registers/rollup-series.h"

static AtlasRollupCell
make_random_cell (void)
{
  AtlasRollupCell cell = { 0 };

  cell.series = (guint16) g_test_rand_int_range (0, 40);
  cell.year = (gint16) g_test_rand_int_range (1990, 2030);
  cell.value = (gint64) g_test_rand_int () * g_test_rand_int ();
  cell.n = g_test_rand_int_range (-3, 300);
  if (g_test_rand_bit ())
    {
      cell.n_at_least = g_test_rand_int_range (-3, 300);
      cell.n_at_most = g_test_rand_int_range (-3, 300);
      cell.n_about = g_test_rand_int_range (-3, 300);
    }
  return cell;
}

static void
assert_equal (AtlasRollupCells *a,
              AtlasRollupCells *b)
{
  guint n_a, n_b;
  const AtlasRollupCell *left = atlas_rollup_cells_list (a, &n_a);
  const AtlasRollupCell *right = atlas_rollup_cells_list (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpuint (left[i].series, ==, right[i].series);
      g_assert_cmpint (left[i].year, ==, right[i].year);
      g_assert_cmpint (left[i].value, ==, right[i].value);
      g_assert_cmpint (left[i].n, ==, right[i].n);
      g_assert_cmpint (left[i].n_at_least, ==, right[i].n_at_least);
      g_assert_cmpint (left[i].n_at_most, ==, right[i].n_at_most);
      g_assert_cmpint (left[i].n_about, ==, right[i].n_about);
    }
}

/* In whichever order cells come, and however often they are packed in between, the sum is the same. */
static void
test_packing (void)
{
  g_autoptr (AtlasRollupCells) direct = atlas_rollup_cells_new ();
  g_autoptr (AtlasRollupCells) unpacked = atlas_rollup_cells_new ();
  AtlasPackedCells packed = { 0 };

  for (guint round = 0; round < 50; round++)
    {
      for (guint i = 0; i < 100; i++)
        {
          AtlasRollupCell cell = make_random_cell ();
          int sign = g_test_rand_bit () ? 1 : -1;

          atlas_rollup_cells_add (direct, &cell, sign);
          atlas_packed_cells_add (&packed, &cell, sign);
        }
      g_assert_true (atlas_rollup_cells_unpack (unpacked, packed.data, packed.length));
      assert_equal (direct, unpacked);
      atlas_packed_cells_clear (&packed);
    }
  atlas_packed_cells_free (&packed);
}

/* Sums that do not fit are still undone by what is taken away. */
static void
test_wrapping (void)
{
  g_autoptr (AtlasRollupCells) cells = atlas_rollup_cells_new ();
  AtlasRollupCell cell = { .series = 1, .year = 2023, .n = 1, .value = G_MAXINT64 };
  guint n;

  for (guint i = 0; i < 3; i++)
    atlas_rollup_cells_add (cells, &cell, 1);
  for (guint i = 0; i < 2; i++)
    atlas_rollup_cells_add (cells, &cell, -1);
  g_assert_cmpint (atlas_rollup_cells_list (cells, &n)->value, ==, G_MAXINT64);
  atlas_rollup_cells_add (cells, &cell, -1);
  atlas_rollup_cells_list (cells, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Cut off within a cell, or of series and years that there cannot be. */
static void
test_damaged (void)
{
  g_autoptr (AtlasRollupCells) cells = atlas_rollup_cells_new ();
  AtlasPackedCells packed = { 0 };
  AtlasRollupCell cell = { .series = ATLAS_SERIES_FUNDING, .year = 2023, .n = 1, .n_about = 1, .value = 123456789 };

  atlas_packed_cells_add (&packed, &cell, 1);
  g_assert_true (atlas_rollup_cells_unpack (cells, packed.data, packed.length));
  for (guint length = 1; length < packed.length; length++)
    g_assert_false (atlas_rollup_cells_unpack (cells, packed.data, length));
  packed.data[1] = 0x7f; /* the series: 127 * 64 */
  g_assert_false (atlas_rollup_cells_unpack (cells, packed.data, packed.length));
  for (guint i = 0; i < 20000; i++)
    {
      guint8 bytes[24];

      for (guint b = 0; b < sizeof bytes; b++)
        bytes[b] = (guint8) g_test_rand_int ();
      atlas_rollup_cells_unpack (cells, bytes, sizeof bytes); /* whatever it says, it stays within them */
    }
  atlas_packed_cells_free (&packed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rollup-cells/packing", test_packing);
  g_test_add_func ("/rollup-cells/wrapping", test_wrapping);
  g_test_add_func ("/rollup-cells/damaged", test_damaged);
  return g_test_run ();
}
