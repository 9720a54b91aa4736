/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/rollup-series.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/hour-bands.h"
#include "dataset/registers/register-row.h"
#include "dataset/registers/row-counts.h"

/* The words of one enum column. */
typedef struct {
  char **words;
  guint n;
} Words;

typedef struct {
  const AtlasTableDefinition *personnel;
  const AtlasTableDefinition *stations;
  const AtlasTableDefinition *services;
  const AtlasTableDefinition *funding;
  Words words[ATLAS_N_REGISTERS][ATLAS_TABLE_MAX_COLUMNS];
  AtlasSeries series[ATLAS_SERIES_END];
} Catalogue;

/* How a kind of service is called where it is counted by number. */
static const struct {
  const char *kind;
  const char *indicator_id;
  const char *type; /* (nullable) */
} services[] = {
  { "household_visit", "household_visits", NULL },
  { "case", "case_services", NULL },
  { "group", "activities", "group" },
  { "community_activity", "activities", "community" },
  { "volunteer", "volunteer_activities", NULL },
};

static AtlasSeries *
add_series (Catalogue                  *self,
            guint                       number,
            const AtlasTableDefinition *table,
            const char                 *indicator_id,
            gboolean                    is_stock)
{
  AtlasSeries *series = &self->series[number];

  g_assert (number < ATLAS_SERIES_END && series->table == NULL);
  series->table = table;
  series->indicator_id = indicator_id;
  series->dimensions = atlas_dimension_values_new ();
  series->is_stock = is_stock;
  return series;
}

static int
find_place (const Words *words,
            const char  *word)
{
  for (guint i = 0; i < words->n; i++)
    if (strcmp (words->words[i], word) == 0)
      return (int) i;
  return -1;
}

static const Words *
get_words (Catalogue                  *self,
           const AtlasTableDefinition *table,
           guint                       column)
{
  return &self->words[table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]][column];
}

static void
add_personnel (Catalogue *self)
{
  const Words *grades = get_words (self, self->personnel, ATLAS_PERSON_GRADE);

  add_series (self, ATLAS_SERIES_SOCIAL_WORKERS, self->personnel, "social_workers", TRUE);
  add_series (self, ATLAS_SERIES_NEWLY_CERTIFIED, self->personnel, "newly_certified", FALSE);
  add_series (self, ATLAS_SERIES_REGISTERED, self->personnel, "registered_workers", TRUE)->is_of_last_year = TRUE;
  add_series (self, ATLAS_SERIES_PERSONNEL_ROWS, self->personnel, "", FALSE);
  add_series (self, ATLAS_SERIES_PEOPLE_AT_STATIONS, self->personnel, "station_staff", TRUE);
  add_series (self, ATLAS_SERIES_CERTIFIED_AT_STATIONS, self->personnel, "certified_station_staff", TRUE);
  for (guint grade = 1; grade < grades->n; grade++)
    {
      AtlasSeries *series =
        add_series (self, ATLAS_SERIES_CERTIFIED + grade, self->personnel, "certified_workers", TRUE);

      atlas_dimension_values_set (series->dimensions, "grade", grades->words[grade]);
    }
}

/* Where the month of its end is not known a registration has no month. */
static void
add_expiring (Catalogue *self)
{
  static const char *const months[] = { NULL, "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12" };

  for (guint month = 0; month < G_N_ELEMENTS (months); month++)
    {
      AtlasSeries *series =
        add_series (self, ATLAS_SERIES_EXPIRING + month, self->personnel, "registrations_expiring", FALSE);

      series->is_of_last_year = TRUE;
      if (months[month] != NULL)
        atlas_dimension_values_set (series->dimensions, "month", months[month]);
    }
}

static void
add_education (Catalogue *self)
{
  const Words *grades = get_words (self, self->personnel, ATLAS_PERSON_GRADE);

  for (guint grade = 1; grade < grades->n; grade++)
    for (guint band = 0; band < ATLAS_N_HOUR_BANDS; band++)
      {
        AtlasSeries *series = add_series (self, ATLAS_SERIES_EDUCATION + (grade - 1) * 16 + band, self->personnel,
                                          "education_holders", TRUE);

        series->is_of_last_year = TRUE;
        atlas_dimension_values_set (series->dimensions, "grade", grades->words[grade]);
        atlas_dimension_values_set (series->dimensions, "hours", atlas_hour_band_get_id (band));
      }
}

