/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "ods-maker.h"

/* A sheet cell by cell, from which both the file and what shall be read of it are written. */
#define MAX_ROWS 14
#define MAX_COLUMNS 9

typedef struct {
  guint n_rows, n_columns;
  char values[MAX_ROWS][MAX_COLUMNS]; /* '\0' where empty */
  /* The first cell of the merged range that a cell lies in, or the cell itself. */
  guint first_row[MAX_ROWS][MAX_COLUMNS], first_column[MAX_ROWS][MAX_COLUMNS];
  guint spanned_rows[MAX_ROWS][MAX_COLUMNS], spanned_columns[MAX_ROWS][MAX_COLUMNS];
  gboolean hidden[MAX_ROWS];
} Grid;

static void
merge (Grid  *grid,
       guint  row,
       guint  column,
       guint  n_rows,
       guint  n_columns)
{
  for (guint i = row; i < row + n_rows; i++)
    for (guint j = column; j < column + n_columns; j++)
      if (grid->spanned_rows[i][j] > 1 || grid->spanned_columns[i][j] > 1 || grid->first_row[i][j] != i ||
          grid->first_column[i][j] != j)
        return;
  for (guint i = row; i < row + n_rows; i++)
    for (guint j = column; j < column + n_columns; j++)
      {
        grid->first_row[i][j] = row;
        grid->first_column[i][j] = column;
      }
  grid->spanned_rows[row][column] = n_rows;
  grid->spanned_columns[row][column] = n_columns;
}

/* Few values, so that neighbours are alike. */
static void
fill (Grid *grid)
{
  grid->n_rows = g_test_rand_int_range (1, MAX_ROWS + 1);
  grid->n_columns = g_test_rand_int_range (1, MAX_COLUMNS + 1);
  for (guint i = 0; i < grid->n_rows; i++)
    {
      gboolean is_empty = g_test_rand_int_range (0, 3) == 0;

      grid->hidden[i] = g_test_rand_int_range (0, 5) == 0;
      for (guint j = 0; j < grid->n_columns; j++)
        {
          grid->values[i][j] = is_empty || g_test_rand_bit () ? '\0' : g_test_rand_bit () ? 'a' : 'b';
          grid->first_row[i][j] = i;
          grid->first_column[i][j] = j;
          grid->spanned_rows[i][j] = grid->spanned_columns[i][j] = 1;
        }
    }
  for (guint n = g_test_rand_int_range (0, 6); n > 0; n--)
    {
      guint row = g_test_rand_int_range (0, grid->n_rows), column = g_test_rand_int_range (0, grid->n_columns);

      merge (grid, row, column, g_test_rand_int_range (1, grid->n_rows - row + 1),
             g_test_rand_int_range (1, grid->n_columns - column + 1));
    }
}

static gboolean
is_first (const Grid *grid,
          guint       row,
          guint       column)
{
  return grid->first_row[row][column] == row && grid->first_column[row][column] == column;
}

static gboolean
begins_range (const Grid *grid,
              guint       row,
              guint       column)
{
  return grid->spanned_rows[row][column] > 1 || grid->spanned_columns[row][column] > 1;
}

