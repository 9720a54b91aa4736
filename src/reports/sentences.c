/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/sentences.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/series-break.h"
#include "dataset/dimension-values.h"
#include "dataset/language.h"
#include "indicators/change.h"
#include "indicators/difference.h"
#include "indicators/number-format.h"

static const AtlasUnit percent_unit = { .unit = (char *) "percent", .symbol_zh = (char *) "%", .symbol_en = (char *) "%" };

static gboolean
is_chinese (void)
{
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE;
}

static gboolean
is_known (const AtlasObservation *observation)
{
  return observation != NULL && !atlas_observation_is_missing (observation) && isfinite (observation->value);
}

char *
atlas_sentence_dup_name (const char *name)
{
  char *told = g_strdup (name);

  if (g_ascii_isupper (told[0]) && !g_ascii_isupper (told[1]))
    told[0] = g_ascii_tolower (told[0]);
  return told;
}

/* NAMES with LAST between the last two of them. */
static char *
list_with (GPtrArray  *names,
           const char *last)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        /* Translators: between two of a list of names */
        g_string_append (text, i + 1 == names->len ? last : C_("list", ", "));
      g_string_append (text, g_ptr_array_index (names, i));
    }
  return g_string_free (text, FALSE);
}

char *
atlas_sentence_list (GPtrArray *names)
{
  /* Translators: between the last two of a list of names */
  return list_with (names, C_("list", " and "));
}

char *
atlas_sentence_list_none (GPtrArray *names)
{
  /* Translators: between the last two of a list of which nothing is there: “no figure for A, B or C” */
  return list_with (names, C_("list", " or "));
}

char *
atlas_sentence_join (GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_("list", ", ") : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

char *
atlas_sentence_make (const char *const *clauses,
                     guint              n,
                     const char        *citation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (clauses[i] == NULL)
        continue;
      if (text->len > 0)
        /* Translators: between two clauses of a sentence */
        g_string_append (text, C_("clauses", ", "));
      g_string_append (text, clauses[i]);
    }
  if (text->len == 0)
    return NULL;
  if (!is_chinese () && citation[0] != '\0')
    g_string_append_c (text, ' ');
  /* Translators: a sentence, with the numbers of its sources, and its full stop */
  return g_strdup_printf (C_("sentence", "%s%s."), text->str, citation);
}

void
atlas_sentence_append (GString    *paragraph,
                       const char *sentence)
{
  if (sentence == NULL || sentence[0] == '\0')
    return;
  if (paragraph->len > 0 && !is_chinese ())
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, sentence);
}

char *
atlas_clause_count (const AtlasObservation *observation)
{
  if (!is_chinese () && observation->value == 0 && observation->qualifier == ATLAS_QUALIFIER_EXACT)
    /* Translators: none of what follows; Chinese has the number */
    return g_strdup (C_("count", "no"));
  return atlas_format_observation (observation, NULL);
}

static char *
level_of_stations (const AtlasObservation *observation,
                   const char             *region,
                   const char             *number,
                   gulong                  n)
{
  const char *tier = atlas_dimension_values_lookup (observation->dimensions, "tier");

  if (g_strcmp0 (tier, "county_centre") == 0)
    return g_strdup_printf (
      ngettext ("%1$s has %2$s county guidance centre", "%1$s has %2$s county guidance centres", n), region,
      number);
  if (g_strcmp0 (tier, "community_room") == 0)
    return g_strdup_printf (
      ngettext ("%1$s has %2$s community service room", "%1$s has %2$s community service rooms", n), region,
      number);
  return g_strdup_printf (ngettext ("%1$s has %2$s township station", "%1$s has %2$s township stations", n),
                          region, number);
}

/* The value of INDICATOR from which OBSERVATION was computed, or NULL. */
static const AtlasObservation *
find_input (const AtlasObservation *observation,
            const char             *indicator)
{
  for (guint i = 0; observation->inputs != NULL && i < observation->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (observation->inputs, i);

      if (g_strcmp0 (input->indicator_id, indicator) == 0 && !atlas_observation_is_missing (input))
        return input;
    }
  return NULL;
}

