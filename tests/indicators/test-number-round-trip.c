/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "build-roots.h"
#include "config.h"

#include <math.h>
#include <string.h>

#include "dataset/csv-file.h"
#include "dataset/number-parse.h"
#include "dataset/text.h"
#include "indicators/number-format.h"
#include "test-language.h"

static AtlasUnit *
make_unit (const char *id,
           const char *symbol_zh,
           const char *symbol_en)
{
  AtlasUnit *unit = atlas_unit_new ();

  atlas_text_set (&unit->unit, id);
  atlas_text_set (&unit->symbol_zh, symbol_zh);
  atlas_text_set (&unit->symbol_en, symbol_en);
  return unit;
}

/* What is written can be read: the same qualifier, and the value as near as four significant digits are. */
static void
check_round_trip (const AtlasUnit *unit,
                  double           value,
                  AtlasQualifier   qualifier)
{
  g_autofree char *text = atlas_format_text (value, qualifier, unit);
  g_autoptr (GError) error = NULL;
  AtlasParsedNumber number;

  if (!atlas_number_parse (text, &number, &error))
    g_error ("%s", error->message);
  g_assert_cmpint (number.qualifier, ==, qualifier);
  g_assert_cmpint (number.is_percent, ==, strcmp (unit->unit, "percent") == 0);
  if (fabs (atlas_decimal_to_double (number.value) - value) > MAX (fabs (value) * 0.001, 0.1))
    g_error ("%f was written as %s", value, text);
}

static gboolean
check_unit (guint               line,
            const char *const  *cells,
            guint               n_cells,
            gpointer            user_data,
            GError            **error)
{
  g_autoptr (AtlasUnit) unit = NULL;

  if (line == 1)
    return TRUE;
  unit = make_unit (cells[0], cells[1], cells[2]);
  for (AtlasQualifier qualifier = ATLAS_QUALIFIER_EXACT; qualifier <= ATLAS_QUALIFIER_AT_MOST; qualifier++)
    {
      check_round_trip (unit, 1, qualifier);
      for (guint i = 0; i < 100; i++)
        check_round_trip (unit, floor (pow (10, g_test_rand_double_range (0, 12))), qualifier);
    }
  return TRUE;
}

/* Every unit of units.csv, in both languages. */
static void
test_round_trip (void)
{
  g_autofree char *path = g_build_filename (SOURCE_ROOT, "data", "dataset", "units.csv", NULL);

  for (guint language = 0; language < 2; language++)
    {
      test_language_speak (language == 0 ? "zh_CN" : "en");
      g_assert_true (atlas_csv_read_file (path, check_unit, NULL, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  g_test_add_func ("/number-round-trip", test_round_trip);
  return g_test_run ();
}
