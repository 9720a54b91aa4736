/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/number-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/language.h"
#include "indicators/digits.h"

#define MISSING "—"

static gboolean
is_chinese (void)
{
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE;
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

/* Of a number that is not scaled: shares have one decimal (C24), counts none, money and ratios two where it
 * takes any. */
static guint
decimals_of (double           value,
             const AtlasUnit *unit)
{
  if (atlas_unit_is_percent (unit))
    return atlas_digits_count_decimals (value, 1);
  return is_whole (value) ? 0 : atlas_digits_count_decimals (value, 2);
}

/* "About" with fen behind a thousand yuan feigns what nobody knows: such a quotient is rounded. A whole number is as a
 * document prints it and stays. */
static double
round_vague (double           value,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit)
{
  if (qualifier != ATLAS_QUALIFIER_ABOUT || atlas_unit_is_percent (unit) || is_whole (value) || fabs (value) < 1000)
    return value;
  return atlas_digits_round_to_significant (value, qualifier);
}

/* DIGITS (transfer full) of NUMBER, written as ROUNDED. Those of a column or scale all have the same decimals where they are exact. Of
 * others zeros behind the point are known where rounding has left them; a number that has no further digits would feign them. */
static char *
keep_known_zeros (char           *digits,
                  double          number,
                  double          rounded,
                  AtlasQualifier  qualifier)
{
  return qualifier == ATLAS_QUALIFIER_EXACT || fabs (rounded - number) > 1e-9 * fabs (number) ? digits
                                                                                             : atlas_digits_trim_zeros (digits);
}

/* NUMBER without a scale, rounded in the direction that keeps QUALIFIER true, but not to "more than 0". */
static char *
write_plain (double           number,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit)
{
  double value = round_vague (number, qualifier, unit);
  guint decimals = decimals_of (value, unit);
  double rounded;

  while (value != 0 && decimals < 9 && atlas_digits_round_to_decimals (value, decimals, qualifier) == 0)
    decimals++;
  rounded = atlas_digits_round_to_decimals (value, decimals, qualifier);
  return keep_known_zeros (atlas_digits_write (rounded, decimals, TRUE), number, rounded, qualifier);
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
  return atlas_scale_get_decimals (scale);
}

/* With the zeros that others of the scale have digits for. */
static char *
write_scaled (double         scaled,
              AtlasQualifier qualifier,
              AtlasScale     scale,
              gboolean       separated)
{
  guint decimals = decimals_of_scaled (scaled, scale);
  double rounded = atlas_digits_round_to_decimals (scaled, decimals, qualifier);

  return keep_known_zeros (atlas_digits_write (rounded, decimals, separated), scaled, rounded, qualifier);
}

double
atlas_round_as_shown (double           value,
                      const AtlasUnit *unit)
{
  return isfinite (value) ? atlas_digits_round_to_decimals (value, decimals_of (value, unit), ATLAS_QUALIFIER_EXACT) : value;
}

double
atlas_round_in_scale (double      value,
                      AtlasScale  scale,
                      guint      *decimals)
{
  double scaled = value / atlas_scale_get_factor (scale);

  *decimals = decimals_of_scaled (scaled, scale);
  return atlas_digits_round_to_decimals (scaled, *decimals, ATLAS_QUALIFIER_EXACT);
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
    return atlas_digits_write (value, decimals_of (value, unit), TRUE);
  return atlas_digits_write (scaled, decimals_of_scaled (scaled, scale), TRUE);
}

char *
atlas_format_qualified_cell (double           value,
                             AtlasQualifier   qualifier,
                             const AtlasUnit *unit,
                             AtlasScale       scale)
{
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return g_strdup (MISSING);
  if (scale == ATLAS_SCALE_ONE)
    digits = write_plain (value, qualifier, unit);
  else
    digits = write_scaled (value / atlas_scale_get_factor (scale), qualifier, scale, TRUE);
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
  return atlas_digits_write (atlas_digits_round_to_decimals (value / atlas_scale_get_factor (scale), decimals,
                                          ATLAS_QUALIFIER_EXACT),
                       decimals, TRUE);
}

/* Who writes thousands of yuan does not ask for fen. */
static char *
write_small (double           value,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit)
{
  if (is_money (unit) && fabs (value) >= 1e4)
    return atlas_digits_write (atlas_digits_round (value, qualifier), 0, TRUE);
  return write_plain (value, qualifier, unit);
}

/* The scale of a number in running text. Rounded before it is chosen: 99,999,999 is 1亿, not 10000万. */
static AtlasScale
choose_running_scale (double           value,
                      AtlasQualifier   qualifier,
                      const AtlasUnit *unit)
{
  if (!isfinite (value) || atlas_unit_is_percent (unit) || fabs (value) < (is_chinese () ? 1e4 : 1e6))
    return ATLAS_SCALE_ONE;
  return atlas_scale_of_number (atlas_digits_round_to_significant (value, qualifier));
}

/* The digits of a number in running text, and the word that follows them: 万, 亿, million, billion or none. With a word it
 * has DECIMALS, or as many as it takes (-1). */
static char *
write_running (double            value,
               AtlasQualifier    qualifier,
               const AtlasUnit  *unit,
               int               decimals,
               const char      **word)
{
  AtlasScale scale = choose_running_scale (value, qualifier, unit);
  double factor = atlas_scale_get_factor (scale);

  *word = atlas_scale_get_word (scale);
  if (scale == ATLAS_SCALE_ONE)
    return write_small (value, qualifier, unit);
  if (decimals >= 0)
    return atlas_digits_write (atlas_digits_round_to_decimals (value / factor, decimals, qualifier), decimals, FALSE);
  return atlas_digits_trim_zeros (
    atlas_digits_write (atlas_digits_round_to_significant (value, qualifier) / factor, 3, FALSE));
}

static gboolean
is_exact_in (const AtlasObservation *observation,
             const AtlasUnit        *unit,
             AtlasScale              scale)
{
  return observation->qualifier == ATLAS_QUALIFIER_EXACT &&
         choose_running_scale (observation->value, observation->qualifier, unit) == scale;
}

/* How many places behind the point leave LARGEST, in its scale, four digits. */
static guint
count_most_decimals (double largest)
{
  return 3 - MIN (3, (guint) floor (log10 (MAX (largest, 1))));
}

/* Of the places behind the point that leave the largest of OBSERVATIONS in SCALE four digits, those that any of them needs. What
 * is not exact is round as a document has it. */
static int
count_shared_decimals (GPtrArray       *observations,
                       const AtlasUnit *unit,
                       AtlasScale       scale)
{
  double factor = atlas_scale_get_factor (scale), largest = 1;
  guint most, needed = 0;

  for (guint i = 0; i < observations->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (observations, i);

      if (is_exact_in (row, unit, scale))
        largest = MAX (largest, fabs (row->value) / factor);
    }
  most = count_most_decimals (largest);
  for (guint i = 0; i < observations->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (observations, i);
      g_autofree char *digits = NULL;
      const char *point;

      if (!is_exact_in (row, unit, scale))
        continue;
      digits = atlas_digits_trim_zeros (
        atlas_digits_write (atlas_digits_round_to_decimals (row->value / factor, most, row->qualifier), most, FALSE));
      point = strchr (digits, '.');
      needed = MAX (needed, point != NULL ? (guint) strlen (point + 1) : 0);
    }
  return (int) needed;
}

/* VALUE as write_running () has it, MOST places behind the point where it is scaled and exact. */
static double
round_running (const AtlasObservation *observation,
               const AtlasUnit        *unit,
               AtlasScale              scale,
               guint                   most)
{
  double factor = atlas_scale_get_factor (scale);

  if (scale == ATLAS_SCALE_ONE)
    return is_money (unit) && fabs (observation->value) >= 1e4 ? round (observation->value)
                                                               : atlas_round_as_shown (observation->value, unit);
  if (observation->qualifier != ATLAS_QUALIFIER_EXACT)
    return atlas_digits_round_to_significant (observation->value, observation->qualifier);
  return atlas_digits_round_to_decimals (observation->value / factor, most, ATLAS_QUALIFIER_EXACT) * factor;
}

double *
atlas_round_among (GPtrArray       *observations,
                   const AtlasUnit *unit)
{
  g_autofree AtlasScale *scales = g_new (AtlasScale, observations->len);
  double largest[ATLAS_SCALE_BILLION + 1] = { 0 };
  double *shown = g_new (double, observations->len);

  for (guint i = 0; i < observations->len; i++)
    {
      const AtlasObservation *row = g_ptr_array_index (observations, i);

      scales[i] = choose_running_scale (row->value, row->qualifier, unit);
      if (row->qualifier == ATLAS_QUALIFIER_EXACT)
        largest[scales[i]] = MAX (largest[scales[i]], fabs (row->value) / atlas_scale_get_factor (scales[i]));
    }
  for (guint i = 0; i < observations->len; i++)
    shown[i] = round_running (g_ptr_array_index (observations, i), unit, scales[i], count_most_decimals (largest[scales[i]]));
  return shown;
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
                 const AtlasUnit *unit,
                 int              decimals)
{
  const char *word;
  g_autofree char *digits = write_running (value, qualifier, unit, decimals, &word);
  g_autofree char *number = g_strconcat (digits, word, NULL);

  return append_unit (number, value, unit);
}

static char *
say_qualifier (const char     *number,
               AtlasQualifier  qualifier)
{
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
      return g_strdup (number);
    }
}

