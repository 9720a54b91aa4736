/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/number-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/language.h"

#define MISSING "—"
#define MINUS "−"

/* As many as 3–4 significant digits say; more would feign exactness beside a 万. */
#define SIGNIFICANT_DIGITS 4

/* From where on a column of counts is better read in 万. Money is counted in 万元 from the first one. */
#define COUNTS_IN_WAN_FROM 100000

static gboolean
is_chinese (void)
{
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE;
}

static gboolean
is_percent (const AtlasUnit *unit)
{
  return unit != NULL && strcmp (unit->unit, "percent") == 0;
}

static gboolean
is_money (const AtlasUnit *unit)
{
  return unit != NULL && unit->is_money;
}

static gboolean
is_whole (double value)
{
  return fabs (value - round (value)) < 1e-9;
}

/* "More than" a number that was rounded up would be a lie, and so would "less than" one rounded down. The
 * nudge keeps a number that is already round from being pushed on by its last binary digit. */
static double
round_by_qualifier (double         value,
                    AtlasQualifier qualifier)
{
  double nudge = 1e-9 * MAX (1, fabs (value));

  switch (qualifier)
    {
    case ATLAS_QUALIFIER_AT_LEAST:
      return floor (value + nudge);
    case ATLAS_QUALIFIER_NEARLY:
    case ATLAS_QUALIFIER_AT_MOST:
      return ceil (value - nudge);
    case ATLAS_QUALIFIER_EXACT:
    case ATLAS_QUALIFIER_ABOUT:
    default:
      return round (value);
    }
}

static double
round_to_decimals (double         value,
                   guint          decimals,
                   AtlasQualifier qualifier)
{
  double power = pow (10, decimals);

  return round_by_qualifier (value * power, qualifier) / power;
}

static double
round_to_significant (double         value,
                      AtlasQualifier qualifier)
{
  double step = pow (10, floor (log10 (fabs (value))) - (SIGNIFICANT_DIGITS - 1));

  return round_by_qualifier (value / step, qualifier) * step;
}

/* The digits of a finite VALUE, with commas between thousands if SEPARATED, and a real minus. */
static char *
write_digits (double   value,
              guint    decimals,
              gboolean separated)
{
  char buffer[512], format[16];
  GString *text = g_string_new (value < 0 ? MINUS : "");
  size_t whole;

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (value));
  whole = strcspn (buffer, ".");
  for (size_t i = 0; buffer[i] != '\0'; i++)
    {
      if (separated && i > 0 && i < whole && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, buffer[i]);
    }
  return g_string_free (text, FALSE);
}

/* "82.400" → "82.4", in place. */
static char *
trim_zeros (char *digits)
{
  size_t length = strlen (digits);

  if (strchr (digits, '.') == NULL)
    return digits;
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  digits[length] = '\0';
  return digits;
}

/* More decimals for a value that DECIMALS would show as zero (C22), none for zero itself (C8). */
static guint
decimals_that_show (double value,
                    guint  decimals)
{
  if (value == 0)
    return 0;
  while (fabs (value) < 0.5 * pow (10, -(int) decimals) && decimals < 9)
    decimals++;
  return decimals;
}

/* Of a number that is not scaled: shares have one decimal (C24), counts none, money and ratios two where it
 * takes any. */
static guint
decimals_of (double           value,
             const AtlasUnit *unit)
{
  if (is_percent (unit))
    return decimals_that_show (value, 1);
  return is_whole (value) ? 0 : decimals_that_show (value, 2);
}

/* VALUE without a scale, rounded in the direction that keeps QUALIFIER true, but not to "more than 0". */
/* "About" with fen behind a thousand yuan feigns what nobody knows: such a quotient is rounded. A whole number is as a
 * document prints it and stays. */
static double
round_vague (double           value,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit)
{
  if (qualifier != ATLAS_QUALIFIER_ABOUT || is_percent (unit) || is_whole (value) || fabs (value) < 1000)
    return value;
  return round_to_significant (value, qualifier);
}

static char *
write_plain (double           number,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit)
{
  double value = round_vague (number, qualifier, unit);
  guint decimals = decimals_of (value, unit);

  while (value != 0 && decimals < 9 && round_to_decimals (value, decimals, qualifier) == 0)
    decimals++;
  return write_digits (round_to_decimals (value, decimals, qualifier), decimals, TRUE);
}

