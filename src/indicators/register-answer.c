/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/register-answer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"
#include "indicators/slice-observation.h"

/* How many divisions that have not returned a register a note names. */
#define MAX_NAMED_DIVISIONS 3

/**
 * Counted:
 * @counts: what else is counted
 * @slice: what is
 * @last_year: of a stock, and of what is known of one year only: the last year of whose end the register speaks here, since it was returned for it or a row is
 *   of it; 0 where it is of none
 *
 * What a register counts of a slice in a region, and what of it was returned.
 */
typedef struct {
  AtlasRegisterCoverage *coverage;
  AtlasCountIndex *counts;
  const AtlasSlice *slice;
  const AtlasRegion *region;
  const AtlasCount *count;
  int last_year;
} Counted;

/* FALSE where no register counts SLICE. */
static gboolean
find_counted (Counted                  *self,
              const AtlasAnswerContext *context,
              const AtlasRegion        *region,
              const AtlasSlice         *slice)
{
  *self = (Counted) { .coverage = atlas_catalogue_get_register_coverage (context->catalogue), .counts = context->counts,
                      .slice = slice, .region = region };
  if (context->counts == NULL)
    return FALSE;
  self->count = atlas_count_index_lookup (context->counts, region, slice);
  if (self->count != NULL && (self->count->is_stock || self->count->is_of_last_year))
    self->last_year = MAX (self->count->rows_year,
                           atlas_register_coverage_get_last_year (self->coverage, self->count->table, region));
  return self->count != NULL;
}

/* A register says nothing of what comes after it, and of registrations nothing of what was before. */
static gboolean
speaks_of (const Counted *self,
           int            year)
{
  if (self->count->is_of_last_year)
    return year == self->last_year;
  return !self->count->is_stock || year <= self->last_year;
}

static guint
count_returned (const Counted *self,
                int            year,
                guint         *out_of)
{
  return atlas_register_coverage_count (self->coverage, self->count->table, self->region, year, out_of);
}

static gboolean
is_covered (const Counted *self,
            int            year)
{
  guint out_of;

  return count_returned (self, year, &out_of) == out_of;
}

/* Whether CELL counts anything: what is not known may be something. */
static gboolean
is_something (const AtlasRollupCell *cell)
{
  return cell->value > 0 || cell->n_at_least > 0 || cell->n_at_most > 0 || cell->n_about > 0;
}

/* (nullable): the division that returned the register for a township, if it has some of its own at the end of YEAR, or in it:
 * nobody knows in which township that is. OUT_OWN: the number, 0 where things are counted once. */
static const AtlasRegion *
find_unplaced (const Counted   *self,
               int              year,
               AtlasRollupCell *out_own)
{
  const AtlasRegion *unit = atlas_region_get_county (self->region);

  for (const AtlasRegion *region = self->region; unit != NULL && region != unit; region = region->parent)
    {
      const AtlasCount *own = atlas_count_index_lookup_own (self->counts, region->parent, self->slice);

      *out_own = (AtlasRollupCell) { 0 };
      if (!atlas_count_get (own, year, out_own) || !(self->count->is_distinct ? out_own->n > 0 : is_something (out_own)))
        continue;
      if (self->count->is_distinct)
        *out_own = (AtlasRollupCell) { 0 };
      return region->parent;
    }
  return NULL;
}

static AtlasQualifier
get_qualifier (const AtlasRollupCell *cell)
{
  if (cell->n_about > 0 || (cell->n_at_least > 0 && cell->n_at_most > 0))
    return ATLAS_QUALIFIER_ABOUT;
  if (cell->n_at_least > 0)
    return ATLAS_QUALIFIER_AT_LEAST;
  return cell->n_at_most > 0 ? ATLAS_QUALIFIER_AT_MOST : ATLAS_QUALIFIER_EXACT;
}

static void
add_sources (AtlasObservation *observation,
             const Counted    *counted,
             int               year)
{
  g_autoptr (GPtrArray) sources =
    atlas_register_coverage_list_sources (counted->coverage, counted->count->table, counted->region, year);

  for (guint i = 0; i < sources->len; i++)
    atlas_observation_add_source (observation, g_ptr_array_index (sources, i));
}