static void
add_staffing (Catalogue *self)
{
  for (guint staff = 0; staff <= ATLAS_MOST_STAFF + 1; staff++)
    {
      AtlasSeries *series = add_series (self, ATLAS_SERIES_STAFFING + staff, self->stations, "stations_by_staff", TRUE);
      g_autofree char *number = g_strdup_printf ("%u", staff);

      atlas_dimension_values_set (series->dimensions, "staff",
                                  staff < ATLAS_MOST_STAFF    ? number
                                  : staff == ATLAS_MOST_STAFF ? "10_or_more"
                                                              : "unknown");
    }
}

static void
add_stations (Catalogue *self)
{
  const Words *statuses = get_words (self, self->stations, ATLAS_STATION_STATUS);
  const Words *tiers = get_words (self, self->stations, ATLAS_STATION_TIER);

  add_series (self, ATLAS_SERIES_STATION_WORKERS, self->stations, "station_workers", TRUE);
  add_series (self, ATLAS_SERIES_COVERED_TOWNSHIPS, self->stations, "township_coverage", TRUE);
  add_series (self, ATLAS_SERIES_STATION_ROWS, self->stations, "", FALSE);
  add_series (self, ATLAS_SERIES_COVERED_COUNTIES, self->stations, "county_centre_coverage", TRUE);
  for (guint status = 0; status < statuses->n; status++)
    for (guint tier = 0; tier < tiers->n; tier++)
      {
        AtlasSeries *series =
          add_series (self, ATLAS_SERIES_STATIONS + status * 8 + tier, self->stations, "stations", TRUE);

        atlas_dimension_values_set (series->dimensions, "status", statuses->words[status]);
        atlas_dimension_values_set (series->dimensions, "tier", tiers->words[tier]);
      }
}

static void
add_services (Catalogue *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      int kind = find_place (get_words (self, self->services, ATLAS_SERVICE_KIND), services[i].kind);
      AtlasSeries *count =
        add_series (self, ATLAS_SERIES_SERVICES + kind, self->services, services[i].indicator_id, FALSE);
      AtlasSeries *person_times =
        add_series (self, ATLAS_SERIES_PERSON_TIMES + kind, self->services, "service_person_times", FALSE);

      if (services[i].type != NULL)
        atlas_dimension_values_set (count->dimensions, "type", services[i].type);
      atlas_dimension_values_set (person_times->dimensions, "kind", services[i].kind);
    }
}

static void
add_money (Catalogue  *self,
           guint       number,
           const char *source,
           const char *purpose,
           const char *stage) /* (nullable) */
{
  AtlasSeries *series = add_series (self, number, self->funding, "funding", FALSE);

  atlas_dimension_values_set (series->dimensions, "source", source);
  atlas_dimension_values_set (series->dimensions, "purpose", purpose);
  if (stage != NULL)
    atlas_dimension_values_set (series->dimensions, "stage", stage);
}

/* Stage 0 is that of entries which name none. */
static void
add_funding (Catalogue *self)
{
  const Words *sources = get_words (self, self->funding, ATLAS_FUNDING_SOURCE);
  const Words *purposes = get_words (self, self->funding, ATLAS_FUNDING_PURPOSE);
  const Words *stages = get_words (self, self->funding, ATLAS_FUNDING_STAGE);

  for (guint source = 0; source < sources->n; source++)
    for (guint purpose = 0; purpose < purposes->n; purpose++)
      {
        guint first = ATLAS_SERIES_FUNDING + (source * 16 + purpose) * 8;

        add_money (self, first, sources->words[source], purposes->words[purpose], NULL);
        add_money (self, first + ATLAS_STAGE_TWICE, sources->words[source], purposes->words[purpose], NULL);
        for (guint stage = 0; stage < stages->n; stage++)
          add_money (self, first + 1 + stage, sources->words[source], purposes->words[purpose], stages->words[stage]);
      }
}

static const char *
get_word (Catalogue                  *self,
          const AtlasTableDefinition *table,
          int                         column,
          int                         place)
{
  return place < 0 ? NULL : get_words (self, table, (guint) column)->words[place];
}

static int
count_words (Catalogue                  *self,
             const AtlasTableDefinition *table,
             int                         column)
{
  return column == ATLAS_NO_COLUMN ? 0 : (int) get_words (self, table, (guint) column)->n;
}