static char *
level_of_coverage (const AtlasObservation *observation,
                   const AtlasUnit        *unit,
                   const char             *region)
{
  g_autofree char *stations = atlas_format_numerator (observation);
  g_autofree char *townships =
    atlas_format_text (observation->denominator, observation->denominator_qualifier, NULL);
  g_autofree char *share = atlas_format_observation (observation, unit);

  if (!isfinite (observation->numerator) || !isfinite (observation->denominator))
    return g_strdup_printf (_("%1$s covers %2$s of its townships"), region, share);
  /* A register counts the townships that have a station, a document the stations. */
  if (observation->basis == ATLAS_BASIS_REGISTERS)
    return g_strdup_printf (_("%1$s has a station in %2$s of its %3$s townships, a coverage of %4$s"), region,
                            stations, townships, share);
  return g_strdup_printf (_("%1$s has %2$s stations for %3$s townships, a coverage of %4$s"), region,
                          stations, townships, share);
}

/* "全国每万名常住人口（2020年）拥有持证社工10.74人": residents of another year than the workers say so. */
static char *
level_of_per_10k (const AtlasObservation *observation,
                  const char             *region)
{
  const AtlasObservation *residents = find_input (observation, "population");
  g_autofree char *number = atlas_format_observation (observation, NULL);
  g_autofree char *period = NULL;

  if (residents == NULL || residents->year == observation->year)
    return g_strdup_printf (_("%1$s has %2$s certified social workers for every 10,000 residents"), region, number);
  period = atlas_format_period (residents->period);
  return g_strdup_printf (_("%1$s has %2$s certified social workers for every 10,000 residents of %3$s"), region,
                          number, period);
}

static char *
level_of_funding_rate (const char             *id,
                       const AtlasObservation *observation,
                       const AtlasUnit        *unit,
                       const char             *region)
{
  g_autofree char *money = atlas_format_observation (observation, unit);

  if (strcmp (id, "funding_per_station") == 0)
    return g_strdup_printf (_("%1$s has %2$s of funding for every township station"), region, money);
  if (strcmp (id, "funding_per_certified") == 0)
    return g_strdup_printf (_("%1$s has %2$s of funding for every certified social worker"), region, money);
  return g_strdup_printf (_("%1$s has %2$s of funding for every resident"), region, money);
}

/* Services, which are counted in what they are; NULL for others. N: for the plural. */
static char *
level_of_services (const char *id,
                   const char *region,
                   const char *number,
                   gulong      n)
{
  if (strcmp (id, "household_visits") == 0)
    return g_strdup_printf (ngettext ("%1$s reports %2$s household visited", "%1$s reports %2$s households visited", n), region,
                            number);
  if (strcmp (id, "case_services") == 0)
    return g_strdup_printf (ngettext ("%1$s reports %2$s individual case", "%1$s reports %2$s individual cases", n), region,
                            number);
  if (strcmp (id, "service_person_times") == 0)
    return g_strdup_printf (ngettext ("%1$s reports %2$s service person-time", "%1$s reports %2$s service person-times", n), region,
                            number);
  if (strcmp (id, "volunteer_activities") == 0)
    return g_strdup_printf (ngettext ("%1$s reports %2$s volunteer service activity",
                                      "%1$s reports %2$s volunteer service activities", n),
                            region, number);
  return NULL;
}

/* Indicators that reports speak of have words of their own; the others are named. */
static char *
level_of_other (const AtlasIndicator   *indicator,
                const AtlasObservation *observation,
                const AtlasUnit        *unit,
                const char             *region)
{
  g_autofree char *number = atlas_format_observation (observation, unit);

  /* Where the region was named before, the indicator is the subject. */
  if (g_str_equal (region, C_("subject", "It")))
    /* Translators: indicator and value with its unit */
    return g_strdup_printf (C_("level", "%1$s: %2$s"), atlas_indicator_get_name (indicator), number);
  /* Translators: region, indicator and value with its unit */
  return g_strdup_printf (C_("level", "%1$s: %2$s %3$s"), region, atlas_indicator_get_name (indicator),
                          number);
}