static void
name_missing (AtlasObservation *observation,
              const Counted    *counted,
              int               year)
{
  g_autoptr (GPtrArray) missing =
    atlas_register_coverage_list_missing (counted->coverage, counted->count->table, counted->region, year);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *note = NULL;

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? C_("between names", ", ") : "",
                            atlas_region_get_display_name (g_ptr_array_index (missing, i)));
  /* Translators: names of divisions, behind "3 of 5 returned" */
  note = g_strdup_printf (_("not returned: %s"), names->str);
  atlas_observation_add_note (observation, note);
}

/* "3 of 5 returned (2023)" */
static char *
dup_returned (const Counted *counted,
              int            year)
{
  guint out_of;
  guint n = count_returned (counted, year, &out_of);
  /* Translators: how many divisions have returned a register */
  g_autofree char *returned = g_strdup_printf (_("%1$u of %2$u returned"), n, out_of);

  return atlas_note_dup_of_year (returned, year);
}

/* What was there in an earlier year is worked out from the dates of what is there now. */
static void
mark_partial (AtlasObservation *observation,
              const Counted    *counted,
              int               year)
{
  g_autofree char *returned = dup_returned (counted, year);
  guint out_of;
  guint n = count_returned (counted, year, &out_of);

  observation->status = ATLAS_STATUS_ESTIMATED;
  observation->is_partial = TRUE;
  if (counted->count->is_stock && year < counted->last_year)
    {
      /* Translators: the register is of a later year, but its rows have dates */
      g_autofree char *note = g_strdup_printf (_("by the dates in the register of %d"), counted->last_year);

      atlas_observation_add_note (observation, note);
      /* All that is there now is known. */
      if (is_covered (counted, counted->last_year))
        return;
    }
  atlas_observation_add_note (observation, returned);
  if (n > 0 && out_of - n <= MAX_NAMED_DIVISIONS)
    name_missing (observation, counted, year);
}

static void
set_number (AtlasObservation      *observation,
            const AtlasRollupCell *cell,
            const AtlasUnit       *unit)
{
  observation->basis = ATLAS_BASIS_REGISTERS;
  observation->status = ATLAS_STATUS_NORMAL;
  observation->qualifier = get_qualifier (cell);
  observation->exact = (AtlasDecimal) { cell->value, unit != NULL && unit->is_money ? 2 : 0 };
  observation->has_exact = TRUE;
  observation->value = atlas_decimal_to_double (observation->exact);
}

/* (nullable): how many they are, if that is known: "12 people" */
static char *
dup_own_number (const AtlasRegion     *owner,
                const AtlasRollupCell *own,
                const AtlasUnit       *unit)
{
  g_autoptr (AtlasObservation) number = atlas_observation_new (owner);

  set_number (number, own, unit);
  return own->value > 0 ? atlas_format_observation (number, unit) : NULL;
}

/* "some are registered with Litong District itself, in no township: 12 people (2023)" */
static char *
dup_unplaced (const AtlasRegion     *owner,
              const AtlasRollupCell *own,
              const AtlasUnit       *unit,
              gboolean               is_further,
              int                    year)
{
  const char *name = atlas_region_get_display_name (owner);
  g_autofree char *number = dup_own_number (owner, own, unit);
  g_autofree char *note = NULL;

  if (number == NULL && is_further)
    /* Translators: a county, of which a register has rows that lie in no township; others lie in one */
    return g_strdup_printf (_("others are registered with %s itself, in no township"), name);
  if (number == NULL)
    /* Translators: a county, of which a register has rows that lie in no township */
    note = g_strdup_printf (_("some are registered with %s itself, in no township"), name);
  else
    note = g_strdup_printf (is_further
                              /* Translators: a county; how many, beside those of the township: "12 people" */
                              ? _("others are registered with %1$s itself, in no township: %2$s")
                              /* Translators: a county; how many that are in no township: "12 people" */
                              : _("some are registered with %1$s itself, in no township: %2$s"), name, number);
  return atlas_note_dup_of_year (note, year);
}

