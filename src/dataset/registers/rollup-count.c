/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-count.h"

#include <string.h>

#include "dataset/registers/hour-bands.h"
#include "dataset/registers/rollup-series.h"
#include "dataset/registers/row-counts.h"

/* The grades are the words of the column: none, assistant, intermediate, senior. */
#define N_GRADES 4
#define UNKNOWN (-1)

/* There is no end to what is still there. */
#define NEVER 10000

/* In the order of the words of the column. */
typedef enum {
  STATION_PLANNED,
  STATION_BUILDING,
  STATION_OPERATING,
  STATION_CLOSED,
} StationStatus;

/* The place of the stations of townships among the words of the column. */
#define TIER_TOWNSHIP 1

static AtlasRollupCell
make_cell (int series,
           int year)
{
  return (AtlasRollupCell) { .series = (guint16) series, .year = (gint16) year, .n = 1, .value = 1 };
}

static void
add_cell (AtlasRowCells   *self,
          AtlasRollupCell  cell)
{
  g_assert (self->n < ATLAS_ROLLUP_MAX_CELLS);
  self->cells[self->n++] = cell;
}

static void
qualify (AtlasRollupCell *cell,
         AtlasQualifier   qualifier)
{
  cell->n_at_least = qualifier == ATLAS_QUALIFIER_AT_LEAST;
  cell->n_at_most = qualifier == ATLAS_QUALIFIER_AT_MOST || qualifier == ATLAS_QUALIFIER_NEARLY;
  cell->n_about = qualifier == ATLAS_QUALIFIER_ABOUT;
}

/* What cannot be counted is said to be more. */
static void
set_quantity (AtlasRollupCell          *cell,
              const AtlasRegisterValue *quantity)
{
  cell->value = quantity->is_missing ? 0 : quantity->number;
  qualify (cell, quantity->is_missing ? ATLAS_QUALIFIER_AT_LEAST : quantity->qualifier);
}

/* CELL is there from its year on, but not from END on. */
static void
add_stock (AtlasRowCells   *self,
           AtlasRollupCell  cell,
           int              end)
{
  if (end <= cell.year)
    return;
  add_cell (self, cell);
  if (end >= NEVER)
    return;
  add_cell (self, (AtlasRollupCell) {
    .series = cell.series, .year = (gint16) end, .n = -cell.n, .n_at_least = -cell.n_at_least,
    .n_at_most = -cell.n_at_most, .n_about = -cell.n_about, .value = -cell.value,
  });
}

static int
get_place (const AtlasRegisterRow *row,
           guint                   column)
{
  return atlas_series_get_place (row->table, column, row->values[column].text);
}

/* Dates that are known to the year or month only reach to its end. */
static int
compare_dates (const char *a,
               const char *b)
{
  return strncmp (a, b, MIN (strlen (a), strlen (b)));
}

/* When each grade was obtained, "" where that is not known: the date of the certificate is that of the grade held now. */
static void
list_grade_dates (const AtlasRegisterRow *row,
                  int                     grade,
                  const char            **dates)
{
  static const guint columns[N_GRADES] = { 0, ATLAS_PERSON_ASSISTANT_ON, ATLAS_PERSON_INTERMEDIATE_ON,
                                           ATLAS_PERSON_SENIOR_ON };

  dates[0] = "";
  for (int i = 1; i < N_GRADES; i++)
    {
      dates[i] = row->values[columns[i]].text;
      if (i == grade && dates[i][0] == '\0')
        dates[i] = row->values[ATLAS_PERSON_CERTIFIED_ON].text;
    }
}

/* Each grade from its year until a higher one. What the row says of now, and no date bears out, counts from now on. The first
 * year with any, NEVER where there is none. */
static int
count_grades (AtlasRowCells          *self,
              const AtlasRegisterRow *row,
              int                     grade,
              const char *const      *dates)
{
  int first_year = NEVER, first_counted = NEVER, end = NEVER;

  for (int i = N_GRADES - 1; i > 0; i--)
    {
      int year = atlas_register_date_get_year (dates[i]);

      if (year != 0)
        first_year = MIN (first_year, year);
      else if (i == grade)
        year = row->counted_from;
      if (year == 0)
        continue;
      add_stock (self, make_cell (ATLAS_SERIES_CERTIFIED + i, year), end);
      end = MIN (end, year);
      first_counted = MIN (first_counted, year);
    }
  if (first_year != NEVER)
    add_cell (self, make_cell (ATLAS_SERIES_NEWLY_CERTIFIED, first_year));
  return first_counted;
}