char *
atlas_clause_level (AtlasCatalogue         *catalogue,
                    const AtlasObservation *observation,
                    const char             *region)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, observation->indicator_id);
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, indicator->unit);
  const char *id = indicator->indicator_id;
  gulong n = observation->value == 1 ? 1 : 2; /* for the plural: only one is one */
  g_autofree char *number = NULL;
  char *services;

  if (!is_known (observation))
    return NULL;
  number = atlas_clause_count (observation);
  services = level_of_services (id, region, number, n);
  if (services != NULL)
    return services;
  if (strcmp (id, "certified_share") == 0)
    {
      g_autofree char *percent = atlas_format_observation (observation, unit);

      /* Translators: region and a percentage */
      return g_strdup_printf (_("%1$s has %2$s of its social work professionals certified"), region, percent);
    }
  if (strcmp (id, "certified_workers") == 0)
    return g_strdup_printf (
      ngettext ("%1$s has %2$s certified social worker", "%1$s has %2$s certified social workers", n), region,
      number);
  if (strcmp (id, "social_workers") == 0)
    return g_strdup_printf (ngettext ("%1$s has %2$s social work professional",
                                      "%1$s has %2$s social work professionals", n),
                            region, number);
  if (strcmp (id, "station_workers") == 0)
    return g_strdup_printf (ngettext ("%1$s has %2$s social worker posted in stations",
                                      "%1$s has %2$s social workers posted in stations", n),
                            region, number);
  if (strcmp (id, "workers_per_station") == 0)
    {
      g_autofree char *rate = atlas_format_observation (observation, NULL);

      return g_strdup_printf (_("%1$s has %2$s social workers for every township station"), region, rate);
    }
  if (strcmp (id, "social_work_orgs") == 0)
    return g_strdup_printf (ngettext ("%1$s has %2$s social work service organisation",
                                      "%1$s has %2$s social work service organisations", n),
                            region, number);
  if (strcmp (id, "stations") == 0)
    return level_of_stations (observation, region, number, n);
  if (strcmp (id, "township_coverage") == 0)
    return level_of_coverage (observation, unit, region);
  if (strcmp (id, "certified_per_10k") == 0)
    return level_of_per_10k (observation, region);
  if (strcmp (id, "newly_certified") == 0)
    return g_strdup_printf (ngettext ("%1$s has %2$s newly certified social worker",
                                      "%1$s has %2$s newly certified social workers", n),
                            region, number);
  if (strcmp (id, "registered_workers") == 0)
    return g_strdup_printf (ngettext ("%1$s has %2$s social worker with a valid registration",
                                      "%1$s has %2$s social workers with a valid registration", n),
                            region, number);
  if (strcmp (id, "senior_and_intermediate_share") == 0)
    {
      g_autofree char *percent = atlas_format_observation (observation, unit);

      return g_strdup_printf (_("%1$s has %2$s of its certified social workers at the intermediate grade or above"),
                              region, percent);
    }
  if (g_str_has_prefix (id, "funding_per_"))
    return level_of_funding_rate (id, observation, unit, region);
  if (strcmp (id, "funding") == 0)
    {
      g_autofree char *money = atlas_format_observation (observation, unit);

      return g_strdup_printf (_("%1$s reports social work funding of %2$s"), region, money);
    }
  return level_of_other (indicator, observation, unit, region);
}

/* "31.3%", "约31.3%", "超过31.3%". */
static char *
format_percent (double         value,
                AtlasQualifier qualifier)
{
  return atlas_format_text (value, qualifier, &percent_unit);
}

char *
atlas_clause_share (const AtlasObservation *observation)
{
  g_autofree char *share = NULL;

  if (!is_known (observation))
    return NULL;
  share = format_percent (observation->value, observation->qualifier);
  return g_strdup_printf (_("%s of its social work professionals"), share);
}

char *
atlas_clause_rate (const AtlasObservation *observation)
{
  g_autofree char *share = NULL;

  if (!is_known (observation))
    return NULL;
  share = format_percent (observation->value, observation->qualifier);
  return g_strdup_printf (_("a certified share of %s"), share);
}

char *
atlas_clause_value_among (const AtlasObservation *observation,
                          const AtlasUnit        *unit,
                          GPtrArray              *others)
{
  gboolean is_rate = g_str_has_suffix (unit->unit, "_per_10k") || g_str_has_suffix (unit->unit, "_per_station");
  g_auto (GStrv) symbols = g_strsplit (unit->symbol_zh, "/", 2);
  AtlasUnit counted = *unit;

  /* English names say what they count: "households visited", "certified workers per 10,000 residents". */
  if (!is_chinese () && !unit->is_money && !atlas_unit_is_percent (unit))
    return atlas_format_observation_among (observation, NULL, others);
  if (is_rate)
    counted.symbol_zh = symbols[0];
  return atlas_format_observation_among (observation, &counted, others);
}

char *
atlas_clause_value (const AtlasObservation *observation,
                    const AtlasUnit        *unit)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_ptr_array_add (alone, (gpointer) observation);
  return atlas_clause_value_among (observation, unit, alone);
}