/* How many they were in earlier years, by their dates, would be a note of its own for each year. */
static void
note_further (AtlasObservation *observation,
              AtlasCatalogue   *catalogue,
              const Counted    *counted,
              int               year)
{
  AtlasRollupCell own;
  const AtlasRegion *owner = find_unplaced (counted, year, &own);
  g_autofree char *note = NULL;

  if (owner == NULL)
    return;
  if (counted->count->is_stock && year < counted->last_year)
    own = (AtlasRollupCell) { 0 };
  note = dup_unplaced (owner, &own, atlas_catalogue_find_unit (catalogue, counted->slice->indicator->unit), TRUE, year);
  atlas_observation_add_note (observation, note);
}

/* FALSE: nothing is known of YEAR; where the rows of a county lie in no township, 0 of another one would be made up. */
static gboolean
find_in_year (const Counted   *self,
              int              year,
              AtlasRollupCell *out_cell)
{
  AtlasRollupCell own;
  gboolean any = atlas_count_get (self->count, year, out_cell);

  if (any && (out_cell->n > 0 || is_something (out_cell)))
    return TRUE;
  return (any || is_covered (self, year)) && find_unplaced (self, year, &own) == NULL;
}

/* FALSE: nothing is known of YEAR. */
static gboolean
count_in_year (Counted                  *self,
               const AtlasAnswerContext *context,
               const AtlasRegion        *region,
               const AtlasSlice         *slice,
               int                       year,
               AtlasRollupCell          *out_cell)
{
  *out_cell = (AtlasRollupCell) { 0 };
  return year != 0 && find_counted (self, context, region, slice) && speaks_of (self, year) && find_in_year (self, year, out_cell);
}

gboolean
atlas_register_has_none (const AtlasAnswerContext *context,
                         const AtlasRegion        *region,
                         const AtlasSlice         *slice,
                         int                       year,
                         gboolean                 *out_known)
{
  AtlasRollupCell cell;
  Counted counted;

  *out_known = count_in_year (&counted, context, region, slice, year, &cell);
  return *out_known && cell.value == 0;
}

AtlasObservation *
atlas_register_in_year (const AtlasAnswerContext *context,
                        const AtlasRegion        *region,
                        const AtlasSlice         *slice,
                        int                       year)
{
  AtlasRollupCell cell;
  AtlasObservation *observation;
  Counted counted;

  if (!count_in_year (&counted, context, region, slice, year, &cell))
    return NULL;
  observation = atlas_slice_new_observation (slice, context->catalogue, region);
  observation->table = counted.count->table;
  observation->year = year;
  g_free (observation->period);
  observation->period = g_strdup_printf ("%d", year);
  set_number (observation, &cell, atlas_catalogue_find_unit (context->catalogue, slice->indicator->unit));
  add_sources (observation, &counted, year);
  if (!is_covered (&counted, year))
    mark_partial (observation, &counted, year);
  note_further (observation, context->catalogue, &counted, year);
  return observation;
}

static void
add_year (const Counted   *counted,
          int              year,
          AtlasKnownYears *years)
{
  AtlasRollupCell cell = { 0 };

  if (speaks_of (counted, year) && find_in_year (counted, year, &cell))
    atlas_years_add (is_covered (counted, year) ? years->whole : years->counts, year);
}

void
atlas_register_add_years (const AtlasAnswerContext *context,
                          const AtlasRegion        *region,
                          const AtlasSlice         *slice,
                          AtlasKnownYears          *years)
{
  g_autoptr (GArray) returned = NULL;
  const AtlasCount *count;
  Counted counted;

  if (!find_counted (&counted, context, region, slice))
    return;
  count = counted.count;
  returned = atlas_register_coverage_list_years (counted.coverage, count->table, region);
  for (guint i = 0; i < returned->len; i++)
    add_year (&counted, g_array_index (returned, int, i), years);
  for (guint i = 0; i < count->n_years; i++)
    add_year (&counted, count->years[i].year, years);
  /* A stock is there in the years between its changes, too. */
  for (int year = counted.last_year; count->is_stock && count->n_years > 0 && year > count->years[0].year; year--)
    add_year (&counted, year, years);
}

