/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/decimal-places.h"

#include <string.h>

#include "indicators/number-format.h"

#define DIGITS "0123456789"
#define MINUS "−"

/* The digits of an exact number begin there; NULL where TEXT is none. */
static const char *
find_exact (const char *text)
{
  const char *digits = g_str_has_prefix (text, MINUS) ? text + strlen (MINUS) : text;

  return g_ascii_isdigit (*digits) ? digits : NULL;
}

/* The same of one that is not exact. */
static const char *
find_bound (const char *text)
{
  const AtlasQualifier qualifiers[] = { ATLAS_QUALIFIER_AT_LEAST, ATLAS_QUALIFIER_AT_MOST, ATLAS_QUALIFIER_ABOUT,
                                        ATLAS_QUALIFIER_NEARLY };

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      const char *sign = atlas_qualifier_get_sign (qualifiers[i]);

      if (g_str_has_prefix (text, sign))
        return find_exact (text + strlen (sign));
    }
  return NULL;
}

/* Behind the point of DIGITS. */
static guint
count (const char *digits)
{
  const char *end = digits + strspn (digits, DIGITS ",");

  return *end == '.' ? (guint) strspn (end + 1, DIGITS) : 0;
}

guint
atlas_decimal_places_count (const AtlasReportTable *table,
                            guint                   column)
{
  guint n = 0;

  for (guint r = 0; r < table->rows->len; r++)
    {
      const char *text = atlas_report_table_get_cell (table, r, column);
      const char *digits = find_exact (text);

      if (digits == NULL || g_str_equal (text, "0"))
        continue;
      if (count (digits) == 0 || (n > 0 && count (digits) != n))
        return 0;
      n = count (digits);
    }
  return n;
}

char *
atlas_decimal_places_dup_missing (const char *text,
                                  guint       n)
{
  const char *digits = find_bound (text);
  guint own = digits != NULL ? count (digits) : n;
  GString *missing = g_string_new (own == 0 && n > 0 ? "." : "");

  for (guint i = own; i < n; i++)
    g_string_append_c (missing, '0');
  return g_string_free (missing, FALSE);
}