static void
add_row_count (Catalogue           *self,
               const AtlasRowCount *count)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (count->table);
  int n = count_words (self, table, count->columns[0]), n_second = count_words (self, table, count->columns[1]);

  for (int place = -1; place < n; place++)
    for (int second = -1; second < n_second; second++)
      {
        AtlasSeries *series = add_series (self, atlas_row_count_get_series (count, place, second), table,
                                          count->indicator_id, count->is_stock);
        const char *word = get_word (self, table, count->columns[0], place);
        const char *second_word = get_word (self, table, count->columns[1], second);

        if (word != NULL)
          atlas_dimension_values_set (series->dimensions, count->dimensions[0], word);
        if (second_word != NULL)
          atlas_dimension_values_set (series->dimensions, count->dimensions[1], second_word);
      }
}

static void
add_distinct_count (Catalogue                *self,
                    const AtlasDistinctCount *count)
{
  int n = count_words (self, atlas_table_definition_find (count->count.table), count->count.columns[0]);

  add_row_count (self, &count->count);
  for (int place = -1; place < n; place++)
    self->series[atlas_row_count_get_series (&count->count, place, -1)].is_distinct = TRUE;
}

static void
split_words (Catalogue *self)
{
  for (guint t = 0; t < ATLAS_N_REGISTERS; t++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + t];

      for (guint c = 0; c < table->n_columns; c++)
        if (table->columns[c].kind == ATLAS_COLUMN_ENUM)
          {
            self->words[t][c].words = g_strsplit (table->columns[c].detail, " ", -1);
            self->words[t][c].n = g_strv_length (self->words[t][c].words);
          }
    }
}

/* Made once and kept: every roll-up of every dataset is of these series. */
static Catalogue *
get_catalogue (void)
{
  static Catalogue *catalogue;

  if (g_once_init_enter (&catalogue))
    {
      Catalogue *self = g_new0 (Catalogue, 1);

      self->personnel = atlas_table_definition_find ("personnel");
      self->stations = atlas_table_definition_find ("stations");
      self->services = atlas_table_definition_find ("services");
      self->funding = atlas_table_definition_find ("funding");
      split_words (self);
      add_personnel (self);
      add_expiring (self);
      add_education (self);
      add_staffing (self);
      add_stations (self);
      add_services (self);
      add_funding (self);
      for (guint i = 0; i < atlas_n_row_counts; i++)
        add_row_count (self, &atlas_row_counts[i]);
      for (guint i = 0; i < atlas_n_distinct_counts; i++)
        add_distinct_count (self, &atlas_distinct_counts[i]);
      g_once_init_leave (&catalogue, self);
    }
  return catalogue;
}

const AtlasSeries *
atlas_series_get (guint number)
{
  g_return_val_if_fail (number < ATLAS_SERIES_END, NULL);

  return &get_catalogue ()->series[number];
}

int
atlas_series_get_place (const AtlasTableDefinition *table,
                        guint                       column,
                        const char                 *word)
{
  return find_place (get_words (get_catalogue (), table, column), word);
}

guint
atlas_series_get_rows (const AtlasTableDefinition *table)
{
  const Catalogue *catalogue = get_catalogue ();

  if (table == catalogue->personnel)
    return ATLAS_SERIES_PERSONNEL_ROWS;
  if (table == catalogue->stations)
    return ATLAS_SERIES_STATION_ROWS;
  for (guint i = 0; i < atlas_n_row_counts; i++)
    if (strcmp (atlas_row_counts[i].table, table->name) == 0 && atlas_row_counts[i].indicator_id[0] == '\0')
      return atlas_row_counts[i].first;
  return ATLAS_SERIES_END;
}

static guint
get_operating (const char *tier)
{
  const AtlasTableDefinition *stations = get_catalogue ()->stations;
  int status = atlas_series_get_place (stations, ATLAS_STATION_STATUS, "operating");

  return ATLAS_SERIES_STATIONS + (guint) (status * 8 + atlas_series_get_place (stations, ATLAS_STATION_TIER, tier));
}

guint
atlas_series_get_township_stations (void)
{
  return get_operating ("township_station");
}

guint
atlas_series_get_county_centres (void)
{
  return get_operating ("county_centre");
}