static char *
format_text (double           value,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit,
             int              decimals)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    return g_strdup (MISSING);
  number = write_with_unit (value, qualifier, unit, decimals);
  return say_qualifier (number, qualifier);
}

char *
atlas_format_text (double           value,
                   AtlasQualifier   qualifier,
                   const AtlasUnit *unit)
{
  return format_text (value, qualifier, unit, -1);
}

char *
atlas_format_full_text (double           value,
                        AtlasQualifier   qualifier,
                        const AtlasUnit *unit)
{
  g_autofree char *number = atlas_format_label_with_unit (value, ATLAS_QUALIFIER_EXACT, unit, ATLAS_SCALE_ONE);

  return isfinite (value) ? say_qualifier (number, qualifier) : g_steal_pointer (&number);
}

static char *
format_observation (const AtlasObservation *observation,
                    const AtlasUnit        *unit,
                    int                     decimals)
{
  g_autofree char *number = NULL;

  if (atlas_observation_is_missing (observation))
    return g_strdup (MISSING);
  if (observation->basis == ATLAS_BASIS_REGISTERS && observation->qualifier == ATLAS_QUALIFIER_AT_MOST)
    {
      number = write_with_unit (observation->value, observation->qualifier, unit, decimals);
      /* Translators: of a count that is this at most: not “less than” */
      return g_strdup_printf (C_("number", "at most %s"), number);
    }
  if (observation->basis == ATLAS_BASIS_PUBLISHED || observation->qualifier != ATLAS_QUALIFIER_AT_LEAST)
    return format_text (observation->value, observation->qualifier, unit, decimals);
  number = write_with_unit (observation->value, observation->qualifier, unit, decimals);
  /* Translators: of a sum that may be the whole: not “more than” */
  return g_strdup_printf (C_("number", "at least %s"), number);
}