char *
atlas_clause_period (const AtlasObservation *observation,
                     const char             *expected)
{
  g_autofree char *period = NULL;

  if (!is_known (observation) || strcmp (observation->period, expected) == 0)
    return NULL;
  period = atlas_format_period (observation->period);
  /* Translators: the period of a number, behind it in brackets */
  return g_strdup_printf (C_("period of a number", " (%s)"), period);
}

char *
atlas_clause_dated (const char             *clause,
                    const AtlasObservation *observation,
                    const char             *told)
{
  g_autofree char *behind = atlas_clause_period (observation, told);
  g_autofree char *period = NULL;

  if (clause == NULL || behind == NULL)
    return g_strdup (clause);
  if (observation->period[0] == '\0')
    return g_strconcat (clause, behind, NULL);
  period = atlas_format_period (observation->period);
  /* Translators: a statement, and the period that it speaks of, such as “Ningxia has 4,072 certified social workers (2023)” */
  return g_strdup_printf (C_("statement and period", "%1$s (%2$s)"), clause, period);
}

/* The size of a difference, rounded so that "at least" stays true. */
static char *
format_points (double   size,
               gboolean at_least)
{
  double rounded = at_least ? floor (size * 10 + 1e-9) / 10 : round (size * 10) / 10;
  g_autofree char *digits = rounded < 0.05 ? g_strdup ("0.1")
                                           : atlas_format_cell (rounded, &percent_unit, ATLAS_SCALE_ONE);

  /* Translators: the size of a difference between two shares, in running text */
  return g_strdup_printf (C_("difference", "%s percentage points"), digits);
}

static char *
difference_exact (double      difference,
                  gboolean    about,
                  const char *reference)
{
  g_autofree char *size = NULL;

  if (fabs (difference) < 0.05)
    return g_strdup_printf (_("level with %s"), reference);
  size = format_points (fabs (difference), FALSE);
  if (difference < 0)
    return g_strdup_printf (about ? _("about %1$s below %2$s") : _("%1$s below %2$s"), size, reference);
  return g_strdup_printf (about ? _("about %1$s above %2$s") : _("%1$s above %2$s"), size, reference);
}

/* How OBSERVATION stands against REFERENCE, which is called NAME; NULL where its qualifiers leave that open. */
static char *
say_difference (const AtlasObservation *observation,
                const AtlasObservation *reference,
                const char             *name)
{
  AtlasQualifiedNumber difference = atlas_difference_subtract (observation, reference, &percent_unit);
  /* A reference of another period says so: "低于全国（2022年）34.0个百分点". */
  g_autofree char *period = atlas_clause_period (reference, observation->period);
  g_autofree char *reference_name = g_strconcat (name, period, NULL);
  g_autofree char *size = NULL;

  if (difference.qualifier == ATLAS_QUALIFIER_EXACT || difference.qualifier == ATLAS_QUALIFIER_ABOUT)
    return difference_exact (difference.value, difference.qualifier == ATLAS_QUALIFIER_ABOUT, reference_name);
  size = format_points (fabs (difference.value), TRUE);
  if (difference.qualifier == ATLAS_QUALIFIER_AT_LEAST && difference.value >= 0.1)
    return g_strdup_printf (_("at least %1$s above %2$s"), size, reference_name);
  if (difference.qualifier != ATLAS_QUALIFIER_AT_LEAST && difference.value <= -0.1)
    return g_strdup_printf (_("at least %1$s below %2$s"), size, reference_name);
  return NULL;
}

char *
atlas_clause_difference (const AtlasObservation *observation,
                         const AtlasObservation *reference,
                         const char             *name)
{
  if (!is_known (observation) || !is_known (reference) || observation->region == reference->region)
    return NULL;
  /* What a few counties have counted is not how a region stands. */
  if (observation->is_partial || reference->is_partial)
    return NULL;
  return say_difference (observation, reference, name);
}

char *
atlas_sentence_claim (const AtlasObservation *claimed,
                      const AtlasObservation *computed,
                      const char             *region,
                      const char             *citation)
{
  g_autofree char *share = NULL, *claim = NULL, *difference = NULL;
  g_autofree char *period = atlas_clause_period (claimed, "-");
  const char *clauses[2] = { NULL };

  if (!is_known (claimed))
    return NULL;
  share = format_percent (claimed->value, claimed->qualifier);
  /* Translators: region, its coverage as documents print it, and the period of that */
  clauses[0] = claim = g_strdup_printf (_("The coverage published for %1$s is %2$s%3$s"), region, share, period);
  if (is_known (computed))
    clauses[1] = difference = say_difference (claimed, computed, _("the computed one"));
  return atlas_sentence_make (clauses, G_N_ELEMENTS (clauses), citation);
}

