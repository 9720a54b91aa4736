/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fuzz-workbook.h"

/* Of itself text becomes UTF-16 or GB18030 only where it looks like that, so these are also said. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  fuzz_workbook (data, size, NULL);
  fuzz_workbook (data, size, "GB18030");
  fuzz_workbook (data, size, "UTF-16LE");
  return 0;
}