char *
atlas_format_observation (const AtlasObservation *observation,
                          const AtlasUnit        *unit)
{
  return format_observation (observation, unit, -1);
}

char *
atlas_format_numerator (const AtlasObservation *observation)
{
  AtlasObservation numerator = *observation;

  if (observation->basis != ATLAS_BASIS_REGISTERS)
    return atlas_format_text (observation->numerator, observation->numerator_qualifier, NULL);
  numerator.value = observation->numerator;
  numerator.qualifier = observation->numerator_qualifier;
  return format_observation (&numerator, NULL, -1);
}

char *
atlas_format_observation_among (const AtlasObservation *observation,
                                const AtlasUnit        *unit,
                                GPtrArray              *others)
{
  AtlasScale scale = choose_running_scale (observation->value, observation->qualifier, unit);
  gboolean is_exact = observation->qualifier == ATLAS_QUALIFIER_EXACT;

  return format_observation (observation, unit, is_exact ? count_shared_decimals (others, unit, scale) : -1);
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

/* A label that carries its 万 itself has no comma (C23). EVEN: with the zeros that others of the scale have digits for. */
static char *
write_label (double           value,
             AtlasQualifier   qualifier,
             const AtlasUnit *unit,
             AtlasScale       scale,
             gboolean         even)
{
  char *digits;

  if (scale == ATLAS_SCALE_ONE)
    return write_plain (value, qualifier, unit);
  digits = write_scaled (value / atlas_scale_get_factor (scale), qualifier, scale, !is_chinese ());
  return even ? digits : atlas_digits_trim_zeros (digits);
}

/* With WORD behind its digits. */
static char *
dup_label (double           value,
           AtlasQualifier   qualifier,
           const AtlasUnit *unit,
           AtlasScale       scale,
           gboolean         even,
           const char      *word)
{
  g_autofree char *digits = NULL;

  if (!isfinite (value))
    return g_strdup (MISSING);
  digits = write_label (value, qualifier, unit, scale, even);
  return g_strconcat (atlas_qualifier_get_sign (qualifier), digits, word, atlas_unit_is_percent (unit) ? "%" : "", NULL);
}

char *
atlas_format_label (double           value,
                    AtlasQualifier   qualifier,
                    const AtlasUnit *unit,
                    AtlasScale       scale)
{
  return dup_label (value, qualifier, unit, scale, FALSE, atlas_scale_get_word (scale));
}

char *
atlas_format_bare_label (double           value,
                         AtlasQualifier   qualifier,
                         const AtlasUnit *unit,
                         AtlasScale       scale)
{
  return dup_label (value, qualifier, unit, scale, TRUE, "");
}

char *
atlas_format_label_with_unit (double           value,
                              AtlasQualifier   qualifier,
                              const AtlasUnit *unit,
                              AtlasScale       scale)
{
  g_autofree char *label = dup_label (value, qualifier, unit, scale, TRUE, atlas_scale_get_word (scale));

  if (!isfinite (value) || atlas_unit_is_percent (unit))
    return g_steal_pointer (&label);
  return append_unit (label, value, unit);
}

/* "≥ +7.3" */
static char *
format_signed (double         value,
               AtlasQualifier qualifier)
{
  double rounded = atlas_digits_round_to_decimals (value, 1, qualifier);
  g_autofree char *digits = atlas_digits_write (rounded, 1, TRUE);

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
  if (atlas_unit_is_percent (unit))
    return format_points (difference, qualifier);
  digits = write_running (difference, qualifier, unit, -1, &word);
  if (is_chinese ())
    return g_strchomp (g_strconcat (sign, plus, digits, " ", word, symbol, NULL));
  return g_strchomp (g_strconcat (sign, plus, digits, word, " ", symbol, NULL));
}

char *
atlas_format_growth (double from,
                     double to)
{
  double growth = atlas_digits_round_to_decimals ((to - from) / fabs (from) * 100, 1, ATLAS_QUALIFIER_EXACT);
  g_autofree char *digits = NULL;

  if (from == 0 || !isfinite (growth))
    return g_strdup (MISSING);
  digits = atlas_digits_write (growth, 1, TRUE);
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
