/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/qualified-number.h"

#define EXACT    ATLAS_QUALIFIER_EXACT
#define ABOUT    ATLAS_QUALIFIER_ABOUT
#define NEARLY   ATLAS_QUALIFIER_NEARLY
#define AT_LEAST ATLAS_QUALIFIER_AT_LEAST
#define AT_MOST  ATLAS_QUALIFIER_AT_MOST

/* Row a, column b, each in the order exact, about, nearly, at least, at most. */
static const AtlasQualifier sums[5][5] = {
  { EXACT,    ABOUT, NEARLY,  AT_LEAST, AT_MOST },
  { ABOUT,    ABOUT, ABOUT,   ABOUT,    ABOUT },
  { NEARLY,   ABOUT, NEARLY,  ABOUT,    AT_MOST },
  { AT_LEAST, ABOUT, ABOUT,   AT_LEAST, ABOUT },
  { AT_MOST,  ABOUT, AT_MOST, ABOUT,    AT_MOST },
};

/* The same for a − b and a ÷ b. */
static const AtlasQualifier differences[5][5] = {
  { EXACT,    ABOUT, AT_LEAST, AT_MOST, AT_LEAST },
  { ABOUT,    ABOUT, ABOUT,    ABOUT,   ABOUT },
  { NEARLY,   ABOUT, ABOUT,    AT_MOST, ABOUT },
  { AT_LEAST, ABOUT, AT_LEAST, ABOUT,   AT_LEAST },
  { AT_MOST,  ABOUT, ABOUT,    AT_MOST, ABOUT },
};

static AtlasQualifiedNumber
number (double         value,
        AtlasQualifier qualifier)
{
  return (AtlasQualifiedNumber) { value, qualifier };
}

static void
assert_number (AtlasQualifiedNumber actual,
               double               value,
               AtlasQualifier       qualifier)
{
  g_assert_cmpfloat_with_epsilon (actual.value, value, 1e-8);
  g_assert_cmpint (actual.qualifier, ==, qualifier);
}

static AtlasQualifiedNumber
divide (AtlasQualifiedNumber a,
        AtlasQualifiedNumber b)
{
  AtlasQualifiedNumber result;

  g_assert_true (atlas_qualified_divide (a, b, &result));
  return result;
}

static void
test_every_pair (void)
{
  for (AtlasQualifier a = EXACT; a <= AT_MOST; a++)
    for (AtlasQualifier b = EXACT; b <= AT_MOST; b++)
      {
        g_assert_cmpint (atlas_qualifier_join (a, b), ==, sums[a][b]);
        assert_number (atlas_qualified_add (number (6, a), number (4, b)), 10, sums[a][b]);
        assert_number (atlas_qualified_multiply (number (6, a), number (4, b)), 24, sums[a][b]);
        assert_number (atlas_qualified_subtract (number (6, a), number (4, b)), 2, differences[a][b]);
        assert_number (divide (number (6, a), number (4, b)), 1.5, differences[a][b]);
      }
}

static void
test_reverse (void)
{
  g_assert_cmpint (atlas_qualifier_reverse (EXACT), ==, EXACT);
  g_assert_cmpint (atlas_qualifier_reverse (ABOUT), ==, ABOUT);
  g_assert_cmpint (atlas_qualifier_reverse (NEARLY), ==, AT_LEAST);
  g_assert_cmpint (atlas_qualifier_reverse (AT_LEAST), ==, AT_MOST);
  g_assert_cmpint (atlas_qualifier_reverse (AT_MOST), ==, AT_LEAST);
}

/* Below zero, "at least 6" times −4 is at most −24. */
static void
test_negative (void)
{
  assert_number (atlas_qualified_multiply (number (6, AT_LEAST), number (-4, EXACT)), -24, AT_MOST);
  assert_number (atlas_qualified_multiply (number (-6, EXACT), number (4, AT_MOST)), -24, AT_LEAST);
  assert_number (atlas_qualified_multiply (number (-6, AT_LEAST), number (-4, AT_LEAST)), 24, AT_MOST);
  assert_number (divide (number (6, AT_LEAST), number (-4, EXACT)), -1.5, AT_MOST);
  assert_number (divide (number (-6, EXACT), number (4, AT_LEAST)), -1.5, AT_LEAST);
  assert_number (divide (number (-6, EXACT), number (4, NEARLY)), -1.5, AT_MOST);
}

static void
test_zero (void)
{
  AtlasQualifiedNumber result = number (42, ABOUT);

  g_assert_false (atlas_qualified_divide (number (6, EXACT), number (0, EXACT), &result));
  g_assert_false (atlas_qualified_divide (number (0, EXACT), number (0, AT_LEAST), &result));
  assert_number (result, 42, ABOUT);
  assert_number (divide (number (0, EXACT), number (3500, AT_LEAST)), 0, EXACT);
  assert_number (divide (number (0, AT_LEAST), number (3500, EXACT)), 0, AT_LEAST);
  assert_number (atlas_qualified_multiply (number (0, EXACT), number (3500, ABOUT)), 0, EXACT);
}

/* Qinghai's certified share: 1,385 of at least 3,500 people are at most 39.6 %. */
static void
test_share (void)
{
  AtlasQualifiedNumber share = divide (number (1385, EXACT), number (3500, AT_LEAST));

  assert_number (atlas_qualified_multiply (share, number (100, EXACT)), 39.571428571, AT_MOST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qualified-number/every-pair", test_every_pair);
  g_test_add_func ("/qualified-number/reverse", test_reverse);
  g_test_add_func ("/qualified-number/negative", test_negative);
  g_test_add_func ("/qualified-number/zero", test_zero);
  g_test_add_func ("/qualified-number/share", test_share);
  return g_test_run ();
}
