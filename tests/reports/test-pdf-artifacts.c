/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "reports/pdf/pdf-artifacts.h"

/* (nullable) (transfer full) */
static char *
mark (const char *content)
{
  g_autoptr (GByteArray) marked = atlas_pdf_mark_artifacts ((const guint8 *) content, strlen (content));

  return marked != NULL ? g_strndup ((const char *) marked->data, marked->len) : NULL;
}

static void
test_marks (void)
{
  static const struct {
    const char *content;
    const char *marked;
  } cases[] = {
    /* before, between and behind elements */
    { "q\n0 0 5 5 re f\n/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n1 1 9 1 re f\n/P << /MCID 1 >> BDC\nBT <61>Tj ET\nEMC\nBT (1)Tj ET\nQ\n",
      "/Artifact BMC\nq\n0 0 5 5 re f\nEMC\n/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n/Artifact BMC\n1 1 9 1 re f\nEMC\n"
      "/P << /MCID 1 >> BDC\nBT <61>Tj ET\nEMC\n/Artifact BMC\nBT (1)Tj ET\nQ\nEMC\n" },
    /* nothing is drawn outside */
    { "q\n0 0 5 5 re W n\n/TD << /MCID 0 >> BDC\nBT [(a)-9(b)]TJ ET\nEMC\nQ",
      "q\n0 0 5 5 re W n\n/TD << /MCID 0 >> BDC\nBT [(a)-9(b)]TJ ET\nEMC\nQ" },
    /* what is text looks like marks */
    { "/P << /MCID 0 >> BDC\nBT (EMC \\) f ( EMC ))Tj ET\nEMC\n", "/P << /MCID 0 >> BDC\nBT (EMC \\) f ( EMC ))Tj ET\nEMC\n" },
    { "BT (/P BDC\n)' ET", "/Artifact BMC\nBT (/P BDC\n)' ET\nEMC\n" },
    { "BT <61>Tj ET", "/Artifact BMC\nBT <61>Tj ET\nEMC\n" },
    { "BT [(a)]TJ ET\n", "/Artifact BMC\nBT [(a)]TJ ET\nEMC\n" },
    /* one element within another */
    { "/P BMC\n/Span << /MCID 0 >> BDC\nf\nEMC\nf\nEMC\nf*\n", "/P BMC\n/Span << /MCID 0 >> BDC\nf\nEMC\nf\nEMC\n/Artifact BMC\nf*\nEMC\n" },
    { "", "" },
    { "EMC\n", "EMC\n" },
    { "(never ended", "(never ended" },
    { "<f", "<f" },
    { "BT <f>", "BT <f>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].content);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
test_mark_within_text (void)
{
  g_autofree char *marked = mark ("BT\n/P << /MCID 0 >> BDC\n(a)Tj\nEMC\nET\n");

  g_assert_null (marked);
}

static void
test_page_content (void)
{
  static const struct {
    const char *content;
    gboolean is_page;
  } cases[] = { { "1 0 0 -1 0 841.89 cm\nq\n", TRUE }, { "/CIDInit /ProcSet findresource begin", FALSE }, { "1 0 0", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (atlas_pdf_is_page_content ((const guint8 *) cases[i].content, strlen (cases[i].content)), ==,
                     cases[i].is_page);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-artifacts/marks", test_marks);
  g_test_add_func ("/pdf-artifacts/mark-within-text", test_mark_within_text);
  g_test_add_func ("/pdf-artifacts/page-content", test_page_content);
  return g_test_run ();
}
