/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fuzz-workbook.h"

/* Usage: replay FOLDER: does with each file in FOLDER what the fuzzer does, without libFuzzer. What fails aborts,
 * and the last name printed is that of the file. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  guint n_files = 0;

  g_assert (folder != NULL);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      g_print ("%s\n", name);
      g_assert (g_file_get_contents (path, &data, &size, NULL));
      LLVMFuzzerTestOneInput ((const guint8 *) data, size);
      n_files++;
    }
  return n_files > 0 ? 0 : 1;
}