char *
atlas_clause_part_of (AtlasCatalogue         *catalogue,
                      const AtlasObservation *observation,
                      const AtlasObservation *whole,
                      const char             *whole_name)
{
  const AtlasIndicator *indicator;
  AtlasDifference difference;
  g_autofree char *text = NULL;

  /* Flows over intervals that only end in the same year are no part and whole; nor is what a few counties have counted a whole. */
  if (!is_known (observation) || !is_known (whole) || whole->is_partial || strcmp (observation->period, whole->period) != 0)
    return NULL;
  indicator = atlas_catalogue_find_indicator (catalogue, observation->indicator_id);
  difference = atlas_difference_of (indicator, atlas_catalogue_find_unit (catalogue, indicator->unit), observation, whole);
  if (difference.kind != ATLAS_DIFFERENCE_SHARE || observation->basis == ATLAS_BASIS_PUBLISHED_PARTS ||
      whole->basis == ATLAS_BASIS_PUBLISHED_PARTS)
    return NULL;
  text = format_percent (difference.number.value, difference.number.qualifier);
  if (atlas_catalogue_find_unit (catalogue, indicator->unit)->is_money)
    /* Translators: a share and the region of whose money it is a part, such as “6.0% of the total for Ningxia” */
    return g_strdup_printf (_("%1$s of the total for %2$s"), text, whole_name);
  /* Translators: a share and the region of which it is a part, such as “18.5% of those in Ningxia” */
  return g_strdup_printf (_("%1$s of those in %2$s"), text, whole_name);
}

/* "增长8.3%": how much, by what the number is. NULL where it stayed, or there is nothing to grow from. */
static char *
format_change (double           now,
               double           before,
               const AtlasUnit *unit,
               gboolean         about)
{
  gboolean percent = atlas_unit_is_percent (unit);
  double change =
    percent ? atlas_round_as_shown (now, unit) - atlas_round_as_shown (before, unit) : (now / before - 1) * 100;
  g_autofree char *size = NULL;

  if ((before == 0 && !percent) || fabs (change) < 0.05)
    return NULL;
  size = percent ? format_points (fabs (change), FALSE)
                 : format_percent (fabs (change), ATLAS_QUALIFIER_EXACT);
  if (percent)
    return g_strdup_printf (change > 0 ? C_("share", "up %s") : C_("share", "down %s"), size);
  if (about)
    return g_strdup_printf (change > 0 ? _("up about %s") : _("down about %s"), size);
  return g_strdup_printf (change > 0 ? _("up %s") : _("down %s"), size);
}

/* Of figures that are the same, or nearly; NULL where there is nothing to grow from. */
static char *
say_unchanged (const AtlasObservation *now,
               const AtlasObservation *before)
{
  gboolean same = now->value == before->value;

  if (before->value == 0 && !same)
    return NULL;
  if (now->year - before->year == 1)
    return g_strdup (same ? _("unchanged on the year before") : _("almost unchanged on the year before"));
  return g_strdup_printf (same ? _("unchanged on %d") : _("almost unchanged on %d"), before->year);
}

char *
atlas_clause_change (const AtlasObservation *now,
                     const AtlasObservation *before,
                     const AtlasUnit        *unit)
{
  int years = now->year - before->year;
  gboolean about;
  g_autofree char *change = NULL, *break_cause = NULL;

  if (!is_known (now) || !is_known (before) || !atlas_change_is_allowed (before, now))
    return NULL;
  break_cause = atlas_series_break_dup_cause (before, now);
  if (break_cause != NULL)
    return NULL;
  about = now->qualifier == ATLAS_QUALIFIER_ABOUT || before->qualifier == ATLAS_QUALIFIER_ABOUT;
  change = format_change (now->value, before->value, unit, about);
  if (change == NULL)
    return say_unchanged (now, before);
  if (years == 1)
    /* Translators: a change against a year earlier, such as “up 8.3% on the year before” */
    return g_strdup_printf (_("%s on the year before"), change);
  /* Translators: a change against an earlier year */
  return g_strdup_printf (_("%1$s on %2$d"), change, before->year);
}