/* Of a number in 万 or 亿: one or two decimals, but two significant digits below one. */
static guint
decimals_of_scaled (double     scaled,
                    AtlasScale scale)
{
  if (scaled == 0)
    return 0;
  if (fabs (scaled) < 1)
    return MIN (9, 1 - (int) floor (log10 (fabs (scaled))));
  return scale == ATLAS_SCALE_YI ? 2 : 1;
}

static const char *
scale_word (AtlasScale scale)
{
  switch (scale)
    {
    case ATLAS_SCALE_WAN:
      return "万";
    case ATLAS_SCALE_YI:
      return "亿";
    case ATLAS_SCALE_ONE:
    default:
      return "";
    }
}

double
atlas_scale_get_factor (AtlasScale scale)
{
  switch (scale)
    {
    case ATLAS_SCALE_WAN:
      return 1e4;
    case ATLAS_SCALE_YI:
      return 1e8;
    case ATLAS_SCALE_ONE:
    default:
      return 1;
    }
}

AtlasScale
atlas_scale_choose (double           largest,
                    const AtlasUnit *unit)
{
  if (!is_chinese () || is_percent (unit) || !isfinite (largest))
    return ATLAS_SCALE_ONE;
  if (fabs (largest) >= 1e8)
    return ATLAS_SCALE_YI;
  if (fabs (largest) >= (is_money (unit) ? 1e4 : COUNTS_IN_WAN_FROM))
    return ATLAS_SCALE_WAN;
  return ATLAS_SCALE_ONE;
}

char *
atlas_scale_dup_unit (AtlasScale       scale,
                      const AtlasUnit *unit)
{
  const char *symbol = atlas_unit_get_symbol (unit);

  if (is_chinese ())
    return g_strconcat (scale_word (scale), symbol, NULL);
  if (scale == ATLAS_SCALE_ONE)
    return g_strdup (symbol);
  return g_strchomp (g_strconcat (scale == ATLAS_SCALE_WAN ? "10,000 " : "100 million ", symbol, NULL));
}

char *
atlas_format_cell (double           value,
                   const AtlasUnit *unit,
                   AtlasScale       scale)
{
  double scaled = value / atlas_scale_get_factor (scale);

  if (!isfinite (value))
    return g_strdup (MISSING);
  if (scale == ATLAS_SCALE_ONE)
    return write_digits (value, decimals_of (value, unit), TRUE);
  return write_digits (scaled, decimals_of_scaled (scaled, scale), TRUE);
}

char *
atlas_format_qualified_cell (double           value,
                             AtlasQualifier   qualifier,
                             const AtlasUnit *unit,
                             AtlasScale       scale)
{
  double scaled = value / atlas_scale_get_factor (scale);
  guint decimals = decimals_of_scaled (scaled, scale);
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return g_strdup (MISSING);
  if (scale == ATLAS_SCALE_ONE)
    digits = write_plain (value, qualifier, unit);
  else
    digits = write_digits (round_to_decimals (scaled, decimals, qualifier), decimals, TRUE);
  return g_strconcat (atlas_qualifier_get_sign (qualifier), digits, NULL);
}

char *
atlas_format_tick (double     value,
                   double     step,
                   AtlasScale scale)
{
  double scaled_step = fabs (step) / atlas_scale_get_factor (scale);
  guint decimals = 0;

  g_return_val_if_fail (step != 0 && isfinite (value), g_strdup (MISSING));

  /* A step of 2.5 × 10⁻⁹ is nothing that an axis here could have. */
  while (decimals < 9 && !is_whole (scaled_step * pow (10, decimals)))
    decimals++;
  return write_digits (round_to_decimals (value / atlas_scale_get_factor (scale), decimals,
                                          ATLAS_QUALIFIER_EXACT),
                       decimals, TRUE);
}

/* The digits of a number in running text, and the word that follows them: 万, 亿, million, billion or none. */
static char *
write_running (double            value,
               AtlasQualifier    qualifier,
               const AtlasUnit  *unit,
               const char      **word)
{
  static const struct { double from; const char *word; } chinese[] = { { 1e8, "亿" }, { 1e4, "万" } };
  static const struct
  {
    double from;
    const char *word;
  } english[] = { { 1e9, " billion" }, { 1e6, " million" } };
  gboolean in_chinese = is_chinese ();

  if (!is_percent (unit) && fabs (value) >= (in_chinese ? 1e4 : 1e6))
    {
      /* Rounded before the word is chosen: 99,999,999 is 1亿, not 10000万. */
      double rounded = round_to_significant (value, qualifier);
      guint i = fabs (rounded) >= (in_chinese ? 1e8 : 1e9) ? 0 : 1;
      double from = in_chinese ? chinese[i].from : english[i].from;

      *word = in_chinese ? chinese[i].word : english[i].word;
      return trim_zeros (write_digits (rounded / from, 3, FALSE));
    }
  *word = "";
  return write_plain (value, qualifier, unit);
}