/* The element of a cell that stands for N. What lies under a merged range keeps what it holds. */
static char *
write_cell (const Grid *grid,
            guint       row,
            guint       column,
            guint       n)
{
  const char *element = is_first (grid, row, column) ? "table-cell" : "covered-table-cell";
  char value[] = { grid->values[row][column], '\0' };
  g_autoptr (GString) cell = g_string_new (NULL);

  g_string_append_printf (cell, "<table:%s", element);
  if (n > 1)
    g_string_append_printf (cell, " table:number-columns-repeated=\"%u\"", n);
  if (begins_range (grid, row, column))
    g_string_append_printf (cell, " table:number-rows-spanned=\"%u\" table:number-columns-spanned=\"%u\"",
                            grid->spanned_rows[row][column], grid->spanned_columns[row][column]);
  if (value[0] != '\0')
    g_string_append_printf (cell, "><text:p>%s</text:p></table:%s>", value, element);
  else
    g_string_append (cell, "/>");
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

/* For how many cells the one may stand. */
static guint
count_alike_cells (const Grid *grid,
                   guint       row,
                   guint       column)
{
  guint n = 1;

  if (begins_range (grid, row, column))
    return 1;
  while (column + n < grid->n_columns && !begins_range (grid, row, column + n) &&
         grid->values[row][column + n] == grid->values[row][column] &&
         is_first (grid, row, column + n) == is_first (grid, row, column))
    n++;
  return g_test_rand_int_range (1, n + 1);
}

static char *
write_cells (const Grid *grid,
             guint       row)
{
  GString *cells = g_string_new (NULL);

  for (guint column = 0, n; column < grid->n_columns; column += n)
    {
      g_autofree char *cell = NULL;

      n = count_alike_cells (grid, row, column);
      cell = write_cell (grid, row, column, n);
      g_string_append (cells, cell);
    }
  return g_string_free (cells, FALSE);
}

static gboolean
are_rows_alike (const Grid *grid,
                guint       a,
                guint       b)
{
  if (grid->hidden[a] != grid->hidden[b])
    return FALSE;
  for (guint j = 0; j < grid->n_columns; j++)
    if (grid->values[a][j] != grid->values[b][j] || begins_range (grid, a, j) || begins_range (grid, b, j) ||
        is_first (grid, a, j) != is_first (grid, b, j))
      return FALSE;
  return TRUE;
}

static char *
write_table (const Grid *grid)
{
  GString *table = g_string_new ("<table:table>");

  for (guint row = 0, n; row < grid->n_rows; row += n)
    {
      g_autofree char *cells = write_cells (grid, row);

      for (n = 1; row + n < grid->n_rows && are_rows_alike (grid, row, row + n) && g_test_rand_bit (); n++)
        ;
      g_string_append_printf (table, "<table:table-row table:number-rows-repeated=\"%u\"%s>%s</table:table-row>", n,
                              grid->hidden[row] ? " table:visibility=\"collapse\"" : "", cells);
    }
  g_string_append (table, "</table:table>");
  return g_string_free (table, FALSE);
}

/* What row_dump() writes of the row. */
static void
expect_row (const Grid *grid,
            guint       row,
            GString    *expected)
{
  gsize start = expected->len, end = start;

  g_string_append_printf (expected, "%u%s:", row + 1, grid->hidden[row] ? " hidden" : "");
  for (guint j = 0; j < grid->n_columns; j++)
    {
      char value = grid->values[grid->first_row[row][j]][grid->first_column[row][j]];

      if (j > 0)
        g_string_append_c (expected, '|');
      if (!is_first (grid, row, j))
        g_string_append_c (expected, '^');
      if (value == '\0')
        continue;
      g_string_append_c (expected, value);
      end = expected->len;
    }
  g_string_truncate (expected, end);
  if (end > start)
    g_string_append_c (expected, '\n');
}

static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree Grid *grid = g_new0 (Grid, 1);
      g_autofree char *table = NULL, *content = NULL, *dump = NULL;
      g_autoptr (GString) expected = g_string_new (NULL);
      AtlasSheetReader *reader;

      fill (grid);
      table = write_table (grid);
      content = ods_make_document ("", table);
      for (guint row = 0; row < grid->n_rows; row++)
        expect_row (grid, row, expected);
      reader = ods_open_flat (content, -1);
      dump = ods_dump_sheet (reader, 0);
      if (strcmp (dump, expected->str) != 0)
        g_test_message ("%s", table);
      g_assert_cmpstr (dump, ==, expected->str);
      ods_reader_free (reader);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods-random/merged-and-repeated", test_random);
  return g_test_run ();
}
