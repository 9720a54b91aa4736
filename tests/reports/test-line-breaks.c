/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/line-breaks.h"

#define EM 10.0

/* Units of EM each, in a string: c: a character; d: one that no line begins with; p: one that may lose half of its width; u: one
 * that had better not begin a line; (transfer full). */
static GArray *
find_lines (const char *pattern,
            double      indent,
            double      width)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (AtlasLineUnit));

  for (const char *at = pattern; *at != '\0'; at++)
    {
      AtlasLineUnit unit = {
        .width = EM,
        .shrink = *at == 'p' ? EM / 2 : 0,
        .may_break = *at == 'c' || *at == 'u',
        .penalty = *at == 'u' ? 3 : 0,
      };

      g_array_append_val (units, unit);
    }
  return atlas_line_breaks_find ((const AtlasLineUnit *) units->data, units->len, indent, width, EM);
}

static void
assert_lines (const char *pattern,
              double      indent,
              double      width,
              const char *expected)
{
  g_autoptr (GArray) lines = find_lines (pattern, indent, width);
  g_autoptr (GString) starts = g_string_new (NULL);

  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (starts, "%u ", g_array_index (lines, guint, i));
  g_assert_cmpstr (starts->str, ==, expected);
}

/* Six to a line, of which the first has two less. */
static void
test_plain (void)
{
  assert_lines ("cccccc", 0, 60, "0 ");
  assert_lines ("cccccccccccc", 0, 60, "0 6 ");
  assert_lines ("cccccccccccccc", 20, 60, "0 4 10 ");
}

/* A mark does not begin a line: the character before it goes over too, unless two marks can lose half of their width each. */
static void
test_squeeze (void)
{
  assert_lines ("ccccccdccccc", 0, 60, "0 5 11 ");
  assert_lines ("cpccccpccccc", 0, 60, "0 7 ");
}

/* cdd does not part. Pushed over it would leave the first line two short, which counts 4; squeezed by one, which counts 1.5, it
 * stays. */
static void
test_long_piece (void)
{
  assert_lines ("cpcpcddcccc", 0, 60, "0 7 ");
}

/* A number and its unit: 4, for the two that the line would lack, are more than the 3 of a break between them; 1 is less. */
static void
test_penalty (void)
{
  assert_lines ("ccccccduccc", 0, 70, "0 7 ");
  assert_lines ("ccccccuccccccccc", 0, 60, "0 5 11 ");
}

/* cdd begins a line in any case. Rather than that the line before it lacks two, the first gives up a character: 1 + 1 are less
 * than 4. */
static void
test_earlier_lines (void)
{
  assert_lines ("cccccccccccddccc", 0, 60, "0 5 10 ");
}

static void
test_too_long (void)
{
  g_autoptr (GArray) lines = find_lines ("ccddddddddc", 0, 60);

  g_assert_null (lines);
}

/* Of any text the lines fill their width at most, their marks squeezed, and begin where they may. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) pattern = g_string_new ("c");
      g_autoptr (GArray) lines = NULL;

      for (int n = g_test_rand_int_range (0, 120); n > 0; n--)
        g_string_append (pattern, g_test_rand_int_range (0, 3) == 0 ? "dcp" : "ccu");
      lines = find_lines (pattern->str, 20, 100);
      g_assert_nonnull (lines);
      g_assert_cmpuint (g_array_index (lines, guint, 0), ==, 0);
      for (guint i = 0; i < lines->len; i++)
        {
          guint begin = g_array_index (lines, guint, i);
          guint end = i + 1 < lines->len ? g_array_index (lines, guint, i + 1) : (guint) pattern->len;
          double least = 0;

          g_assert_cmpuint (begin, <, end);
          g_assert_true (pattern->str[begin] == 'c' || pattern->str[begin] == 'u');
          for (guint k = begin; k < end; k++)
            least += pattern->str[k] == 'p' ? EM / 2 : EM;
          g_assert_cmpfloat (least, <=, (i == 0 ? 80 : 100) + 1e-6);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/line-breaks/plain", test_plain);
  g_test_add_func ("/reports/line-breaks/squeeze", test_squeeze);
  g_test_add_func ("/reports/line-breaks/long-piece", test_long_piece);
  g_test_add_func ("/reports/line-breaks/penalty", test_penalty);
  g_test_add_func ("/reports/line-breaks/earlier-lines", test_earlier_lines);
  g_test_add_func ("/reports/line-breaks/too-long", test_too_long);
  g_test_add_func ("/reports/line-breaks/random", test_random);
  return g_test_run ();
}
