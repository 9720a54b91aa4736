/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "fuzz-workbook.h"
#include "reports/pdf/pdf-accessibility.h"

/* That a file is refused is no fault; one that is not has to be whole again. Of figures there are two in what lies in the
 * corpus. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) pdf = g_bytes_new (data, size);
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) completed = NULL;
  const char *text;
  gsize length;

  g_ptr_array_add (descriptions, (gpointer) "One");
  g_ptr_array_add (descriptions, (gpointer) "二");
  completed = atlas_pdf_make_accessible (pdf, ATLAS_LANGUAGE_CHINESE, descriptions, 1, &error);
  g_assert ((completed == NULL) == (error != NULL));
  if (completed == NULL)
    return 0;
  text = g_bytes_get_data (completed, &length);
  g_assert (memcmp (text, "%PDF-1.5\n", 9) == 0 && memcmp (text + length - 6, "%%EOF\n", 6) == 0);
  return 0;
}
