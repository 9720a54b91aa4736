/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/place-code.h"

#include <string.h>

#include "../fixture.h"

static gboolean filled; /* whether the code checked last had lost zeros */

/* What TEXT is kept as, and the division it counts in; NULL for none. */
static void
check (const char *text,
       const char *expected,
       const char *region_code)
{
  AtlasRegionTree *tree = atlas_dataset_get_regions (fixture_open_published ());
  char code[ATLAS_PLACE_CODE_SIZE];
  const AtlasRegion *region;

  g_assert_true (atlas_place_code_read (text, code));
  region = atlas_place_code_find (tree, code, &filled);
  if (g_strcmp0 (region != NULL ? region->code : NULL, region_code) != 0)
    g_error ("“%s” was found to be in “%s”", text, region != NULL ? region->code : "(none)");
  if (region != NULL)
    g_assert_cmpstr (code, ==, expected);
}

static void
test_codes (void)
{
  check ("640303", "640303", "640303");
  check ("640303100", "640303100", "640303100");
  check ("000000", "000000", "000000");
  check ("441900", "441900", "441900");
}

/* A spreadsheet takes codes for numbers, and sets an apostrophe before those it shall not. */
static void
test_numbers (void)
{
  check ("640303.0", "640303", "640303");
  check ("640303.00", "640303", "640303");
  check ("'640303", "640303", "640303");
  check ("６４０３０３", "640303", "640303");
}

static void
test_zeros (void)
{
  check ("640303000", "640303", "640303");
  check ("640303100000", "640303100", "640303100");
  check ("640303000000", "640303", "640303");
  check ("640300000000", "640300", "640300");
  check ("640000000000", "640000", "640000");
  check ("441900003000", "441900003", "441900003");
  check ("64", "640000", "640000");
  check ("6403", "640300", "640300");
  g_assert_false (filled);
}

/* Of 640303100 the first eight digits can be those of ten townships; what fills them up to a code is read as that one. */
static void
test_filled (void)
{
  static const char *const codes[][2] = {
    { "6403021", "640302100" }, { "64032310", "640323100" }, { "6403031", "640303100" }, { "640303.0", "640303" },
    { "64030310", "640303100" }, { "64030", "640300" }, { "640", "640000" }, { "64000", "640000" }, { "44190", "441900" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      check (codes[i][0], codes[i][1], codes[i][1]);
      g_assert_cmpint (filled, ==, strchr (codes[i][0], '.') == NULL);
    }
}

/* 12 digits are a community: it counts in its township. */
static void
test_communities (void)
{
  check ("640303100001", "640303100001", "640303100");
  check ("441900003017", "441900003017", "441900003");
}

/* Nothing is made of a code that lost other digits, or that only zeros follow: 6403030 can be any township of 640303. */
static void
test_unknown (void)
{
  const char *texts[] = { "5", "6", "64031", "6403999", "6403030", "64030300", "64030390", "999", "640399", "640303999", "640303999001", "640399000000", "99", "9999",
                          "6403031000", "64030310000", "6403031000001", "110100", "12345678901234567890", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check (texts[i], NULL, NULL);
}

static void
test_no_codes (void)
{
  const char *texts[] = { "", "吴忠市", "640303红寺堡区", "640303.5", "640303.", "6403x", "-640303", "'", "64 03 03", "6.40303E+05" };
  char code[ATLAS_PLACE_CODE_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (atlas_place_code_read (texts[i], code))
      g_error ("“%s” was read as “%s”", texts[i], code);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-code/codes", test_codes);
  g_test_add_func ("/place-code/numbers", test_numbers);
  g_test_add_func ("/place-code/zeros", test_zeros);
  g_test_add_func ("/place-code/filled", test_filled);
  g_test_add_func ("/place-code/communities", test_communities);
  g_test_add_func ("/place-code/unknown", test_unknown);
  g_test_add_func ("/place-code/no-codes", test_no_codes);
  status = g_test_run ();
  fixture_clear ();
  return status;
}