const AtlasTableDefinition *
atlas_register_find_table (const AtlasAnswerContext *context,
                           const AtlasRegion        *region,
                           const AtlasSlice         *slice)
{
  Counted counted;

  if (!find_counted (&counted, context, region, slice) ||
      !atlas_register_coverage_has_table (counted.coverage, counted.count->table))
    return NULL;
  return counted.count->table;
}

/* (nullable): whose own they are that may be of REGION, where that is why there is no count for YEAR. */
static const AtlasRegion *
find_owner (const Counted   *self,
            int              year,
            AtlasRollupCell *out_own)
{
  AtlasRollupCell cell = { 0 };

  if (!speaks_of (self, year) || !is_covered (self, year) || find_in_year (self, year, &cell))
    return NULL;
  return find_unplaced (self, year, out_own);
}

gboolean
atlas_register_is_unplaced (const AtlasAnswerContext *context,
                            const AtlasRegion        *region,
                            const AtlasSlice         *slice,
                            int                       year)
{
  AtlasRollupCell own;
  Counted counted;

  return find_counted (&counted, context, region, slice) && find_owner (&counted, year, &own) != NULL;
}

gboolean
atlas_register_explain_unplaced (const AtlasAnswerContext *context,
                                 const AtlasRegion        *region,
                                 const AtlasSlice         *slice,
                                 int                       year,
                                 AtlasObservation         *observation)
{
  AtlasRollupCell own;
  const AtlasRegion *owner;
  g_autofree char *note = NULL;
  Counted counted;

  if (!find_counted (&counted, context, region, slice))
    return FALSE;
  if (year == 0)
    year = atlas_register_coverage_get_last_year (counted.coverage, counted.count->table, region);
  owner = find_owner (&counted, year, &own);
  if (owner == NULL)
    return FALSE;
  note = dup_unplaced (owner, &own, atlas_catalogue_find_unit (context->catalogue, slice->indicator->unit), FALSE, year);
  observation->missing = ATLAS_MISSING_UNPLACED;
  atlas_observation_add_note (observation, note);
  return TRUE;
}

void
atlas_register_explain_missing (const AtlasAnswerContext *context,
                                const AtlasRegion        *region,
                                const AtlasSlice         *slice,
                                int                       year,
                                AtlasObservation         *observation)
{
  g_autofree char *note = NULL;
  Counted counted;

  if (context->counts == NULL || atlas_register_coverage_is_empty (atlas_catalogue_get_register_coverage (context->catalogue)))
    atlas_observation_add_note (observation, _("no registers have been imported"));
  else if (!find_counted (&counted, context, region, slice))
    atlas_observation_add_note (observation, _("no register counts this"));
  else if (!atlas_register_coverage_has_table (counted.coverage, counted.count->table))
    atlas_observation_add_note (observation, _("no such register has been imported"));
  else if (atlas_register_explain_unplaced (context, region, slice, year, observation))
    return;
  else if (year == 0)
    atlas_observation_add_note (observation, _("the register has not been returned"));
  else
    {
      note = g_strdup_printf (_("the register has not been returned for %d"), year);
      atlas_observation_add_note (observation, note);
    }
}

void
atlas_register_note_count (const AtlasAnswerContext *context,
                           const AtlasSlice         *slice,
                           const AtlasObservation   *count,
                           AtlasObservation         *observation)
{
  const AtlasUnit *unit = atlas_catalogue_find_unit (context->catalogue, slice->indicator->unit);
  g_autofree char *value = NULL;
  g_autofree char *returned = NULL;
  g_autofree char *note = NULL;
  Counted counted;
  guint out_of;

  if (!find_counted (&counted, context, count->region, slice) || count_returned (&counted, count->year, &out_of) == 0)
    return;
  value = atlas_format_text (count->value, count->qualifier, unit);
  returned = dup_returned (&counted, count->year);
  /* Translators: what the register has beside a published figure: "in the register: 1,204 people; 3 of 5 returned (2023)" */
  note = g_strdup_printf (_("in the register: %1$s; %2$s"), value, returned);
  atlas_observation_add_note (observation, note);
}