/* The English symbols are plurals; for one they lose it. */
static char *
make_singular (const char *symbol)
{
  if (strcmp (symbol, "people") == 0)
    return g_strdup ("person");
  if (strpbrk (symbol, " /") != NULL)
    return g_strdup (symbol);
  if (g_str_has_suffix (symbol, "ies"))
    return g_strdup_printf ("%.*sy", (int) strlen (symbol) - 3, symbol);
  if (g_str_has_suffix (symbol, "sses") || g_str_has_suffix (symbol, "ches"))
    return g_strndup (symbol, strlen (symbol) - 2);
  return g_strndup (symbol, strlen (symbol) - (g_str_has_suffix (symbol, "s") ? 1 : 0));
}

/* NUMBER with the symbol of UNIT, which for a VALUE of one is a singular. */
static char *
append_unit (const char      *number,
             double           value,
             const AtlasUnit *unit)
{
  const char *symbol = unit != NULL ? atlas_unit_get_symbol (unit) : "";
  g_autofree char *singular = NULL;

  if (is_chinese () || symbol[0] == '\0' || symbol[0] == '%')
    return g_strconcat (number, symbol, NULL);
  if (value == 1)
    symbol = singular = make_singular (symbol);
  return g_strconcat (number, " ", symbol, NULL);
}

static char *
write_with_unit (double           value,
                 AtlasQualifier   qualifier,
                 const AtlasUnit *unit)
{
  const char *word;
  g_autofree char *digits = write_running (value, qualifier, unit, &word);
  g_autofree char *number = g_strconcat (digits, word, NULL);

  return append_unit (number, value, unit);
}

char *
atlas_format_text (double           value,
                   AtlasQualifier   qualifier,
                   const AtlasUnit *unit)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (MISSING);
  number = write_with_unit (value, qualifier, unit);
  switch (qualifier)
    {
    case ATLAS_QUALIFIER_ABOUT:
      return g_strdup_printf (C_("number", "about %s"), number);
    case ATLAS_QUALIFIER_NEARLY:
      return g_strdup_printf (C_("number", "nearly %s"), number);
    case ATLAS_QUALIFIER_AT_LEAST:
      return g_strdup_printf (C_("number", "more than %s"), number);
    case ATLAS_QUALIFIER_AT_MOST:
      return g_strdup_printf (C_("number", "less than %s"), number);
    case ATLAS_QUALIFIER_EXACT:
    default:
      return g_steal_pointer (&number);
    }
}

char *
atlas_format_observation (const AtlasObservation *observation,
                          const AtlasUnit        *unit)
{
  g_autofree char *number = NULL;

  if (atlas_observation_is_missing (observation))
    return g_strdup (MISSING);
  if (observation->basis != ATLAS_BASIS_PUBLISHED_PARTS || observation->qualifier != ATLAS_QUALIFIER_AT_LEAST)
    return atlas_format_text (observation->value, observation->qualifier, unit);
  number = write_with_unit (observation->value, observation->qualifier, unit);
  /* Translators: of a sum of parts, which may be the whole: not “more than” */
  return g_strdup_printf (C_("number", "at least %s"), number);
}

const char *
atlas_qualifier_get_sign (AtlasQualifier qualifier)
{
  switch (qualifier)
    {
    case ATLAS_QUALIFIER_ABOUT:
      return "≈ ";
    case ATLAS_QUALIFIER_NEARLY:
      return "< ";
    case ATLAS_QUALIFIER_AT_LEAST:
      return "≥ ";
    case ATLAS_QUALIFIER_AT_MOST:
      return "≤ ";
    case ATLAS_QUALIFIER_EXACT:
    default:
      return "";
    }
}

/* A label stands alone, so it carries its 万 itself and then has no comma (C23). */
static char *
write_label (double           value,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit,
             AtlasScale       scale)
{
  double scaled = value / atlas_scale_get_factor (scale);
  guint decimals = decimals_of_scaled (scaled, scale);
  g_autofree char *digits = NULL;

  if (scale == ATLAS_SCALE_ONE)
    return write_plain (value, qualifier, unit);
  digits = trim_zeros (write_digits (round_to_decimals (scaled, decimals, qualifier), decimals, FALSE));
  return g_strconcat (digits, scale_word (scale), NULL);
}