/* Whether the certificate of grade I was there on DATE. */
static gboolean
holds_grade_on (const char        *date,
                int                i,
                int                grade,
                const char *const *dates)
{
  return dates[i][0] != '\0' ? compare_dates (dates[i], date) <= 0 : i == grade;
}

static gboolean
is_certified_on (const char        *date,
                 int                grade,
                 const char *const *dates)
{
  for (int i = 1; i < N_GRADES; i++)
    if (holds_grade_on (date, i, grade, dates))
      return TRUE;
  return FALSE;
}

/* The year, from that of AS_OF on, in the twelve months after whose same day EXPIRES_ON lies. */
static int
get_expiry_window (const char *expires_on,
                   const char *as_of)
{
  int year = atlas_register_date_get_year (expires_on);
  const char *day = strlen (expires_on) > 5 ? expires_on + 5 : "12-31";
  gboolean is_before = strlen (as_of) <= 5 || compare_dates (day, as_of + 5) <= 0;

  return MAX (atlas_register_date_get_year (as_of), is_before ? year - 1 : year);
}

/* A registration is one that lapses in the next twelve months in one year only. */
static void
count_expiring (AtlasRowCells          *self,
                const AtlasRegisterRow *row,
                const char             *expires_on)
{
  int month = strlen (expires_on) >= 7 ? (expires_on[5] - '0') * 10 + expires_on[6] - '0' : 0;

  add_cell (self, make_cell (ATLAS_SERIES_EXPIRING + month, get_expiry_window (expires_on, row->as_of)));
}

/* The register knows who is registered on the date it speaks of. Where a later one leaves the row as it is, its
 * registration runs on until it expires. */
static void
count_registered (AtlasRowCells          *self,
                  const AtlasRegisterRow *row,
                  int                     grade,
                  const char *const      *dates)
{
  const char *expires_on = row->values[ATLAS_PERSON_EXPIRES_ON].text;
  int as_of_year = atlas_register_date_get_year (row->as_of);
  int last_year = atlas_register_date_get_year (expires_on);
  char year_end[16];

  if (expires_on[0] == '\0' || compare_dates (expires_on, row->as_of) < 0 ||
      !is_certified_on (row->as_of, grade, dates))
    return;
  g_snprintf (year_end, sizeof year_end, "%04d-12-31", last_year);
  if (compare_dates (expires_on, year_end) < 0)
    last_year--;
  add_stock (self, make_cell (ATLAS_SERIES_REGISTERED, as_of_year), MAX (as_of_year, last_year) + 1);
  count_expiring (self, row, expires_on);
}

/* The hours of holders as the register has them now, by the highest grade they had then. */
static void
count_education (AtlasRowCells          *self,
                 const AtlasRegisterRow *row,
                 int                     grade,
                 const char *const      *dates)
{
  for (int i = N_GRADES - 1; i > 0; i--)
    if (holds_grade_on (row->as_of, i, grade, dates))
      {
        int band = (int) atlas_hour_band_find (&row->values[ATLAS_PERSON_EDUCATION_HOURS]);

        add_stock (self, make_cell (ATLAS_SERIES_EDUCATION + (i - 1) * 16 + band, atlas_register_date_get_year (row->as_of)),
                   NEVER);
        return;
      }
}

/* Somebody is counted at the station that the row names from the year from which the row counts. */
static void
count_at_station (AtlasRowCells          *self,
                  const AtlasRegisterRow *row,
                  int                     certified_year)
{
  if (row->values[ATLAS_PERSON_STATION].is_missing)
    return;
  add_stock (self, make_cell (ATLAS_SERIES_PEOPLE_AT_STATIONS, row->counted_from), NEVER);
  if (certified_year != NEVER)
    add_stock (self, make_cell (ATLAS_SERIES_CERTIFIED_AT_STATIONS, MAX (certified_year, row->counted_from)), NEVER);
}

