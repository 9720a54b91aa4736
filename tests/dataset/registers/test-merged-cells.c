/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/merged-cells.h"

/* Takes a row, whose cells that begin with ^ are spread, and checks which of its cells hold a value: "1" or "0" for each. */
static void
check (AtlasMergedCells *merged,
       guint             line,
       const char       *cells,
       const char       *holds)
{
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  AtlasSheetCell array[16];
  AtlasSheetRow row = { .line = line, .cells = array };

  for (char **text = texts; *text != NULL; text++)
    {
      gboolean spread = (*text)[0] == '^';

      array[row.n_cells++] = (AtlasSheetCell) { (*text)[spread] != '\0' ? ATLAS_CELL_TEXT : ATLAS_CELL_EMPTY, spread,
                                                *text + spread };
    }
  atlas_merged_cells_take (merged, &row);
  for (guint i = 0; i < row.n_cells; i++)
    if (atlas_merged_cells_holds (merged, i) != (holds[i] == '1'))
      g_error ("Row %u, cell %u: “%s”", line, i, array[i].text);
}

/* A county beside several rows. */
static void
test_down (void)
{
  g_autoptr (AtlasMergedCells) merged = atlas_merged_cells_new ();

  check (merged, 2, "红寺堡区|a|1", "111");
  check (merged, 3, "^红寺堡区|b|2", "111");
  check (merged, 4, "^红寺堡区|c|3", "111");
  check (merged, 5, "利通区|d|4", "111");
}

/* Merged over columns the value is the first one's. */
static void
test_across (void)
{
  g_autoptr (AtlasMergedCells) merged = atlas_merged_cells_new ();

  check (merged, 2, "a|x|^x|^x|1", "11001");
  check (merged, 3, "b|y|z|w|2", "11111");
  check (merged, 4, "合计|^合计|^合计|^合计|3", "10001");
}

/* Over rows and columns: the first column's, in each row. */
static void
test_block (void)
{
  g_autoptr (AtlasMergedCells) merged = atlas_merged_cells_new ();

  check (merged, 2, "a|x|^x|1", "1101");
  check (merged, 3, "b|^x|^x|2", "1101");
  check (merged, 4, "c|^x|^x|3", "1101");
  check (merged, 5, "d|y|^y|4", "1101");
}

/* Two columns merged down side by side say the same by chance. */
static void
test_side_by_side (void)
{
  g_autoptr (AtlasMergedCells) merged = atlas_merged_cells_new ();

  check (merged, 2, "东莞市|东莞市|a", "111");
  check (merged, 3, "^东莞市|^东莞市|b", "111");
  check (merged, 4, "^东莞市|^东莞市|c", "111");
}

/* What is spread without a cell above or beside it holds nothing. */
static void
test_torn (void)
{
  g_autoptr (AtlasMergedCells) merged = atlas_merged_cells_new ();

  check (merged, 2, "a|x", "11");
  check (merged, 3, "b|^y", "10");
  check (merged, 5, "c|^y", "10");
  check (merged, 6, "", "1");
  check (merged, 7, "d|^x|^", "100");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merged-cells/down", test_down);
  g_test_add_func ("/merged-cells/across", test_across);
  g_test_add_func ("/merged-cells/block", test_block);
  g_test_add_func ("/merged-cells/side-by-side", test_side_by_side);
  g_test_add_func ("/merged-cells/torn", test_torn);
  return g_test_run ();
}