char *
atlas_format_label (double           value,
                    AtlasQualifier   qualifier,
                    const AtlasUnit *unit,
                    AtlasScale       scale)
{
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return g_strdup (MISSING);
  digits = write_label (value, qualifier, unit, is_chinese () ? scale : ATLAS_SCALE_ONE);
  return g_strconcat (atlas_qualifier_get_sign (qualifier), digits, is_percent (unit) ? "%" : "", NULL);
}

char *
atlas_format_label_with_unit (double           value,
                              AtlasQualifier   qualifier,
                              const AtlasUnit *unit,
                              AtlasScale       scale)
{
  g_autofree char *label = atlas_format_label (value, qualifier, unit, scale);

  if (!isfinite (value) || is_percent (unit))
    return g_steal_pointer (&label);
  return append_unit (label, value, unit);
}

/* "≥ +7.3" */
static char *
format_signed (double         value,
               AtlasQualifier qualifier)
{
  double rounded = round_to_decimals (value, 1, qualifier);
  g_autofree char *digits = write_digits (rounded, 1, TRUE);

  return g_strconcat (atlas_qualifier_get_sign (qualifier), rounded > 0 ? "+" : "", digits, NULL);
}

static char *
format_points (double         difference,
               AtlasQualifier qualifier)
{
  g_autofree char *number = format_signed (difference, qualifier);

  return g_strdup_printf (_("%s percentage points"), number);
}

char *
atlas_format_more_or_less (double         percent,
                           AtlasQualifier qualifier)
{
  g_autofree char *number = format_signed (percent, qualifier);

  return isfinite (percent) ? g_strconcat (number, "%", NULL) : g_strdup (MISSING);
}

char *
atlas_format_difference (double           difference,
                         AtlasQualifier   qualifier,
                         const AtlasUnit *unit)
{
  const char *symbol = unit != NULL ? atlas_unit_get_symbol (unit) : "";
  const char *sign = atlas_qualifier_get_sign (qualifier);
  const char *plus = difference > 0 ? "+" : "";
  const char *word;
  g_autofree char *digits = NULL;

  if (!isfinite (difference))
    return g_strdup (MISSING);
  if (is_percent (unit))
    return format_points (difference, qualifier);
  digits = write_running (difference, qualifier, unit, &word);
  if (is_chinese ())
    return g_strchomp (g_strconcat (sign, plus, digits, " ", word, symbol, NULL));
  return g_strchomp (g_strconcat (sign, plus, digits, word, " ", symbol, NULL));
}

char *
atlas_format_growth (double from,
                     double to)
{
  double growth = round_to_decimals ((to - from) / fabs (from) * 100, 1, ATLAS_QUALIFIER_EXACT);
  g_autofree char *digits = NULL;

  if (from == 0 || !isfinite (growth))
    return g_strdup (MISSING);
  digits = write_digits (growth, 1, TRUE);
  return g_strconcat (growth > 0 ? "+" : "", digits, "%", NULL);
}

char *
atlas_format_ratio (const AtlasObservation *observation)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (isnan (observation->numerator) || isnan (observation->denominator))
    return g_strdup ("");
  numerator = atlas_format_label (observation->numerator, observation->numerator_qualifier, NULL, ATLAS_SCALE_ONE);
  denominator = atlas_format_label (observation->denominator, observation->denominator_qualifier, NULL, ATLAS_SCALE_ONE);
  return g_strdup_printf ("%s / %s", numerator, denominator);
}

char *
atlas_format_machine_number (double value)
{
  char buffer[512] = "", format[16];

  if (!isfinite (value))
    return g_strdup ("");
  /* No %g, which would write an exponent. */
  for (guint decimals = 0; decimals < 20; decimals++)
    {
      g_snprintf (format, sizeof format, "%%.%uf", decimals);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

char *
atlas_format_machine (const AtlasObservation *observation,
                      const AtlasUnit        *unit)
{
  char buffer[512];
  AtlasDecimal cents;

  if (observation->status == ATLAS_STATUS_MISSING || !isfinite (observation->value))
    return g_strdup ("");
  if (is_money (unit) && observation->has_exact && atlas_decimal_rescale (observation->exact, 2, &cents))
    return atlas_decimal_to_string (cents);
  if (is_money (unit))
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", observation->value));
  if (observation->has_exact)
    return atlas_decimal_to_string (observation->exact);
  return atlas_format_machine_number (observation->value);
}