static void
count_person (AtlasRowCells          *self,
              const AtlasRegisterRow *row)
{
  int grade = get_place (row, ATLAS_PERSON_GRADE);
  const char *dates[N_GRADES];

  list_grade_dates (row, grade, dates);
  add_stock (self, make_cell (ATLAS_SERIES_SOCIAL_WORKERS, row->counted_from), NEVER);
  add_cell (self, make_cell (ATLAS_SERIES_PERSONNEL_ROWS, atlas_register_date_get_year (row->as_of)));
  count_at_station (self, row, count_grades (self, row, grade, dates));
  count_registered (self, row, grade, dates);
  count_education (self, row, grade, dates);
}

/* How a township station is staffed. */
static void
count_staffing (AtlasRowCells          *self,
                const AtlasRegisterRow *row,
                int                     first_year,
                int                     end)
{
  const AtlasRegisterValue *staff = &row->values[ATLAS_STATION_STAFF_COUNT];
  int band = staff->is_missing ? ATLAS_MOST_STAFF + 1 : (int) MIN (staff->number, ATLAS_MOST_STAFF);

  add_stock (self, make_cell (ATLAS_SERIES_STAFFING + band, first_year), end);
}

static void
count_operation (AtlasRowCells          *self,
                 const AtlasRegisterRow *row,
                 int                     tier,
                 int                     closed)
{
  int opened = atlas_register_date_get_year (row->values[ATLAS_STATION_OPENED_ON].text);
  int first_year = opened != 0 ? opened : row->counted_from;
  int end = closed != 0 ? closed : NEVER;
  AtlasRollupCell workers = make_cell (ATLAS_SERIES_STATION_WORKERS, MAX (first_year, row->counted_from));

  add_stock (self, make_cell (ATLAS_SERIES_STATIONS + STATION_OPERATING * 8 + tier, first_year), end);
  set_quantity (&workers, &row->values[ATLAS_STATION_STAFF_COUNT]);
  add_stock (self, workers, end);
  if (tier == TIER_TOWNSHIP)
    count_staffing (self, row, workers.year, end);
}

static void
count_station (AtlasRowCells          *self,
               const AtlasRegisterRow *row)
{
  int status = get_place (row, ATLAS_STATION_STATUS);
  int tier = get_place (row, ATLAS_STATION_TIER);
  int closed = atlas_register_date_get_year (row->values[ATLAS_STATION_CLOSED_ON].text);

  if (status == UNKNOWN || tier == UNKNOWN)
    return;
  add_cell (self, make_cell (ATLAS_SERIES_STATION_ROWS, atlas_register_date_get_year (row->as_of)));
  if (status == STATION_OPERATING || (status == STATION_CLOSED && closed != 0))
    count_operation (self, row, tier, closed);
  else
    add_stock (self, make_cell (ATLAS_SERIES_STATIONS + status * 8 + tier, row->counted_from), NEVER);
  if (closed != 0 && (status == STATION_OPERATING || status == STATION_CLOSED))
    add_stock (self, make_cell (ATLAS_SERIES_STATIONS + STATION_CLOSED * 8 + tier, closed), NEVER);
}

static void
count_funding (AtlasRowCells          *self,
               const AtlasRegisterRow *row)
{
  int source = get_place (row, ATLAS_FUNDING_SOURCE);
  int purpose = get_place (row, ATLAS_FUNDING_PURPOSE);
  int stage = get_place (row, ATLAS_FUNDING_STAGE) + 1;
  AtlasRollupCell cell = make_cell (ATLAS_SERIES_FUNDING + (source * 16 + purpose) * 8 + stage,
                                    (int) row->values[ATLAS_FUNDING_YEAR].number);

  if (source == UNKNOWN || purpose == UNKNOWN)
    return;
  set_quantity (&cell, &row->values[ATLAS_FUNDING_AMOUNT]);
  add_cell (self, cell);
}

