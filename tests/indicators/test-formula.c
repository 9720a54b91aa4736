/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "build-roots.h"
#include "config.h"

#include <string.h>

#include "indicators/formula.h"

static AtlasFormula *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasFormula *formula = atlas_formula_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (formula);
  return formula;
}

static void
assert_spelled (const char *text,
                const char *expected)
{
  g_autoptr (AtlasFormula) formula = parse (text);
  g_autofree char *spelled = atlas_formula_to_string (formula);

  g_assert_cmpstr (spelled, ==, expected);
}

/* The formulas of indicators.csv, by hand: one text for each, and its inputs. */
static void
test_catalogue (void)
{
  static const struct { const char *text; const char *spelled; const char *inputs; } cases[] = {
    { "certified_workers / social_workers * 100", NULL, "certified_workers social_workers" },
    { "certified_workers / population * 10000", NULL, "certified_workers population" },
    { "(certified_workers[grade=intermediate] + certified_workers[grade=senior]) / certified_workers * 100",
      NULL, "certified_workers certified_workers certified_workers" },
    { "exam_candidates[stage=passed] / exam_candidates[stage=sat] * 100", NULL,
      "exam_candidates exam_candidates" },
    { "builtin:township_coverage", NULL, "" },
    { "builtin:townships", NULL, "" },
    { "funding / stations[tier=township_station;status=operating]",
      "funding / stations[status=operating;tier=township_station]", "funding stations" },
    { "funding[purpose=station_building] / stations[tier=township_station;status=operating]",
      "funding[purpose=station_building] / stations[status=operating;tier=township_station]",
      "funding stations" },
    { "funding / certified_workers", NULL, "funding certified_workers" },
    { "funding / population", NULL, "funding population" },
    { "station_workers / stations[tier=township_station;status=operating]",
      "station_workers / stations[status=operating;tier=township_station]", "station_workers stations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasFormula) formula = parse (cases[i].text);
      g_autoptr (GPtrArray) inputs = atlas_formula_list_inputs (formula);
      g_autoptr (GString) names = g_string_new (NULL);

      assert_spelled (cases[i].text, cases[i].spelled != NULL ? cases[i].spelled : cases[i].text);
      for (guint k = 0; k < inputs->len; k++)
        {
          const AtlasFormula *input = g_ptr_array_index (inputs, k);

          g_string_append_printf (names, "%s%s", k > 0 ? " " : "", input->name);
        }
      g_assert_cmpstr (names->str, ==, cases[i].inputs);
    }
}

/* Every formula in the bundled file can be read: the column before the last is found as the only one with an
 * operator or a built-in name, which keeps this test free of a CSV reader. */
static void
test_bundled_file (void)
{
  g_autofree char *path = g_build_filename (SOURCE_ROOT, "data", "dataset", "indicators.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_read = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, ",", -1);

      for (char **cell = cells; *cell != NULL; cell++)
        if (strstr (*cell, " / ") != NULL || g_str_has_prefix (*cell, "builtin:"))
          {
            g_autoptr (AtlasFormula) formula = parse (*cell);

            n_read++;
          }
    }
  g_assert_cmpuint (n_read, ==, 61);
}

static void
test_tree (void)
{
  g_autoptr (AtlasFormula) formula = parse ("a - b[grade=senior] * -2.5");

  g_assert_cmpint (formula->kind, ==, ATLAS_FORMULA_SUBTRACT);
  g_assert_cmpstr (formula->left->name, ==, "a");
  g_assert_cmpuint (formula->left->dimensions->len, ==, 0);
  g_assert_cmpint (formula->right->kind, ==, ATLAS_FORMULA_MULTIPLY);
  g_assert_cmpint (formula->right->left->kind, ==, ATLAS_FORMULA_INDICATOR);
  g_assert_cmpint (formula->right->right->kind, ==, ATLAS_FORMULA_NEGATE);
  g_assert_null (formula->right->right->right);
  g_assert_cmpfloat (formula->right->right->left->number, ==, 2.5);
}

static void
test_order (void)
{
  assert_spelled ("a-b-c", "a - b - c");
  assert_spelled ("(a-b)-c", "a - b - c");
  assert_spelled ("a-(b-c)", "a - (b - c)");
  assert_spelled ("a/(b/c)", "a / (b / c)");
  assert_spelled ("a/(b*c)/d", "a / (b * c) / d");
  assert_spelled ("(a+b)*(c)", "(a + b) * c");
  assert_spelled ("((a*b))+c", "a * b + c");
  assert_spelled ("-(a+b)", "-(a + b)");
  assert_spelled ("-a+b", "-a + b");
  assert_spelled ("--a", "--a");
  assert_spelled ("-(a*b)", "-(a * b)");
  assert_spelled (" a [ grade = senior ; tier = x ] ", "a[grade=senior;tier=x]");
  assert_spelled ("100.50 * 0.001", "100.5 * 0.001");
  assert_spelled ("builtin: townships ", "builtin:townships");
  assert_spelled ("a - before( b[grade=senior] )*2", "a - before(b[grade=senior]) * 2");
  assert_spelled ("before_a + before", "before_a + before"); /* names like others */
}

static void
test_wrong (void)
{
  static const struct { const char *text; const char *column; } cases[] = {
    { "", "column 1 " }, { "   ", "column 4 " }, { "a +", "column 4 " }, { "a + * b", "column 5 " },
    { "a b", "column 3 " }, { "(a + b", "column 7 " }, { "a + b)", "column 6 " }, { "()", "column 2 " },
    { "a / / b", "column 5 " }, { "a[", "column 3 " }, { "a[]", "column 3 " }, { "a[grade]", "column 8 " },
    { "a[grade=]", "column 9 " }, { "a[grade=senior", "column 15 " }, { "a[grade=senior;]", "column 16 " },
    { "a[=senior]", "column 3 " }, { "a[grade=x;grade=y]", "column 18 " },
    { "a[grade=x,tier=y]", "column 10 " },
    { "builtin:", "column 9 " }, { "builtin:townships * 2", "column 19 " },
    { "2 * builtin:townships", "column 12 " },
    { "1.2.3", "column 1 " }, { "5.", "column 1 " }, { "12abc", "column 1 " }, { "1e3", "column 1 " },
    { "99999999999999999999", "column 1 " }, { "a % b", "column 3 " }, { "a ÷ b", "column 3 " },
    { "a × 2", "column 3 " }, { "持证", "column 1 " }, { "a + 持证", "column 5 " },
    { "a[grade=高级]", "column 9 " },
    { "before()", "column 8 " }, { "before(2)", "column 8 " }, { "before(a", "column 9 " }, { "before(a + b)", "column 10 " },
    { "+a", "column 1 " }, { "a ^ 2", "column 3 " }, { "[grade=senior]", "column 1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_formula_parse (cases[i].text, &error));
      g_assert_error (error, ATLAS_FORMULA_ERROR, ATLAS_FORMULA_ERROR_SYNTAX);
      if (strstr (error->message, cases[i].column) == NULL)
        g_error ("“%s”: %s", cases[i].text, error->message);
    }
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '(');
  g_assert_null (atlas_formula_parse (text->str, &error));
  g_assert_error (error, ATLAS_FORMULA_ERROR, ATLAS_FORMULA_ERROR_SYNTAX);
}

/* A random tree, fully in parentheses. */
static void
append_random (GString *text,
               guint    depth)
{
  guint choice = depth == 0 ? g_test_rand_int_range (0, 2) : g_test_rand_int_range (0, 7);

  switch (choice)
    {
    case 0:
      g_string_append_printf (text, "%d.%d", g_test_rand_int_range (0, 1000),
                              g_test_rand_int_range (0, 1000));
      break;
    case 1:
      g_string_append (text, "funding[purpose=training]");
      break;
    case 2:
      g_string_append (text, "-(");
      append_random (text, depth - 1);
      g_string_append (text, ")");
      break;
    default:
      g_string_append (text, "(");
      append_random (text, depth - 1);
      g_string_append_printf (text, ") %c (", "+-*/"[choice - 3]);
      append_random (text, depth - 1);
      g_string_append (text, ")");
      break;
    }
}

static double
evaluate (const AtlasFormula *formula)
{
  switch (formula->kind)
    {
    case ATLAS_FORMULA_NUMBER: return formula->number;
    case ATLAS_FORMULA_INDICATOR: return 17;
    case ATLAS_FORMULA_ADD: return evaluate (formula->left) + evaluate (formula->right);
    case ATLAS_FORMULA_SUBTRACT: return evaluate (formula->left) - evaluate (formula->right);
    case ATLAS_FORMULA_MULTIPLY: return evaluate (formula->left) * evaluate (formula->right);
    case ATLAS_FORMULA_DIVIDE: return evaluate (formula->left) / evaluate (formula->right);
    case ATLAS_FORMULA_NEGATE: return -evaluate (formula->left);
    case ATLAS_FORMULA_BUILTIN:
    default: g_assert_not_reached ();
    }
}

/* Leaving out parentheses never changes the result, and one spelling is read as itself. */
static void
test_spelling_keeps_the_value (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AtlasFormula) first = NULL;
      g_autoptr (AtlasFormula) second = NULL;
      g_autofree char *spelled = NULL;
      double a, b;

      append_random (text, g_test_rand_int_range (0, 5));
      if (text->len > 1000)
        continue;
      first = parse (text->str);
      spelled = atlas_formula_to_string (first);
      second = parse (spelled);
      assert_spelled (spelled, spelled);
      a = evaluate (first);
      b = evaluate (second);
      g_assert_true (a == b || (a != a && b != b));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/catalogue", test_catalogue);
  g_test_add_func ("/formula/bundled-file", test_bundled_file);
  g_test_add_func ("/formula/tree", test_tree);
  g_test_add_func ("/formula/order", test_order);
  g_test_add_func ("/formula/wrong", test_wrong);
  g_test_add_func ("/formula/too-long", test_too_long);
  g_test_add_func ("/formula/spelling-keeps-the-value", test_spelling_keeps_the_value);
  return g_test_run ();
}
