/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "expected.h"

#define N_YEARS 5
#define N_FORMS 4

typedef struct {
  guint64 certified[N_GRADES];
  guint64 stations;
  guint64 covered;
  guint64 funding[N_SOURCES];
  guint64 household_visits;
} YearTotals;

struct _Expected {
  const Country *country;
  guint first_year;
  YearTotals *totals; /* those of each province, year by year */
  const RegisterForm *forms[N_FORMS];
  guint n_rows[N_FORMS];
};

Expected *
expected_new (const Country *country,
              guint          last_year)
{
  Expected *self = g_new0 (Expected, 1);

  self->country = country;
  self->first_year = last_year + 1 - N_YEARS;
  self->totals = g_new0 (YearTotals, country->provinces->len * N_YEARS);
  return self;
}

void
expected_free (Expected *self)
{
  g_free (self->totals);
  g_free (self);
}

static YearTotals *
get_totals (Expected *self,
            guint     province,
            guint     nth_year)
{
  return &self->totals[province * N_YEARS + nth_year];
}

/* NULL for a year of which nothing is told. */
static YearTotals *
find_totals (Expected *self,
             guint     province,
             guint     year)
{
  return year >= self->first_year ? get_totals (self, province, year - self->first_year) : NULL;
}

static guint
count_open (const County   *county,
            const Division *township,
            Date            date)
{
  guint n = 0;

  for (guint i = 0; i < county->stations->len; i++)
    {
      const Station *station = &g_array_index (county->stations, Station, i);

      n += station->place == township && station->tier == TIER_TOWNSHIP_STATION && station_is_open_on (station, date);
    }
  return n;
}

void
expected_add_county (Expected     *self,
                     const County *county)
{
  for (guint i = 0; i < county->n_townships; i++)
    for (guint year = 0; year < N_YEARS; year++)
      {
        YearTotals *totals = get_totals (self, county->province, year);
        guint n = count_open (county, &county->townships[i], DATE_YEAR_END (self->first_year + year));

        totals->stations += n;
        totals->covered += n > 0 && county->townships[i].statutory;
      }
}

/* GRADE_NONE for one who was not certified then. */
static Grade
get_grade_at (const CertifiedDates *dates,
              Date                  date)
{
  Grade grade = N_GRADES;

  while (--grade > GRADE_NONE)
    {
      Date on = dates->on[grade] != 0 || grade != dates->grade ? dates->on[grade] : dates->certified_on;

      if (on != 0 && on <= date)
        break;
    }
  return grade;
}

void
expected_add_person (Expected             *self,
                     guint                 province,
                     const CertifiedDates *dates)
{
  for (guint year = 0; year < N_YEARS; year++)
    get_totals (self, province, year)->certified[get_grade_at (dates, DATE_YEAR_END (self->first_year + year))]++;
}

void
expected_add_funding (Expected *self,
                      guint     province,
                      guint     year,
                      Source    source,
                      guint64   fen)
{
  YearTotals *totals = find_totals (self, province, year);

  if (totals != NULL)
    totals->funding[source] += fen;
}

void
expected_add_services (Expected *self,
                       guint     province,
                       guint     year,
                       Kind      kind,
                       guint     count)
{
  YearTotals *totals = find_totals (self, province, year);

  if (totals != NULL && kind == KIND_HOUSEHOLD_VISIT)
    totals->household_visits += count;
}

void
expected_set_n_rows (Expected           *self,
                     const RegisterForm *form,
                     guint               n_rows)
{
  guint i = 0;

  while (self->forms[i] != NULL)
    i++;
  self->forms[i] = form;
  self->n_rows[i] = n_rows;
}

/* Before all but the first in an object. */
static void
append_comma (GString *json)
{
  if (json->str[json->len - 1] != '{')
    g_string_append (json, ", ");
}

static void
append_number (GString    *json,
               const char *name,
               guint64     number)
{
  append_comma (json);
  g_string_append_printf (json, "\"%s\": %" G_GUINT64_FORMAT, name, number);
}

static void
append_numbers (GString       *json,
                const char    *name,
                const Term    *terms,
                const guint64 *numbers,
                guint          n)
{
  append_comma (json);
  g_string_append_printf (json, "\"%s\": {", name);
  for (guint i = 0; i < n; i++)
    append_number (json, terms[i].id, numbers[i]);
  g_string_append_c (json, '}');
}

static void
append_region (GString          *json,
               const char       *code,
               const YearTotals *totals)
{
  append_comma (json);
  g_string_append_printf (json, "\n      \"%s\": {", code);
  append_numbers (json, "certified", vocabulary_grades + GRADE_ASSISTANT, totals->certified + GRADE_ASSISTANT,
                  N_GRADES - GRADE_ASSISTANT);
  append_number (json, "stations", totals->stations);
  append_number (json, "covered", totals->covered);
  append_numbers (json, "funding_fen", vocabulary_sources, totals->funding, N_SOURCES);
  append_number (json, "household_visits", totals->household_visits);
  g_string_append_c (json, '}');
}

static void
add_totals (YearTotals       *sum,
            const YearTotals *part)
{
  for (guint i = 0; i < N_GRADES; i++)
    sum->certified[i] += part->certified[i];
  for (guint i = 0; i < N_SOURCES; i++)
    sum->funding[i] += part->funding[i];
  sum->stations += part->stations;
  sum->covered += part->covered;
  sum->household_visits += part->household_visits;
}

static const char *
get_code (Expected *self,
          guint     province)
{
  return ((const Division *) self->country->provinces->pdata[province])->code;
}

static void
append_year (Expected *self,
             GString  *json,
             guint     year)
{
  guint n_provinces = self->country->provinces->len;
  YearTotals nation = { { 0 } };

  for (guint i = 0; i < n_provinces; i++)
    add_totals (&nation, get_totals (self, i, year));
  append_comma (json);
  g_string_append_printf (json, "\n    \"%u\": {", self->first_year + year);
  append_region (json, "000000", &nation);
  for (guint i = 0; i < n_provinces; i++)
    append_region (json, get_code (self, i), get_totals (self, i, year));
  g_string_append_c (json, '}');
}

/* The statutory ones whose code starts with PREFIX. */
static guint
count_townships (Expected   *self,
                 const char *prefix)
{
  guint n = 0;

  for (guint i = 0; i < self->country->divisions->len; i++)
    {
      const Division *division = &g_array_index (self->country->divisions, Division, i);

      n += division->level == ATLAS_REGION_LEVEL_TOWNSHIP && division->statutory &&
           g_str_has_prefix (division->code, prefix);
    }
  return n;
}

static void
append_townships (Expected *self,
                  GString  *json)
{
  append_number (json, "000000", count_townships (self, ""));
  for (guint i = 0; i < self->country->provinces->len; i++)
    {
      char prefix[] = { get_code (self, i)[0], get_code (self, i)[1], '\0' };

      append_number (json, get_code (self, i), count_townships (self, prefix));
    }
}

gboolean
expected_write (Expected    *self,
                const char  *path,
                GError     **error)
{
  g_autoptr (GString) json = g_string_new ("{\n  \"rows\": {");

  for (guint i = 0; i < N_FORMS && self->forms[i] != NULL; i++)
    append_number (json, self->forms[i]->id, self->n_rows[i]);
  g_string_append (json, "},\n  \"townships\": {");
  append_townships (self, json);
  g_string_append (json, "},\n  \"years\": {");
  for (guint year = 0; year < N_YEARS; year++)
    append_year (self, json, year);
  g_string_append (json, "}\n}\n");
  return g_file_set_contents (path, json->str, json->len, error);
}