static void
count_service (AtlasRowCells          *self,
               const AtlasRegisterRow *row)
{
  int kind = get_place (row, ATLAS_SERVICE_KIND);
  int year = (int) row->values[ATLAS_SERVICE_YEAR].number;
  AtlasRollupCell count = make_cell (ATLAS_SERIES_SERVICES + kind, year);
  AtlasRollupCell person_times = make_cell (ATLAS_SERIES_PERSON_TIMES + kind, year);

  if (kind == UNKNOWN)
    return;
  set_quantity (&count, &row->values[ATLAS_SERVICE_COUNT]);
  set_quantity (&person_times, &row->values[ATLAS_SERVICE_PERSON_TIMES]);
  add_cell (self, count);
  add_cell (self, person_times);
}

static gboolean
meets (const AtlasRowCount    *count,
       const AtlasRegisterRow *row)
{
  g_auto (GStrv) words = NULL;

  if (count->condition == ATLAS_NO_COLUMN)
    return TRUE;
  if (row->values[count->condition].is_missing)
    return FALSE;
  words = count->only != NULL ? g_strsplit (count->only, " ", -1) : NULL;
  return words == NULL || g_strv_contains ((const char *const *) words, row->values[count->condition].text);
}

static int
find_word (const AtlasRegisterRow *row,
           int                     column)
{
  return column == ATLAS_NO_COLUMN ? UNKNOWN : get_place (row, (guint) column);
}

/* The year of a date in COLUMN; 0 where there is none. */
static int
get_date_year (const AtlasRegisterRow *row,
               int                     column)
{
  return column == ATLAS_NO_COLUMN ? 0 : atlas_register_date_get_year (row->values[column].text);
}

/* The year it says, or that of its date; the rows themselves are of the year that their import speaks of. */
static int
get_flow_year (const AtlasRowCount    *count,
               const AtlasRegisterRow *row)
{
  int year = atlas_table_definition_find_column (row->table, "year");

  if (count->indicator_id[0] == '\0')
    return atlas_register_date_get_year (row->as_of);
  return year >= 0 ? (int) row->values[year].number : get_date_year (row, count->from);
}

static void
count_in (AtlasRowCells          *self,
          const AtlasRowCount    *count,
          guint                   series,
          const AtlasRegisterRow *row)
{
  int from = get_date_year (row, count->from), until = get_date_year (row, count->until);
  int year = !count->is_stock ? get_flow_year (count, row) : from != 0 ? from : row->counted_from;
  AtlasRollupCell cell = make_cell ((int) series, year);

  if (count->quantity != ATLAS_NO_COLUMN)
    set_quantity (&cell, &row->values[count->quantity]);
  if (count->is_stock)
    add_stock (self, cell, until != 0 ? until : NEVER);
  else if (year != 0)
    add_cell (self, cell);
}

static void
count_one (AtlasRowCells          *self,
           const AtlasRowCount    *count,
           const AtlasRegisterRow *row)
{
  int place = find_word (row, count->columns[0]), second_place = find_word (row, count->columns[1]);

  count_in (self, count, atlas_row_count_get_series (count, place, second_place), row);
}

void
atlas_row_cells_count_distinct (AtlasRowCells            *self,
                                const AtlasDistinctCount *count,
                                const AtlasRegisterRow   *row)
{
  int place = find_word (row, count->count.columns[0]);

  self->n = 0;
  if (row->values[count->name].is_missing || !meets (&count->count, row))
    return;
  count_in (self, &count->count, count->count.first, row);
  if (place >= 0)
    count_in (self, &count->count, atlas_row_count_get_series (&count->count, place, -1), row);
}

/* What has no rules of its own. */
static void
count_simple (AtlasRowCells          *self,
              const AtlasRegisterRow *row)
{
  for (guint i = 0; i < atlas_n_row_counts; i++)
    if (strcmp (atlas_row_counts[i].table, row->table->name) == 0 && meets (&atlas_row_counts[i], row))
      count_one (self, &atlas_row_counts[i], row);
}

void
atlas_row_cells_count (AtlasRowCells          *self,
                       const AtlasRegisterRow *row)
{
  /* In the order of table-definition.c; those that follow are simple. */
  static void (*const registers[]) (AtlasRowCells *self, const AtlasRegisterRow *row) = {
    count_station, count_person, count_funding, count_service,
  };
  guint number = (guint) (row->table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]);

  self->n = 0;
  if (atlas_table_definition_is_register (row->table))
    (number < G_N_ELEMENTS (registers) ? registers[number] : count_simple) (self, row);
}
